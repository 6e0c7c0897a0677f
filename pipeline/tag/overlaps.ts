import { type Mention, uniform } from '../model/index.js';

/** A mention that has not yet won its place, with the rules that it beats at equal length. */
export interface Candidate extends Mention {
  readonly beats: readonly string[];
}

/** Kinds in the order in which they win at equal length where no rule says which beats which. */
const precedence = new Map<string, number>([
  ['item', 0],
  ['measure', 1],
  ['event', 2],
  ['regimen', 3],
  ['drug', 4],
  ['arm', 5],
  ['author', 6],
  ['study', 7],
  ['aside', 8],
]);

function rank(candidate: Candidate): number {
  return precedence.get(candidate.kind) ?? (candidate.quantity?.kind === 'number' ? 99 : 50);
}

function stronger(a: Candidate, b: Candidate): number {
  // What a rule only guesses from the form takes what is left.
  const byWeakness = Number(a.facts.weak !== undefined) - Number(b.facts.weak !== undefined);
  if (byWeakness !== 0) return byWeakness;
  const byLength = b.span.end - b.span.start - (a.span.end - a.span.start);
  if (byLength !== 0) return byLength;
  if (a.beats.includes(b.ruleId)) return -1;
  if (b.beats.includes(a.ruleId)) return 1;
  return rank(a) - rank(b) || a.span.start - b.span.start || (a.ruleId < b.ruleId ? -1 : 1);
}

/** Settles overlaps: the longest wins, then what a rule says it beats, then the precedence of kinds. */
export function settle(candidates: readonly Candidate[]): Mention[] {
  const ordered = [...candidates].sort(byStart);
  const taken = new Uint8Array(candidates.reduce((last, { span }) => Math.max(last, span.end), 0));
  const won: Mention[] = [];
  for (let from = 0; from < ordered.length; ) {
    let reached = (ordered[from] as Candidate).span.end;
    let until = from + 1;
    // What overlaps, directly or by way of others, is settled together; most stands alone.
    while (until < ordered.length && (ordered[until] as Candidate).span.start < reached) {
      reached = Math.max(reached, (ordered[until] as Candidate).span.end);
      until += 1;
    }
    if (until === from + 1) won.push(uniform(ordered[from] as Candidate));
    else for (const winner of winners(ordered.slice(from, until), taken)) won.push(uniform(winner));
    from = until;
  }
  return won;
}

function byStart(a: Mention, b: Mention): number {
  return a.span.start - b.span.start;
}

/** The strongest of candidates in order, and every further one that overlaps none of those, as `taken` tells; in order again. */
function winners(candidates: Candidate[], taken: Uint8Array): Candidate[] {
  const [one, other, third] = candidates;
  // Nearly always two overlap, for which sorting is a detour.
  if (one && other && !third) return [stronger(one, other) <= 0 ? one : other];
  const won: Candidate[] = [];
  for (const candidate of candidates.sort(stronger)) {
    const { span } = candidate;
    if (isTaken(taken, span.start, span.end)) continue;
    taken.fill(1, span.start, span.end);
    won.push(candidate);
  }
  return won.sort(byStart);
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (taken[i] === 1) return true;
  return false;
}

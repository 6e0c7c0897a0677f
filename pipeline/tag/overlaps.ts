import type { Mention } from '../model/index.js';

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
  const byLength = b.span.end - b.span.start - (a.span.end - a.span.start);
  if (byLength !== 0) return byLength;
  if (a.beats.includes(b.ruleId)) return -1;
  if (b.beats.includes(a.ruleId)) return 1;
  return rank(a) - rank(b) || a.span.start - b.span.start || (a.ruleId < b.ruleId ? -1 : 1);
}

/** Settles overlaps: the longest wins, then what a rule says it beats, then the precedence of kinds. */
export function settle(candidates: readonly Candidate[], length: number): Mention[] {
  const taken = new Uint8Array(length);
  const won: Mention[] = [];
  for (const candidate of [...candidates].sort(stronger)) {
    const { start, end } = candidate.span;
    if (isTaken(taken, start, end)) continue;
    taken.fill(1, start, end);
    won.push(candidate);
  }
  return won.sort((a, b) => a.span.start - b.span.start);
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (taken[i] === 1) return true;
  return false;
}

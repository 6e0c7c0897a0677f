import type { Mention, QuantityKind, Sentence } from '../model/index.js';
import { citedNumbers } from './cited-numbers.js';
import { clauseStart, isCue } from './scene.js';

/** A part of a sentence with what it says about which study it tells of. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly Mention[];
  readonly name?: string | undefined;
  readonly author?: string | undefined;
  readonly opens: boolean;
  readonly own: boolean;
  /** Whether it speaks of the patients at hand (`本组`): of the article's own, unless it tells of another study. */
  readonly ours: boolean;
  /** Whether it comes back from another study to the one told before. */
  readonly back: boolean;
  /** Whether it tells on of the study told before: a later follow-up of it, an analysis of its subgroups. */
  readonly continues: boolean;
  readonly leading: readonly string[];
  readonly trailing: readonly string[];
  readonly results: number;
  /** Where its first result stands; its end where there is none. */
  readonly firstResult: number;
}

const resultKinds: ReadonlySet<QuantityKind | undefined> = new Set<QuantityKind>([
  'percentage',
  'proportion',
  'count',
  'size',
  'duration',
  'estimate',
  'p-value',
  'not-reached',
  'dose',
]);

export function isResult(mention: Mention): boolean {
  return mention.kind === 'quantity' && resultKinds.has(mention.quantity?.kind);
}

function isOpener(mention: Mention): boolean {
  return mention.kind === 'study' || mention.kind === 'author' || isCue(mention, 'one-study', 'another-study', 'own');
}

function isOurs(mention: Mention): boolean {
  return isCue(mention, 'whole') && mention.facts.ours !== undefined;
}

/** Whether a place stands in a bracket: what is told there belongs to what the bracket explains. */
function isInBracket(text: string, at: number, floor: number): boolean {
  const before = text.slice(floor, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/**
 * Cuts a sentence where another study begins to be told. `listed` finds what stands before the next one of studies that
 * each have their results in a bracket behind their names.
 */
export function partsOf(sentence: Sentence, mentions: readonly Mention[], text: string, listed: RegExp): Part[] {
  const cuts = [sentence.span.start];
  const goesOn = new Set<number>();
  let resultsSinceCut = 0;
  let openersSinceCut = 0;
  for (const mention of mentions) {
    if (isResult(mention)) resultsSinceCut += 1;
    // `某等报道ORR为30%,本组为45%`: what follows another study is no longer of it.
    const back = (isCue(mention, 'this-regimen') || isOurs(mention)) && openersSinceCut > 0;
    if (!isOpener(mention) && !back) continue;
    const lead = text.slice(Math.max(sentence.span.start, mention.span.start - 12), mention.span.start);
    const joint = mention.kind === 'study' && resultsSinceCut > 0 ? listed.exec(lead) : null;
    const at = joint
      ? mention.span.start - lead.length + joint.index + 1
      : clauseStart(text, mention.span.start, sentence.span.start, ',;:');
    if (joint) goesOn.add(at);
    if (isInBracket(text, at, sentence.span.start)) continue;
    const last = cuts.at(-1) ?? 0;
    const another = resultsSinceCut > 0 || back || (openersSinceCut === 0 && at > last + 12);
    if (at > last && another) {
      cuts.push(at);
      resultsSinceCut = 0;
      openersSinceCut = 0;
    }
    openersSinceCut += 1;
  }
  const parts = cuts.map((start, i) => describe(start, cuts[i + 1] ?? sentence.span.end, mentions));
  for (let i = parts.length - 1; i > 0; i -= 1)
    if (goesOn.has(cuts[i] ?? -1)) parts[i - 1] = withTail(parts[i - 1] as Part, parts[i] as Part);
  return parts;
}

/** `甲研究[a(A组)比b(B组)]、乙研究[c(A组)比d(B组)]均表明A延长OS`: what is said behind the last one is said of each. */
function withTail(part: Part, next: Part): Part {
  const end = next.mentions.findLast(isResult)?.span.end ?? next.end;
  const tail = next.mentions.filter(({ span, kind }) => span.start >= end && kind !== 'study');
  const cites = tail.filter(({ kind }) => kind === 'citation').flatMap(citedNumbers);
  return { ...part, mentions: [...part.mentions, ...tail], trailing: [...part.trailing, ...cites] };
}

function describe(start: number, end: number, all: readonly Mention[]): Part {
  const mentions = all.filter(({ span }) => span.start >= start && span.end <= end);
  const firstResult = mentions.find(isResult)?.span.start ?? end;
  const cites = mentions.filter(({ kind }) => kind === 'citation');
  const name = mentions.find(({ kind }) => kind === 'study')?.name;
  const author = mentions.find(({ kind }) => kind === 'author')?.name;
  return {
    start,
    end,
    mentions,
    name,
    author,
    opens: mentions.some((mention) => isCue(mention, 'one-study', 'another-study')),
    own: mentions.some((mention) => isCue(mention, 'own')),
    ours: mentions.some(isOurs),
    back: isCue(mentions[0], 'this-regimen'),
    continues: mentions.some((mention) => isCue(mention, 'continued')),
    leading: cites.filter(({ span }) => span.start <= firstResult).flatMap(citedNumbers),
    trailing: cites.filter(({ span }) => span.start > firstResult).flatMap(citedNumbers),
    results: mentions.filter(isResult).length,
    firstResult,
  };
}

import { treatmentKinds } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import { type Token, tokensOf } from './tokens.js';

/** How far before 发生率 its noun may begin, in characters. */
const reach = 12;

/**
 * Parts of speech that end a noun on its left: prepositions, conjunctions, particles, adverbs, numbers, pronouns … The
 * dictionary tags our own words as x, and so it does those that it does not know.
 */
const outside = /^(?:p|c|u|d|m|q|r|f|t|y|w|e|o)/u;

/**
 * The nouns that the text gives a rate of (`手足麻木的发生率`), as nodejieba cuts them: names of events that the lexicon
 * may lack.
 */
export function nounsOfRates(text: string, rulebook: Rulebook): Span<'text'>[] {
  return nounsBefore(text, 'nouns.rate', rulebook).flatMap((noun) => [...listedBefore(text, noun, rulebook), noun]);
}

/** `皮肤色素沉着、味觉减退及手足麻木的发生率`: the nouns of a list before its last one that the lexicon lacks. */
function listedBefore(text: string, last: Span<'text'>, rulebook: Rulebook): Span<'text'>[] {
  const [listed, groups] = [phrase(rulebook, 'nouns.listed-before'), phrase(rulebook, 'nouns.of-groups')];
  const nouns: Span<'text'>[] = [];
  for (let { start } = last; ; ) {
    const match = listed.exec(text.slice(Math.max(0, start - reach), start));
    const printed = match?.groups?.noun ?? '';
    const end = start - (match?.[0].length ?? 0) + printed.length;
    const noun = printed.replace(groups, '');
    if (noun.length < 2) return nouns;
    start = end - noun.length;
    nouns.push({ start, end });
  }
}

/** The rates that the text states under a name of its own (`切缘浸润率为5%`), their 率 included. */
export function ownRates(text: string, rulebook: Rulebook): Span<'text'>[] {
  return nounsBefore(text, 'nouns.own-rate', rulebook).map(({ start, end }) => ({ start, end: end + 1 }));
}

/** The lengths of time whose means the text states under a name of its own (`白细胞恢复时间为(14±6)d`). */
export function ownTimes(text: string, rulebook: Rulebook): Span<'text'>[] {
  return nounsBefore(text, 'nouns.own-time', rulebook).map(({ start, end }) => ({ start, end: end + 2 }));
}

/** The nouns before what a phrase finds, where the lexicon has no name that ends there. */
function nounsBefore(text: string, id: string, rulebook: Rulebook): Span<'text'>[] {
  const stop = phrase(rulebook, 'nouns.outside');
  const groups = phrase(rulebook, 'nouns.of-groups');
  const nouns: Span<'text'>[] = [];
  for (const { index } of findAll(phrase(rulebook, id), text)) {
    const han = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, index - reach), index))?.[0] ?? '';
    const lead = han.replace(groups, '');
    if (lead.length < 2 || isListed(text, index, lead.length, rulebook)) continue;
    const tokens = tokensOf(lead, index - lead.length, rulebook);
    const first = trailing(tokens, stop, rulebook)[0];
    const own = id !== 'nouns.rate';
    const start = first?.span.start ?? (own ? ofKnown(tokens, stop, rulebook) : undefined);
    if (start === undefined || index - start < 2) continue;
    nouns.push({ start: own ? withHead(text, start, index, rulebook) : start, end: index });
  }
  return nouns;
}

/** `腹水消退率`: a rate that is called by what befell the patients, and what became of that, begins with the name that the lexicon has. */
function ofKnown(tokens: readonly Token[], stop: RegExp, rulebook: Rulebook): number | undefined {
  const isBefallen = ({ text }: Token) => {
    const known = rulebook.lexicon.whole(text);
    return known !== undefined && ['event', 'item'].includes(known.kind);
  };
  const last = tokens.findLastIndex((token) => outside.test(token.tag) || stop.test(token.text) || isBefallen(token));
  const known = tokens[last];
  return known && isBefallen(known) ? known.span.start : undefined;
}

/** `KPS评分升高率`, `首次排便时间`: where the name begins that reaches into a noun from letters, or the word for which time, before it. */
function withHead(text: string, start: number, end: number, rulebook: Rulebook): number {
  const ordinal = phrase(rulebook, 'nouns.ordinal').exec(text.slice(Math.max(0, start - 2), start));
  if (ordinal) return start - ordinal[0].length;
  const letters = /[A-Za-z0-9-]+$/u.exec(text.slice(0, start));
  const known = letters && rulebook.lexicon.longestAt(text, letters.index);
  // `ALP下降率`: what became of a level.
  const isLevel = known?.end === start && known.entry.kind === 'item';
  return known && (isLevel || known.end > start) && known.end < end ? letters.index : start;
}

/** Whether a name of the lexicon ends at a place: most do, and then there is nothing to cut. */
function isListed(text: string, end: number, length: number, rulebook: Rulebook): boolean {
  for (let start = end - length; start < end; start += 1) {
    if (rulebook.lexicon.longestAt(text, start)?.end === end) return true;
  }
  return false;
}

/** The words at the end of a list that can be parts of one noun. */
function trailing(tokens: readonly Token[], stop: RegExp, rulebook: Rulebook): Token[] {
  const isOurs = ({ tag, text }: Token) => tag === 'x' && rulebook.lexicon.whole(text) !== undefined;
  const from = tokens.findLastIndex((token) => outside.test(token.tag) || isOurs(token) || stop.test(token.text));
  const before = tokens[from];
  // Behind a word of our own lexicon the noun would be the rest of a longer name, unless that is a treatment: `手术根治率`.
  const kind = before && rulebook.lexicon.whole(before.text)?.kind;
  const treats = kind !== undefined && treatmentKinds.has(kind);
  if (before && isOurs(before) && !treats && !stop.test(before.text)) return [];
  return tokens.slice(from + 1);
}

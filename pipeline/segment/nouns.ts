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
  return nounsBefore(text, 'nouns.rate', rulebook);
}

/** The rates that the text states under a name of its own (`切缘浸润率为5%`), their 率 included. */
export function ownRates(text: string, rulebook: Rulebook): Span<'text'>[] {
  return nounsBefore(text, 'nouns.own-rate', rulebook).map(({ start, end }) => ({ start, end: end + 1 }));
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
    const words = trailing(tokensOf(lead, index - lead.length, rulebook), stop, rulebook);
    const first = words[0];
    if (first && index - first.span.start >= 2) nouns.push({ start: first.span.start, end: index });
  }
  return nouns;
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
  const isOurs = ({ tag, text }: Token) => tag === 'x' && rulebook.lexicon.longestAt(text, 0)?.end === text.length;
  const from = tokens.findLastIndex((token) => outside.test(token.tag) || isOurs(token) || stop.test(token.text));
  const before = tokens[from];
  // Behind a word of our own lexicon the noun would be the rest of a longer name.
  if (before && isOurs(before) && !stop.test(before.text)) return [];
  return tokens.slice(from + 1);
}

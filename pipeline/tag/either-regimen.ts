import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugsOf, labelOf } from './combine-drugs.js';

/**
 * `甲方案/乙方案(223例)`, `甲方案与乙方案交替化疗`: two regimens of which each patient got one, or one after the other by
 * turns, are one arm, which got the drugs of either.
 */
export function withEither(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    // The word between two of a list is a mention of its own.
    const at = mention.kind === 'regimen' ? joined.findLastIndex(({ kind }) => kind !== 'cue') : -1;
    const first = joined[at];
    const isOne =
      first &&
      (isEither(first, mention, text) ||
        takesTurns(first, mention, text, rulebook) ||
        isChoice(first, mention, mentions, text, rulebook));
    const either = isOne ? eitherOf(first, mention, text) : undefined;
    if (either) joined.length = at;
    joined.push(either ?? mention);
  }
  return joined.length === mentions.length ? mentions : joined;
}

/** Only letters with a size behind them: other slashes join what was given together, or tell regimens apart. */
function isEither(first: Mention, second: Mention, text: string): boolean {
  if (first.kind !== 'regimen') return false;
  if (text.slice(first.span.end, second.span.start) !== '/') return false;
  return /^\((?:n=)?\d/u.test(text.slice(second.span.end, second.span.end + 4));
}

/** `甲方案与乙方案交替化疗`, `交替使用甲方案及乙方案`: whether the words around two regimens say that they were given by turns. */
function takesTurns(first: Mention, second: Mention, text: string, rulebook: Rulebook): boolean {
  if (first.kind !== 'regimen') return false;
  const [start, end] = [first.span.start, second.span.end];
  const says = (id: string, from: number, to: number) => phrase(rulebook, id).test(text.slice(Math.max(0, from), to));
  if (!says('joins.by-turns-between', first.span.end, second.span.start)) return false;
  return says('joins.by-turns-before', start - 8, start) || says('joins.by-turns-behind', end, end + 12);
}

/** `采用甲方案或乙方案化疗`: letters of two regimens of which each patient got one, and which are not told of again. */
function isChoice(
  first: Mention,
  second: Mention,
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): boolean {
  if (!areLetters(first) || !areLetters(second)) return false;
  const lead = text.slice(Math.max(0, first.span.start - 8), second.span.start);
  if (!phrase(rulebook, 'joins.chosen').test(lead)) return false;
  const again = (one: Mention) => mentions.filter((mention) => labelOf(mention) === labelOf(one)).length > 1;
  return !again(first) && !again(second);
}

/** A regimen by its letters alone. */
function areLetters({ kind, facts, name = '' }: Mention): boolean {
  return kind === 'regimen' && facts.combination === undefined && /^[A-Z][A-Za-z0-9-]+$/u.test(name);
}

function eitherOf(first: Mention, second: Mention, text: string): Mention {
  const span = { start: first.span.start, end: second.span.end };
  const drugs = [...new Set([first, second].flatMap((one) => drugsOf(one).split('+')))].join('+');
  const label = `${labelOf(first)}/${labelOf(second)}`;
  const facts = { drugs, label, either: 'yes' };
  return { ...first, span, text: text.slice(span.start, span.end), name: label, facts };
}

import { type Mention, mentionsTouching } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';

/** What may be part of the words that a measure begins with. */
const withinName: ReadonlySet<string> = new Set(['qualifier', 'cue', 'item', 'event']);

/**
 * `临床及病理完全缓解率`, `局部、远处复发率`: of the first measure of two only its first words are printed; it ends as the
 * second one does, where the lexicon knows the whole name.
 */
export function withElidedMeasures(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const found = mentions
    .filter(({ kind }) => kind === 'measure')
    .flatMap((one) => elidedBefore(one, mentions, text, rulebook));
  if (found.length === 0) return mentions;
  const replaced = new Set(found.flatMap(({ span }) => mentionsTouching(mentions, span)));
  return [...mentions.filter((mention) => !replaced.has(mention)), ...found].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** The measures that are printed right before one, each without the end that they share with it. */
function elidedBefore(measure: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const before = phrase(rulebook, 'nouns.measure-before');
  const found: Mention[] = [];
  for (let { start } = measure.span; ; start = found[0]?.span.start ?? start) {
    const match = before.exec(text.slice(Math.max(0, start - 8), start));
    const words = match?.groups?.words;
    if (!match || words === undefined) return found;
    const end = start - match[0].length + words.length;
    const whole = wholeNames(words, measure.text, rulebook).find(
      ({ name, length }) => name !== measure.name && isFree({ start: end - length, end }, mentions),
    );
    if (!whole) return found;
    const { length, ...known } = whole;
    const span = { start: end - length, end };
    found.unshift({ kind: 'measure', span, text: text.slice(span.start, end), ...known });
  }
}

type Whole = Pick<Mention, 'name' | 'ruleId' | 'facts'> & {
  /** How many of the words before the measure belong to it, characters. */
  readonly length: number;
};

/** The measures of the lexicon that begin with the last of some words and end as `printed` does, the longest shared end first. */
function wholeNames(words: string, printed: string, rulebook: Rulebook): Whole[] {
  const found: Whole[] = [];
  for (let cut = 1; cut < printed.length; cut += 1)
    for (let length = words.length; length > 1; length -= 1) {
      const head = words.slice(words.length - length) + printed.slice(cut);
      const known = rulebook.lexicon.whole(head);
      if (known?.kind !== 'measure') continue;
      const { id, name, facts } = known;
      found.push({ name, ruleId: id, facts: { ...facts, head }, length });
    }
  return found;
}

/** Whether words are no part of another name than one of those that a measure may begin with. */
function isFree(span: Span<'text'>, mentions: readonly Mention[]): boolean {
  return mentionsTouching(mentions, span).every(
    ({ kind, span: other }) => withinName.has(kind) && other.start >= span.start && other.end <= span.end,
  );
}

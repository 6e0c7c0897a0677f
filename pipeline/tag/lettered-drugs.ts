import { type Mention, mentionsTouching } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** `甲药(R)…安慰剂+R`: the one letter that an article gives to a drug is the drug wherever it is part of a combination. */
export function withLettered(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const [before, behind] = [phrase(rulebook, 'joins.added-before'), phrase(rulebook, 'joins.letter-behind')];
  const known = new Map(mentions.filter(isDrug).flatMap((drug) => letterOf(drug, text)));
  const found = [...known].flatMap(([letter, drug]) =>
    [...text.matchAll(new RegExp(`(?<![A-Za-z0-9=-])${letter}(?![A-Za-z0-9=])`, 'gu'))]
      .map(({ index }) => ({ start: index, end: index + 1 }))
      .filter(
        ({ start, end }) =>
          start > drug.span.end &&
          (before.test(text.slice(Math.max(0, start - 3), start)) || behind.test(text.slice(end, end + 4))),
      )
      .filter((span) => mentionsTouching(mentions, span).length === 0)
      .map((span): Mention => ({ ...drug, span, text: letter })),
  );
  return found.length === 0 ? mentions : [...mentions, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** The letters that an article gives to drugs, each behind the sign of adding that makes it a part of a combination. */
export function lettersOf(mentions: readonly Mention[], text: string): [string, string][] {
  return mentions
    .filter(isDrug)
    .flatMap((drug) => letterOf(drug, text))
    .map(([letter, { name = '' }]): [string, string] => [`+${letter}`, name]);
}

function isDrug({ kind }: Mention): boolean {
  return kind === 'drug';
}

/** The letter in the bracket of a drug, `某药(R)` or `某药(somemab,R)`, with the drug. */
function letterOf(drug: Mention, text: string): [string, Mention][] {
  const { end } = drug.span;
  if (text[end] !== '(' && !drug.text.endsWith(')')) return [];
  const letter =
    /\((?:[a-z-]+, ?)?([A-Z])\)$/u.exec(drug.text)?.[1] ??
    /^\((?:[a-z-]+, ?)?([A-Z])\)/u.exec(text.slice(end, end + 24))?.[1];
  return letter === undefined ? [] : [[letter, drug]];
}

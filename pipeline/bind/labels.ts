import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** A name that says nothing of what the arm got: `A组`, `乙`. */
export function isLetter(label: string, rulebook: Rulebook): boolean {
  return phrase(rulebook, 'joins.label-letter').test(label);
}

/** What a mention calls an arm. */
export function labelOf(mention: Mention): string {
  const { label } = mention.facts;
  if (label === undefined) return mention.text;
  // `2.5mg/kg队列` is the arm `2.5mg/kg`.
  if (mention.facts.byDose !== undefined || mention.ruleId === 'names.arm-radiation-dose') return label;
  // `ASCT巩固组` has the label ASCT, but is told from the other arms by all of its name.
  return mention.text.length <= label.length + 1 || mention.kind === 'regimen' || mention.text.includes('(')
    ? label
    : mention.text;
}

/** Whether a label is another one with its letters in another order, or one of them lost. */
export function resembles(label: string, alias: string): boolean {
  if (label.length < 2 || alias.length < 2) return false;
  if (label.length === alias.length) return isRearranged(label, alias);
  return label.length === alias.length - 1 && isSubsequence(label, alias);
}

/** Whether two labels are of the same letters; nearly always the first one is not in the other. */
function isRearranged(label: string, alias: string): boolean {
  for (const letter of label) if (!alias.includes(letter)) return false;
  return [...label].sort().join('') === [...alias].sort().join('');
}

/**
 * Whether a label is another one without the word that says when or how it was given (`术后化疗组` is later the
 * `化疗组`), or is the head of one that says what was not given (`未移植`, `未移植继续化疗`).
 */
export function shortens(label: string, alias: string, modifier: RegExp, negated: RegExp): boolean {
  if (label.length < 2 || label.length >= alias.length) return false;
  if (alias.endsWith(label)) return modifier.test(alias.slice(0, alias.length - label.length));
  return negated.test(label) && alias.startsWith(label);
}

/** `R-XY-14组`, `R-XY-21组`: whether two labels of one regimen say, each or by one word, that it was given in another strength. */
export function isOtherStrength(label: string, other: string, strength: RegExp): boolean {
  const [one, another] = [strength.exec(label)?.groups, strength.exec(other)?.groups];
  if (!one || !another) return false;
  const isLight = ({ mini, lite }: Record<string, string>) => (mini ?? lite) !== undefined;
  const isFollowed = ({ then }: Record<string, string>) => then !== undefined;
  const areNumbered = one.number !== undefined && another.number !== undefined;
  return (
    isLight(one) !== isLight(another) ||
    isFollowed(one) !== isFollowed(another) ||
    (areNumbered && one.number !== another.number)
  );
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

/** Whether a mention names a treatment by its drugs. */
export function namesDrugs({ kind, facts }: Mention): boolean {
  return kind === 'drug' || (kind === 'regimen' && facts.drugs !== undefined);
}

/** The names of the drugs of a treatment as the text or the lexicon gives them, before the article's own definitions. */
export function drugNamesOf({ facts, name, text }: Mention): string[] {
  return (facts.drugs ?? name ?? text).split('+');
}

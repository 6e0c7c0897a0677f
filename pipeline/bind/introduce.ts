import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Passage } from './passages.js';
import type { Cast } from './who.js';

/** Gives the one drug of a study what it was given with, where the text says so before it comes to the study. */
export function introduce(
  { list, arms }: Cast,
  told: readonly Passage[],
  passages: readonly Passage[],
  text: string,
  rulebook: Rulebook,
): void {
  const [arm] = arms;
  const [drug] = arm?.drugs ?? [];
  const [first] = told;
  if (!drug || !first || arms.length !== 1 || arm?.drugs.length !== 1) return;
  const partners = (passage: Passage) => {
    const treatments = passage.mentions.filter(({ kind }) => kind === 'drug' || kind === 'regimen');
    const names = treatments.flatMap((mention) => list.componentsOf(mention));
    return names.length > 1 && names.some(({ name }) => name === drug.name) ? names : undefined;
  };
  const from = partnersBefore(first, passages, text, rulebook) ?? approvalBefore(first, passages, text, rulebook);
  const names = from && partners(from);
  if (names) list.give(0, names);
}

/** `A还可以与B、C联合。某等报道了…使用A`: the sentence right before the study, where it says what a drug is given with. */
function partnersBefore(
  first: Passage,
  passages: readonly Passage[],
  text: string,
  rulebook: Rulebook,
): Passage | undefined {
  const before = passages[passages.indexOf(first) - 1];
  if (!before || before.sentence.paragraph !== first.sentence.paragraph) return undefined;
  return phrase(rulebook, 'joins.given-with').test(text.slice(before.start, before.end)) ? before : undefined;
}

/** `批准A联合B用于…。该批准基于一项研究…接受A`: the sentence that says what was approved on the ground of the study. */
function approvalBefore(
  first: Passage,
  passages: readonly Passage[],
  text: string,
  rulebook: Rulebook,
): Passage | undefined {
  const printed = ({ start, end }: Passage) => text.slice(start, end);
  if (!phrase(rulebook, 'turns.approved-on').test(printed(first))) return undefined;
  return passages
    .slice(0, passages.indexOf(first))
    .findLast(
      (passage) =>
        phrase(rulebook, 'turns.approves').test(printed(passage)) &&
        passage.mentions.some(({ facts }) => facts.combination !== undefined && facts.classes === undefined),
    );
}

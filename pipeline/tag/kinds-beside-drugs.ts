import type { Mention } from '../model/index.js';
import type { JoiningWords } from './joining-words.js';

/** `XY方案化疗联合甲药`, `甲药诱导化疗加放疗`: behind a regimen or its drugs the word for chemotherapy says what these are. */
export function isPlanWord(
  before: Mention | undefined,
  next: Mention,
  gap: string,
  { plan, joining }: JoiningWords,
): boolean {
  const isKind = next.name === 'chemotherapy' || (next.kind === 'drug-class' && next.facts.modality === 'chemotherapy');
  return isNamed(before) && isKind && !joining.test(next.text) && plan.test(gap);
}

/** Which of its drugs a part of a combination adds: behind a named drug, chemoradiotherapy only adds the irradiation. */
export function addedBy(part: Mention, drugs: readonly string[], before: Mention | undefined): readonly string[] {
  const isKnown = before?.span.end === part.span.start && isNamed(before) && isChemoradiation(part);
  return isKnown ? drugs.filter((name) => name !== 'chemotherapy') : drugs;
}

/** Whether a treatment is known by its drugs. */
function isNamed(mention: Mention | undefined): boolean {
  return mention?.kind === 'regimen' || mention?.kind === 'drug';
}

/** `甲药同步放化疗`: the drug is the chemotherapy that the irradiation is given with. */
export function isGivenWithRadiation(
  before: Mention | undefined,
  next: Mention,
  gap: string,
  { plan }: JoiningWords,
): boolean {
  return isNamed(before) && plan.test(gap) && isChemoradiation(next);
}

function isChemoradiation({ kind, facts }: Mention): boolean {
  const drugs = kind === 'drug-class' ? (facts.drugs ?? '').split('+') : [];
  return ['radiotherapy', 'chemotherapy'].every((name) => drugs.includes(name));
}

/** `放疗后化疗`: treatments of other kinds, of which one is given behind the other. */
export function isKindOfTreatment(mention: Mention | undefined): boolean {
  const isChemotherapy = mention?.kind === 'drug-class' && mention.facts.modality === 'chemotherapy';
  const isProcedure = mention?.kind === 'procedure' && mention.facts.modality !== undefined;
  return mention?.name === 'chemotherapy' || isChemotherapy || isProcedure;
}

import { type Mention, survivalMeasures, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { isResult } from './parts.js';
import type { Passage } from './passages.js';

/**
 * `某等回顾性分析了n例胃癌患者的临床资料,5年OS率为…`: whether a study looks at patients by their disease, and says of no
 * treatment that they got it nor how they responded to one: what the text spoke of before it is not what they got.
 */
export function tellsSeries(told: readonly Passage[], text: string, rulebook: Rulebook): boolean {
  const [first] = told;
  if (!first || !phrase(rulebook, 'turns.series').test(text.slice(first.start, first.end))) return false;
  return !told.some(({ mentions }) => mentions.some(isOfTreatment));
}

/** What tells of patients under treatment: the treatment, what befell them, how they responded. */
function isOfTreatment({ kind, name = '' }: Mention): boolean {
  if (kind === 'measure') return !survivalMeasures.has(name) && name !== 'follow-up';
  return treatmentKinds.has(kind) || kind === 'arm' || kind === 'event';
}

/** The passages of an article's own study but for those before the one that opens such a series, if they report nothing. */
export function fromSeries(told: readonly Passage[], text: string, rulebook: Rulebook): readonly Passage[] {
  const at = told.findIndex((_, i) => tellsSeries(told.slice(i), text, rulebook));
  const isBackground = ({ mentions, start, end }: Passage) =>
    !mentions.some(isResult) && !phrase(rulebook, 'titles.aim').test(text.slice(start, end));
  return at > 0 && told.slice(0, at).every(isBackground) ? told.slice(at) : told;
}

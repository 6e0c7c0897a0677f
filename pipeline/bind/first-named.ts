import type { Mention } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import { alternatives, listedTreatments } from './compared-treatments.js';
import { countedTreatments } from './counted-treatments.js';
import { weighedTreatments } from './weighed-treatments.js';

/**
 * `随机接受甲药或乙药。与乙药组相比…;两组PFS分别为`: the treatments of a study in the order in which it says what it did with them,
 * whichever is told of first where it came to results.
 */
export function firstNamed(
  mentions: readonly Mention[],
  compared: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): readonly Mention[] {
  const ways = [countedTreatments, alternatives, listedTreatments, weighedTreatments];
  const [one, other] = compared;
  // `与乙药相比,甲药…` names the one that it is about last.
  const pair = one && other && one.span.start < other.span.start ? compared : [];
  const found = [...ways.map((way) => way(mentions, text, rulebook)), pair].find(({ length }) => length > 1) ?? [];
  // Groups that the patients were divided into, or that say which is the control, have an order of their own.
  const isDivided = ({ kind, facts }: Mention) =>
    kind === 'arm' && (facts.introduced !== undefined || facts.role !== undefined);
  const start = found[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const isLate = mentions.some(({ kind, span }) => kind === 'arm' && span.start < start);
  return isLate || mentions.some(isDivided) ? [] : found;
}

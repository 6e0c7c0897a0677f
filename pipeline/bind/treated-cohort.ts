import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { countsOfPatients, givenToSome } from './partly-given.js';
import { isTreatmentOrKind } from './treatment-kinds.js';

/**
 * `手术切除的胃癌患者88例`, `88例行手术切除的胃癌患者`, `手术治疗胃癌88例`, `对88例胃癌进行手术治疗`: the treatment by which all
 * patients of a study are counted.
 */
export function treatedCohort(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const { counts, most } = countsOfPatients(mentions);
  const whole = counts.filter(({ quantity }) => quantity?.value === most);
  const partly = givenToSome(mentions, text, rulebook);
  const [toCount, fromCount] = [phrase(rulebook, 'cohorts.up-to-count'), phrase(rulebook, 'cohorts.behind-count')];
  const patientsGot = phrase(rulebook, 'cohorts.patients-got');
  const toDisease = phrase(rulebook, 'cohorts.up-to-disease');
  const [treats, gotBy] = [phrase(rulebook, 'cohorts.treats-disease'), phrase(rulebook, 'cohorts.disease-got')];
  const closes = phrase(rulebook, 'cohorts.closes-clause');
  const isCounted = ({ span }: Mention) => {
    const next = whole.find((count) => count.span.start >= span.end);
    const last = whole.findLast((count) => count.span.end <= span.start);
    const ahead = next && text.slice(span.end, next.span.start);
    if (ahead !== undefined && (toCount.test(ahead) || treats.test(ahead))) return true;
    const lead = last && text.slice(last.span.end, span.start);
    // `30例患者应用甲药`: the number of all patients is the subject.
    if (lead !== undefined && patientsGot.test(lead)) return true;
    if (lead !== undefined && gotBy.test(lead) && closes.test(text.slice(span.end, span.end + 8))) return true;
    const isBehind = lead !== undefined && fromCount.test(lead);
    return isBehind && toDisease.test(text.slice(span.end, span.end + 24));
  };
  const notGiven = phrase(rulebook, 'cohorts.not-given');
  return mentions
    .filter(({ kind, name, span }) => {
      const isGiven = !partly.has(name) && !notGiven.test(text.slice(Math.max(0, span.start - 12), span.start));
      return (ownTreatmentKinds.has(kind) || kind === 'drug-class') && isGiven;
    })
    .filter(isCounted)
    .slice(0, 1);
}

/** `手术治疗胸腺瘤a例,放射治疗胸腺瘤b例`, `a例肝癌手术治疗和b例肝癌放射治疗`: treatments by each of which patients with the disease are counted. */
export function countedCohorts(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const { counts, most } = countsOfPatients(mentions);
  const [treats, gotBy] = [phrase(rulebook, 'cohorts.treats-disease'), phrase(rulebook, 'cohorts.disease-got')];
  const notGiven = phrase(rulebook, 'cohorts.not-given');
  const sized = mentions.filter(isTreatmentOrKind).flatMap((treatment) => {
    const { start, end } = treatment.span;
    if (notGiven.test(text.slice(Math.max(0, start - 12), start))) return [];
    const next = counts.find(({ span }) => span.start >= end);
    if (next && treats.test(text.slice(end, next.span.start))) return [{ treatment, count: next }];
    const last = counts.findLast(({ span }) => span.end <= start);
    return last && gotBy.test(text.slice(last.span.end, start)) ? [{ treatment, count: last }] : [];
  });
  const all = sized.reduce((sum, { count }) => sum + (count.quantity?.value ?? 0), 0);
  // They make up all patients that the text counts, or no others are counted.
  const areAll = all === most || sized.some(({ count }) => count.quantity?.value === most);
  return sized.length > 1 && areAll ? sized.map(({ treatment }) => treatment) : [];
}

import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { countsOfPatients, givenToSome } from './partly-given.js';

/** `手术切除的胃癌患者88例`, `88例行手术切除的胃癌患者`: the treatment by which all patients of a study are counted. */
export function treatedCohort(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const { counts, most } = countsOfPatients(mentions);
  const whole = counts.filter(({ quantity }) => quantity?.value === most);
  const partly = givenToSome(mentions, text, rulebook);
  const [toCount, fromCount] = [phrase(rulebook, 'cohorts.up-to-count'), phrase(rulebook, 'cohorts.behind-count')];
  const patientsGot = phrase(rulebook, 'cohorts.patients-got');
  const toDisease = phrase(rulebook, 'cohorts.up-to-disease');
  const isCounted = ({ span }: Mention) => {
    const next = whole.find((count) => count.span.start >= span.end);
    const last = whole.findLast((count) => count.span.end <= span.start);
    if (next && toCount.test(text.slice(span.end, next.span.start))) return true;
    const lead = last && text.slice(last.span.end, span.start);
    // `30例患者应用甲药`: the number of all patients is the subject.
    if (lead !== undefined && patientsGot.test(lead)) return true;
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

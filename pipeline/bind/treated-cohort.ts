import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { givenToSome } from './partly-given.js';

/** `手术切除的胃癌患者88例`, `88例行手术切除的胃癌患者`: the treatment by which all patients of a study are counted. */
export function treatedCohort(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const counts = mentions.filter(({ quantity }) => quantity?.kind === 'count' && quantity.unit === 'patients');
  const all = Math.max(0, ...counts.map(({ quantity }) => quantity?.value ?? 0));
  const whole = counts.filter(({ quantity }) => quantity?.value === all);
  const partly = givenToSome(mentions, text, rulebook);
  const [behind, before, of] = ['counted', 'count', 'of'].map((part) => phrase(rulebook, `cohorts.${part}`));
  const isCounted = ({ span }: Mention) => {
    const next = whole.find((count) => count.span.start >= span.end);
    const last = whole.findLast((count) => count.span.end <= span.start);
    if (next && behind?.test(text.slice(span.end, next.span.start))) return true;
    const lead = last && text.slice(last.span.end, span.start);
    return lead !== undefined && before?.test(lead) === true && of?.test(text.slice(span.end, span.end + 24)) === true;
  };
  const isOther = phrase(rulebook, 'cohorts.not-given');
  return mentions
    .filter(({ kind, name, span }) => {
      const isGiven = !partly.has(name) && !isOther.test(text.slice(Math.max(0, span.start - 12), span.start));
      return (ownTreatmentKinds.has(kind) || kind === 'drug-class') && isGiven;
    })
    .filter(isCounted)
    .slice(0, 1);
}

import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** A treatment behind the number of those who got it. */
interface Counted {
  readonly name: string | undefined;
  readonly patients: number;
  /** Whether the text tells of it here first. */
  readonly isFirst: boolean;
}

/** The counts of patients in a text, and the most patients that any of them counts: all of the study's. */
export function countsOfPatients(mentions: readonly Mention[]): { counts: Mention[]; most: number } {
  const counts = mentions.filter(({ quantity }) => quantity?.kind === 'count' && quantity.unit === 'patients');
  return { counts, most: Math.max(0, ...counts.map(({ quantity }) => quantity?.value ?? 0)) };
}

/** The names of treatments that only some of the patients got. */
export function givenToSome(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): ReadonlySet<string | undefined> {
  const partly = phrase(rulebook, 'joins.given-to-some');
  const some = mentions.filter(({ span }) => partly.test(text.slice(Math.max(0, span.start - 36), span.start)));
  const named = some.filter(({ kind }) => kind !== 'quantity' && kind !== 'cue').map(({ name }) => name);
  return new Set([...named, ...countedPartly(mentions, text, rulebook)]);
}

/** `大多数患者行甲方案,部分患者行手术`: whether it is told here of patients whom nobody counts that they got a treatment. */
export function isGivenToPart({ span: { start } }: Mention, text: string, rulebook: Rulebook): boolean {
  return phrase(rulebook, 'joins.given-to-part').test(text.slice(Math.max(0, start - 30), start));
}

/**
 * `46例行手术,2例仅行化疗`: treatments that are counted, where another one was given to patients who are left over;
 * `120例…其中15例接受甲药`: one that is first told of with no more than half of the patients.
 */
function countedPartly(mentions: readonly Mention[], text: string, rulebook: Rulebook): (string | undefined)[] {
  const got = phrase(rulebook, 'joins.counted-got');
  const { counts, most } = countsOfPatients(mentions);
  const told = new Set<string | undefined>();
  const counted = mentions.flatMap((mention): Counted[] => {
    const isTreatment = ownTreatmentKinds.has(mention.kind) || mention.kind === 'drug-class';
    const before = isTreatment ? counts.findLast(({ span }) => span.end <= mention.span.start) : undefined;
    const isGot = before && got.test(text.slice(before.span.end, mention.span.start));
    const isFirst = isTreatment && !told.has(mention.name);
    if (isTreatment) told.add(mention.name);
    return isGot ? [{ name: mention.name, patients: before.quantity?.value ?? 0, isFirst }] : [];
  });
  const isLeftOver = (one: Counted) => (other: Counted) =>
    other.name !== one.name && other.patients + one.patients <= most;
  const isSmall = ({ isFirst, patients }: Counted) => isFirst && 2 * patients <= most;
  return counted.filter((one) => isSmall(one) || counted.some(isLeftOver(one))).map(({ name }) => name);
}

import type { Claim, Mention } from '../model/index.js';
import { isOfEachGroup } from './arm-of-size.js';
import { type CountedList, type CountedNoun, countsThose, isNounOf, placeInList } from './counted-nouns.js';
import { tellsFactors } from './factors.js';
import type { Outcome } from './outcome.js';
import type { Reading } from './place.js';
import { printedWhat } from './printed-what.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/** Traits that a description of patients begins with. */
const people: ReadonlySet<string> = new Set(['male', 'female', 'age', 'male-female-ratio']);

/**
 * `发病部位:胫骨9例、股骨14例`: a noun that the lexicon does not know, with its count, is a trait of the patients where
 * the list says what it classifies, where its counts add up to all patients, or where men, women and age are told with it.
 */
export function countedTrait(reading: Reading, { mention }: Value): What | undefined {
  const { scene, outcome } = reading;
  const [list, member] = placeInList(scene, mention.span);
  if (!list || !member || tellsFactors(scene) || scene.phrase('traits.no-classes').test(list.head)) return undefined;
  // `匹配后两组各40例`: the size of every arm.
  if (isOfEachGroup(scene, mention.span)) return undefined;
  // `高NLR组(NLR>2.3)60例`: a group of patients that is called so has a size.
  if (!isNounOf(scene, member, 'measure', 'event', 'population', 'subgroup')) return undefined;
  if (sizesGroup(scene, list, member)) return undefined;
  const isClass = scene.phrase('traits.classes').test(list.head);
  const isPart = (one: CountedNoun) =>
    isNounOf(scene, one, 'measure', 'event') && !scene.phrase('traits.group').test(one.noun);
  const isTold =
    scene.phrase('traits.itself').test(member.noun) || tellsPeople(outcome) || addsUp(reading, list, member, isPart);
  // `病理分级Ⅱ级者OS率a%,Ⅲ级者为b%`: a share alone may be of anything that is told, as of the outcome before it.
  if (member.count === undefined && (!isClass || tellsOutcome(scene, member))) return undefined;
  if (!isClass && !(isTold && isNounOf(scene, member, 'grade') && !tellsOutcome(scene, member))) return undefined;
  return unlistedTrait(member);
}

/** The trait that a noun is, under the name that is printed. */
export function unlistedTrait({ noun, span }: Pick<CountedNoun, 'noun' | 'span'>): What {
  return printedWhat('item', noun, span, 'bind.counted-trait');
}

/** `手术方式:全胃切除48例,近端切除40例`: what a part of the patients got, where the parts add up to all of them. */
export function countedPart(reading: Reading, mention: Mention): string | undefined {
  const { scene } = reading;
  const [list, member] = placeInList(scene, mention.span);
  if (!list || !member || tellsFactors(scene) || tellsOutcome(scene, member)) return undefined;
  // `疾病种类:甲病4例,乙病3例`: diseases under the name of a classification.
  const isClass = scene.phrase('traits.classes').test(list.head) && countsThose(scene, member);
  return isClass || addsUp(reading, list, member, (one) => countsThose(scene, one)) ? member.noun : undefined;
}

/** Whether counts beside each other, this one among them, add up to all patients of the study or of an arm. */
function addsUp(
  reading: Reading,
  { members }: CountedList,
  member: CountedNoun,
  isPart: (one: CountedNoun) => boolean,
): boolean {
  const start = members[0]?.span.start ?? reading.scene.start;
  const at = members.indexOf(member);
  const fits = (one: CountedNoun | undefined) => one !== undefined && isPart(one);
  for (let from = at; from >= 0 && fits(members[from]); from -= 1) {
    let sum = 0;
    for (let to = from; fits(members[to]); to += 1) {
      sum += members[to]?.count ?? Number.NaN;
      if (to >= at && to > from && isWholeOf(reading, sum, start)) return true;
    }
  }
  return false;
}

/** Whether so many are all patients of the study or of an arm, as told before a place. */
export function isWholeOf({ scene, outcome }: Reading, sum: number, before: number): boolean {
  const isAll = ({ kind, subgroup, quantity }: Claim) => kind === 'n' && !subgroup && quantity.value === sum;
  if (outcome.bindings.some(isAll)) return true;
  // The sizes that a passage tells are read behind its values: its first count is that of all of them.
  const first = scene.nearestAfter(scene.start, (other) => isQuantity(other, 'count', 'size'));
  return first !== undefined && first.span.end <= before && first.quantity?.value === sum;
}

/** `Ⅰ期(n例)、Ⅱ期(m例)的OS分别为`: behind a list in brackets, what those who are counted reached makes them groups. */
function sizesGroup(scene: Scene, { members }: CountedList, { mention }: CountedNoun): boolean {
  const end = members.at(-1)?.mention.span.end ?? mention.span.end;
  if (scene.text[mention.span.end] !== ')') return false;
  const told = scene.nearestAfter(end, (other) => isKind(other, 'measure') && other.facts.reads !== 'count');
  return told !== undefined && !/[,;\u3002]/u.test(scene.between(end, told.span.start));
}

/** Whether the passage has told how many patients were men and women, or their age. */
export function tellsPeople({ bound }: Outcome): boolean {
  return bound.some(({ binding }) => binding.kind === 'baseline' && people.has(binding.item ?? ''));
}

/** Whether the passage has told an outcome, or speaks of adverse events, before a noun; points of a score are none. */
function tellsOutcome(scene: Scene, { span }: CountedNoun): boolean {
  const isPoints = ({ span: { end } }: Mention) => scene.phrase('traits.points').test(scene.between(end, end + 10));
  return scene.before(span.start).some((other) => {
    if (isKind(other, 'measure')) return !isPoints(other);
    return isKind(other, 'event') && other.facts.general !== undefined;
  });
}

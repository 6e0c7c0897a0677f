import { armNameKinds, type Mention, type Quantity, type StudyArm } from '../model/index.js';
import type { ArmList } from './arm-list.js';
import { type Coordination, coordinate, listOf } from './coordination.js';
import { isCue, isKind, isQuantity, type Scene } from './scene.js';
import { isLandmark } from './values.js';

/** What a scene names: measures, arms, grades, times and groups, each as lists in order. */
export interface Names {
  readonly whats: readonly Coordination[];
  readonly arms: readonly Coordination[];
  readonly grades: readonly Coordination[];
  readonly times: readonly Coordination[];
  readonly groups: readonly Coordination[];
  /** Lists of what patients have, of any kind, that the word for patients or group ends: `甲病、乙病患者`. */
  readonly patients: readonly Coordination[];
}

/** The arm of the study that a mention means; undefined for another study's, or for none. */
export function armOf(mention: Mention, list: ArmList, arms: readonly StudyArm[]): StudyArm | undefined {
  const place = list.find(mention);
  return place === undefined ? undefined : arms[place];
}

/** The arm that is named alone and right before a place. */
export function armEndingAt({ arms }: Names, at: number): Coordination | undefined {
  return arms.find(({ end, members }) => end === at && members.length === 1);
}

/** Collects the names of a scene. */
export function namesOf(scene: Scene, list: ArmList): Names {
  const isTime = ({ span }: Mention) =>
    scene.phrase('joins.arm-time').test(scene.between(span.end, Math.min(scene.end, span.end + 5)));
  const isWithout = ({ span }: Mention) =>
    scene.phrase('joins.without').test(scene.between(Math.max(scene.start, span.start - 4), span.start));
  const isArm = (mention: Mention) =>
    armNameKinds.has(mention.kind) &&
    !isTime(mention) &&
    !isWithout(mention) &&
    !(isKind(mention, 'arm') && mention.facts.cohort !== undefined) &&
    list.find(mention) !== undefined;
  return {
    whats: coordinate(
      scene,
      scene.mentions.filter(
        (mention, i) =>
          (isKind(mention, 'measure', 'event', 'item') ||
            (mention.kind === 'qualifier' && mention.facts.item !== undefined)) &&
          !isKindOfEvent(scene, scene.mentions[i - 1], mention),
      ),
    ),
    arms: coordinate(scene, scene.mentions.filter(isArm)),
    grades: coordinate(
      scene,
      scene.mentions.filter((mention) => isKind(mention, 'grade')),
    ),
    times: coordinate(
      scene,
      scene.mentions.filter((mention, i) => isKind(mention, 'time') || isLandmark(scene, i)),
    ).map((list) => withYearsBetween(scene, list)),
    groups: coordinate(
      scene,
      scene.mentions.filter((mention) => mention.kind === 'subgroup' || mention.facts.cohort !== undefined),
    ),
    patients: coordinate(
      scene,
      scene.mentions.filter((mention) => isKind(mention, 'subgroup', 'population', 'item', 'qualifier')),
    ).filter(
      ({ members, end }) =>
        members.length > 1 && scene.phrase('attaching.patients-end').test(scene.between(end - 4, end + 4)),
    ),
  };
}

/** `1~5年生存率分别为`: the one landmark that ends a range of years is the last of them all. */
function withYearsBetween(scene: Scene, list: Coordination): Coordination {
  const [last, another] = list.members;
  const first = last && scene.before(last.span.start)[0];
  if (!last || another || last.quantity?.unit !== 'year' || !isQuantity(first, 'number') || !first) return list;
  const [from, to] = [first.quantity?.value ?? 0, last.quantity.value ?? 0];
  const isRange = scene.phrase('landmarks.range').test(scene.between(first.span.end, last.span.start));
  if (!isRange || from < 1 || to <= from || to > 10 || !Number.isInteger(to)) return list;
  const unit = last.text.replace(/^\d+/u, '');
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const members = years.map(
    (value): Mention => ({
      ...last,
      kind: 'time',
      text: `${value}${unit}`,
      quantity: { ...last.quantity, value } as Quantity,
    }),
  );
  return { members, start: first.span.start, end: list.end };
}

/** Whether both arms are meant without being named. */
export function saysBothArms(scene: Scene, from: number, to: number): boolean {
  return scene.mentions.some(
    (mention) => isCue(mention, 'both-arms') && mention.span.start >= from && mention.span.end <= to,
  );
}

/** A landmark as printed; one of a list that has its unit at the end only, `1、3、5年`, with that unit. */
export function landmarkOf({ times }: Names, time: Mention): string {
  if (isKind(time, 'time') || time.quantity?.kind !== 'number') return time.text;
  const unit = listOf(times, time)
    ?.members.at(-1)
    ?.text.replace(/^[\d.]+/u, '');
  return `${time.text}${unit ?? ''}`;
}

/** `中性粒细胞减少不良反应`, `肝损伤的不良反应`: the general word says what kind of thing the event before it is. */
function isKindOfEvent(scene: Scene, event: Mention | undefined, { facts, span }: Mention): boolean {
  if (facts.general === undefined || !event || !isKind(event, 'event') || event.facts.general !== undefined)
    return false;
  const between = scene.between(event.span.end, span.start);
  return between === '' || scene.phrase('joins.of').test(between);
}

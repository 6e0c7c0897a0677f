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

/** The names of a scene, each kind looked for when it is first asked for: passages without a number ask for few. */
export class SceneNames implements Names {
  private readonly found: { -readonly [Kind in keyof Names]?: Names[Kind] } = {};

  constructor(
    private readonly scene: Scene,
    private readonly list: ArmList,
  ) {}

  get whats(): readonly Coordination[] {
    this.found.whats ??= this.coordinate((mention, i) => this.isWhat(mention, i));
    return this.found.whats;
  }

  get arms(): readonly Coordination[] {
    this.found.arms ??= this.coordinate((mention) => this.isArm(mention));
    return this.found.arms;
  }

  get grades(): readonly Coordination[] {
    this.found.grades ??= this.coordinate(({ kind }) => kind === 'grade');
    return this.found.grades;
  }

  get times(): readonly Coordination[] {
    this.found.times ??= this.coordinate((mention, i) =>
      mention.kind === 'time' ? !this.isSetAgainst(mention) : isLandmark(this.scene, i),
    ).map((list) => withYearsBetween(this.scene, list));
    return this.found.times;
  }

  get groups(): readonly Coordination[] {
    this.found.groups ??= this.coordinate(({ kind, facts }) => kind === 'subgroup' || facts.cohort !== undefined);
    return this.found.groups;
  }

  get patients(): readonly Coordination[] {
    this.found.patients ??= this.coordinate((mention) =>
      isKind(mention, 'subgroup', 'population', 'item', 'qualifier'),
    ).filter(({ members, end }) => members.length > 1 && this.says('attaching.patients-end', end - 4, end + 4));
    return this.found.patients;
  }

  private coordinate(isChosen: (mention: Mention, i: number) => boolean): Coordination[] {
    return coordinate(this.scene, this.scene.mentions.filter(isChosen));
  }

  private isWhat(mention: Mention, i: number): boolean {
    const names =
      isKind(mention, 'measure', 'event', 'item') || (mention.kind === 'qualifier' && mention.facts.item !== undefined);
    return names && !isKindOfEvent(this.scene, this.scene.mentions[i - 1], mention);
  }

  /** `评分较治疗前升高`: the time that what is told is compared with is not the time that it is of. */
  private isSetAgainst({ span: { start, end } }: Mention): boolean {
    const { scene } = this;
    const lead = scene.between(Math.max(scene.start, start - 6), start);
    return scene.phrase('landmarks.set-against').test(`${lead}|${scene.between(end, Math.min(scene.end, end + 3))}`);
  }

  private isArm(mention: Mention): boolean {
    if (!armNameKinds.has(mention.kind) || (mention.kind === 'arm' && mention.facts.cohort !== undefined)) return false;
    const { start, end } = mention.span;
    return (
      !this.says('joins.arm-time', end, Math.min(this.scene.end, end + 5)) &&
      !this.says('joins.and-or', end, Math.min(this.scene.end, end + 3)) &&
      !this.says('joins.and-or', Math.max(this.scene.start, start - 3), start) &&
      !this.says('joins.without', Math.max(this.scene.start, start - 4), start) &&
      this.list.find(mention) !== undefined
    );
  }

  private says(id: string, from: number, to: number): boolean {
    return this.scene.phrase(id).test(this.scene.between(from, to));
  }
}

/** `1~5年生存率分别为`: the one landmark that ends a range of years is the last of them all. */
function withYearsBetween(scene: Scene, list: Coordination): Coordination {
  const [last, another] = list.members;
  const first = last && scene.nearestBefore(last.span.start);
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
  // `一、三、五年生存率`
  if (isKind(time, 'time')) return `${time.text}${time.facts.listUnit ?? ''}`;
  if (time.quantity?.kind !== 'number') return time.text;
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

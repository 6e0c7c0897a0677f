import type { Claim, Mention, StudyArm, Unbound } from '../model/index.js';
import { isOfDescription } from './described.js';
import { gradeOf } from './grade.js';
import { groupsCompared, oneOfMany, sparesArms } from './groups-compared.js';
import { withIntervalBehindTest } from './interval-behind-test.js';
import { listedPair } from './listed-pair.js';
import { landmarkOf, type Names } from './names.js';
import type { Opposed } from './opposed-patients.js';
import { isMean, kindOf, type Place, type Reading } from './place.js';
import { timeOf } from './rate-time.js';
import { isCue, isKind, type Scene } from './scene.js';
import { surpassedBehind } from './surpassed-behind.js';
import { ToldInTurn } from './told-in-turn.js';
import type { Value } from './values.js';
import { type Cast, pairBefore, type Who } from './who.js';

/** A value that has been bound, with the mention of its measure: what p values beside it look for. */
export interface BoundValue {
  readonly value: Value;
  readonly what: Mention;
  /** The landmark that it holds for. */
  readonly time?: Mention | undefined;
  /** The group of patients that it is told of. */
  readonly group?: Mention | undefined;
  readonly binding: Claim;
}

/** Why a value stays open, by the mechanism that left it so. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['bind.list-unmatched', 'a list of numbers without a list of as many names'],
  ['bind.comparator-unnamed', 'the arm that the study is compared with is not named'],
  ['bind.foreign', 'of a treatment that is no arm of this study'],
]);

/** What has been read of one study so far, and what later sentences of it lean on. */
export class Outcome {
  readonly bindings: Claim[] = [];
  readonly unbound: Unbound[] = [];
  /** The values of the passage being read. */
  bound: BoundValue[] = [];
  /** The values of the passage before. */
  lastBound: readonly BoundValue[] = [];
  cohorts: Mention[] = [];
  /** The groups of patients that the last contrast of the passage was of. */
  opposed: Opposed | undefined;
  /** Counts of a list over arms that no measure claims: `A组和B组分别为151例和150例`. */
  readonly sized = new Map<Mention, StudyArm>();
  /** Counts that are told with their shares, as the events of these. */
  readonly counts = new Set<Mention>();
  /** What the passage before named: what a passage that names nothing of its own is about. */
  lastWhats: readonly Mention[] = [];
  /** Events of which the text has said that they were all of one grade: `均为1~2级皮疹和腹泻`. */
  private readonly graded = new Map<string, string>();
  /** The measure that the sentence named where it told of another study. */
  sentenceWhat: Mention | undefined;
  /** The order in which a list last named all arms: `上述4组` are counted in it. */
  order: readonly StudyArm[] = [];
  private pair: Who | undefined;
  private subject: { readonly arm: StudyArm; readonly end: number } | undefined;
  private readonly inTurn = new ToldInTurn();

  constructor(
    readonly study: string,
    /** Whether it is the article's own, which tells of groups of its patients that it does not call by name. */
    readonly own: boolean,
    /** The measures that the text names of it anywhere, read or not. */
    readonly named: ReadonlySet<string> = new Set(),
  ) {}

  rememberPair(pair: Who): void {
    this.pair = pair;
  }

  /** The pair that the study's last contrast compared, if it is a pair of this cast. */
  lastPair(cast: Cast): Who | undefined {
    if (!this.pair?.arms.every((arm) => cast.arms.includes(arm))) return undefined;
    return { ...this.pair, ruleId: 'bind.contrast-carried' };
  }

  /** The one arm that the sentence before was about, for a number up to whose part of the sentence none is named. */
  subjectFor(scene: Scene, names: Names, at: number): Who | undefined {
    const { subject } = this;
    const { end } = scene.partAround(at);
    const isWhole = (mention: Mention) => isCue(mention, 'whole', 'both-arms') && mention.span.start < end;
    if (!subject || names.arms.some(({ start }) => start < end) || scene.mentions.some(isWhole)) return undefined;
    if (scene.start - subject.end > 2) return undefined;
    if (this.inTurn.tellsOfAll(subject.arm, names)) return undefined;
    return { arms: [subject.arm], ruleId: 'bind.arm-of-sentence-before' };
  }

  /** Remembers which events a passage without numbers says to have been of one grade only. */
  rememberGrades(scene: Scene, names: Names): void {
    for (const list of names.grades) {
      const events = names.whats.find(({ start }) => start === list.end)?.members ?? [];
      const [grade, another] = list.members;
      if (!grade?.name || another || this.bound.length > 0) continue;
      const before = scene.between(Math.max(scene.start, list.start - 10), list.start);
      if (!scene.phrase('attaching.back-grade').test(before)) continue;
      for (const { kind, name, facts } of events)
        if (kind === 'event' && name && facts.general === undefined) this.graded.set(name, grade.name);
    }
  }

  /** Closes a passage: what the next one may lean on. */
  close(end: number, arms: readonly StudyArm[]): void {
    this.lastBound = this.bound;
    for (const { binding } of this.bound) this.inTurn.remember(binding);
    const told = new Set(this.bound.map(({ binding }) => binding.arm));
    const [only] = told;
    const arm = told.size === 1 ? arms.find(({ id }) => id === only) : undefined;
    this.subject = arm && { arm, end };
  }

  /** The arms whose values the passage has told so far, in their order. */
  toldArms(arms: readonly StudyArm[]): StudyArm[] {
    const told = [...new Set(this.bound.map(({ binding }) => binding.arm))];
    return told.flatMap((id) => arms.find((arm) => arm.id === id) ?? []);
  }

  leave(span: { start: number; end: number }, reason: string, candidates: readonly string[] = []): void {
    this.unbound.push({ span, reason, candidates });
  }

  /** Writes down one value with its place, once for each arm that it holds for. */
  add(reading: Reading, value: Value, place: Place): void {
    const { scene, names, cast } = reading;
    const { what } = place;
    if (!what) {
      const [arm] = place.who?.arms ?? [];
      // `依从率分别为75%(45/60)和…`: what is a share of a number that is printed, too, is no size.
      const { events, total } = value.quantity;
      const isCount = value.family === 'count' || (events !== undefined && total === undefined);
      if (arm && isCount && place.ruleId === 'bind.list') this.sized.set(value.mention, arm);
      if (!isCount) this.leave(value.span, reasons.get(place.ruleId) ?? 'no measure');
      return;
    }
    const time = place.time ?? timeOf(scene, names, value, what.mention);
    if (value.family === 'effect') {
      // Two arms named since the last value are those that the effect compares.
      const since = this.bound.filter((bound) => bound.value.span.end <= value.span.start).at(-1)?.value.span.end;
      const named =
        listedPair(reading, value.span.start, this.bound.at(-1)) ??
        surpassedBehind(reading, value.span.start) ??
        pairBefore(scene, names, cast, value.span.start, Math.max(scene.start, since ?? 0));
      const told = this.toldOf(what.mention);
      const subgroups = groupsCompared(told);
      if (named?.ruleId === 'bind.contrast' && named.arms.length === 2) this.rememberPair(named);
      const pair =
        (named?.ruleId === 'bind.contrast' ? named : undefined) ??
        this.comparedIn(told, cast, scene) ??
        (sparesArms(reading, told, value.span.start)
          ? undefined
          : (oneOfMany(reading, value.span.start) ??
            pairBefore(scene, names, cast, value.span.start) ??
            this.lastPair(cast) ??
            wholeCast(cast, scene)));
      const binding = {
        ...this.bindingOf(reading, withIntervalBehindTest(scene, value), { ...place, who: pair }, time, undefined),
        arms: subgroups ? undefined : pair?.arms.map(({ id }) => id),
        subgroups,
      };
      this.bindings.push(binding);
      this.bound.push({ value, what: what.mention, time, group: place.group, binding });
      return;
    }
    for (const arm of place.who?.arms ?? [undefined]) {
      const binding = this.bindingOf(reading, value, place, time, arm?.id);
      this.bindings.push(binding);
      this.bound.push({ value, what: what.mention, time, group: place.group, binding });
    }
  }

  /** The values of a measure that the passage has told, since the last effect where there are some. */
  private toldOf(what: Mention): BoundValue[] {
    const told = this.bound.filter((bound) => bound.what.name === what.name && bound.value.family !== 'effect');
    const last = this.bound.findLast(({ value }) => value.family === 'effect')?.value.span.end ?? 0;
    const since = told.filter(({ value }) => value.span.start >= last);
    return since.length > 0 ? since : told;
  }

  /** The two arms whose values of a measure the passage has just told, in the order of the values; `从b延长至a` tells the control's first. */
  private comparedIn(told: readonly BoundValue[], cast: Cast, scene: Scene): Who | undefined {
    const ids = new Set(told.flatMap(({ binding }) => binding.arm ?? []));
    const arms = [...ids].flatMap((id) => cast.arms.find((arm) => arm.id === id) ?? []);
    const [from, to] = told.slice(-2).map(({ value }) => value.span);
    const rises = from && to && scene.phrase('joins.rises').test(scene.between(from.end, to.start));
    return arms.length === 2 ? { arms: rises ? arms.reverse() : arms, ruleId: 'bind.contrast' } : undefined;
  }

  private bindingOf(
    { scene, names }: Reading,
    value: Value,
    place: Place,
    time: Mention | undefined,
    arm: string | undefined,
  ): Claim {
    const { mention: what, list } = place.what as NonNullable<Place['what']>;
    const kind = isOfDescription(this, scene, value, what) ? 'baseline' : kindOf(scene, value, what, list.start);
    const event = isKind(what, 'event') && kind !== 'baseline';
    // A laboratory value that is compared is an outcome.
    const inTurn = kind === 'effect' && isKind(what, 'item') && place.what?.ruleId === 'bind.list';
    const isLevel = ((kind === 'mean' || kind === 'median') && !event) || inTurn;
    return {
      kind,
      study: this.study,
      quantity: value.quantity,
      span: value.span,
      arm,
      measure: isKind(what, 'measure') || isLevel ? what.name : undefined,
      term: event ? termOf(what, scene.phrase('joins.event-tail')) : undefined,
      preferred: event ? what.name : undefined,
      item: kind === 'baseline' ? (what.facts.item ?? what.name) : undefined,
      mean: (kind === 'baseline' && isMean(scene, value, what, list.start)) || undefined,
      grade: event
        ? (place.grade ?? gradeOf(scene, names, what, value.span.start) ?? this.graded.get(what.name ?? ''))
        : undefined,
      time: time && landmarkOf(names, time),
      subgroup: place.group?.facts.whole ?? place.group?.text,
      evidence: (time ? [what, time] : [what]).map(({ ruleId, span }) => ({ ruleId, span })),
      trail: [value.mention.ruleId, what.ruleId, place.what?.ruleId, place.who?.ruleId, place.ruleId].filter(
        (id) => id !== undefined,
      ),
    };
  }
}

/** The arms of a study that are compared where none is named: both, or all of which the sentence says so. */
export function wholeCast(cast: Cast, scene: Scene): Who | undefined {
  const all = scene.mentions.some((mention) => isCue(mention, 'both-arms'));
  return cast.arms.length === 2 || (cast.arms.length > 2 && all)
    ? { arms: cast.arms, ruleId: 'bind.contrast-order' }
    : undefined;
}

/** The event as printed, without its gloss in brackets. */
export function termOf(event: Mention, tail?: RegExp): string {
  const term = event.facts.head ?? event.text.replace(/\([^()]*\)$/u, '');
  return (tail && term.replace(tail, '')) || term;
}

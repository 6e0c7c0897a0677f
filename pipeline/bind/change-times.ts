import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import { distinctTold, type Told, toldOf } from './measure-slots.js';
import { landmarkOf, type Names, saysBothArms } from './names.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import type { Scene } from './scene.js';
import type { Value } from './values.js';

/** Before the treatment, and after it: how a patient was at either time is told in one breath. */
const before = 'times.before-treatment';
const around: ReadonlySet<string> = new Set([
  before,
  'times.after-treatment',
  'times.elided',
  'times.later',
  'times.into-treatment',
]);

/** Whether a list of times ends before the treatment, or with the time after it, and not at a landmark. */
function isAround(list: Coordination | undefined): boolean {
  return around.has(list?.members.at(-1)?.ruleId ?? '');
}

/**
 * `疼痛评分由治疗前的6.5降至2.1`, `A组由治疗前的6.5降至治疗后的2.1,B组由6.4降至4.3`: from which time a value changed, and to which. None
 * where the sentence has not told it; `undefined` where no change is told.
 */
export function timeOfChange(
  scene: Scene,
  times: readonly Coordination[],
  { span }: Pick<Value, 'span'>,
): { readonly time: Mention | undefined } | undefined {
  const told = times.filter(({ end }) => end <= span.start);
  if (!isAround(told.at(-1))) return undefined;
  const lead = scene.between(Math.max(scene.start, span.start - 16), span.start);
  const from = scene.phrase('landmarks.changed-from').test(lead);
  if (!from && !scene.phrase('landmarks.changed-to').test(lead)) return undefined;
  const list = told.findLast((one) => isAround(one) && (one.members.at(-1)?.ruleId === before) === from);
  return { time: list?.members.at(-1) };
}

/** `A组评分由治疗前的6.5降至2.1(P<0.05)`: whether a test is of what one arm had before and after, and of no other arm. */
export function changedBefore(scene: Scene, { arms }: Names, same: readonly BoundValue[], at: number): boolean {
  const last = same.at(-1);
  if (!last || same.length < 2) return false;
  const { start, end } = last.value.span;
  if (saysBothArms(scene, end, at) || arms.some((list) => list.start >= end && list.end <= at)) return false;
  const isLevel = last.value.quantity.sd !== undefined || last.value.family === 'level';
  const isAfter =
    isLevel && scene.phrase('landmarks.changed-to').test(scene.between(Math.max(scene.start, start - 16), start));
  const [first, second] = same.slice(-2).map(({ time }) => time?.ruleId ?? '');
  // `治疗后为a,低于治疗前的b(P<0.05)`: either time may be told first.
  return (
    isAfter || ((first === before) !== (second === before) && [first, second].every((time) => around.has(time ?? '')))
  );
}

/**
 * `A组治疗后SPF、PI分别为a、b,低于治疗前的c、d`: what was told of the arm right before, once more at the time that alone is named since.
 */
export function toldAtOtherTime({ scene, names, outcome }: Reading, at: number): Told[] {
  const last = outcome.bound.at(-1);
  const end = last?.value.span.end ?? at;
  const list = names.times.findLast((one) => one.end <= at);
  const [time, another] = list?.members ?? [];
  if (!last || !list || !time || another || list.start < end || !isAround(list)) return [];
  const isNamed = [...names.whats, ...names.arms].some((one) => one.start >= end && one.end <= at);
  const goesOn = scene.phrase('joins.of-compared').test(scene.between(list.end, at));
  if (isNamed || !goesOn || end < scene.partAround(at).start) return [];
  const since = outcome.bound.findLastIndex(
    ({ binding, time: other }) => binding.arm !== last.binding.arm || other?.text !== last.time?.text,
  );
  return distinctTold(outcome.bound.slice(since + 1).map(toldOf)).map((one) => ({ ...one, time }));
}

/** `两组治疗前评分差异无统计学意义(P>0.05)`: the time before or after the treatment that is named behind the last value before a test. */
export function timeBeforeTest({ scene, names, outcome }: Reading, { span }: Mention): string | undefined {
  const told = outcome.bound.findLast(({ value }) => value.span.end <= span.start)?.value.span.end ?? scene.start;
  const from = Math.max(told, scene.partAround(span.start).start);
  const list = names.times.findLast(({ start, end }) => start >= from && end <= span.start);
  const [time, another] = list?.members ?? [];
  // `两组移植前后比较`: of both times at once.
  const isBoth = scene.phrase('joins.and-after').test(scene.between(list?.end ?? 0, span.start));
  return time && !another && !isBoth && isAround(list) ? landmarkOf(names, time) : undefined;
}

import type { Mention, StudyArm } from '../model/index.js';
import { armOf, type Names } from './names.js';
import type { Reading } from './place.js';
import type { Run } from './runs.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import { type Cast, isComparator, type Who } from './who.js';

/** `达a%,而对照组仅为b%`: of two arms, the one that is not named with the number set against this one. */
export function opposedTo(
  { scene, names, cast }: Reading,
  value: Value,
  next: Value | undefined,
  told: Who | undefined,
): Who | undefined {
  if (!next || next.family !== value.family || cast.arms.length !== 2) return undefined;
  const list = names.arms.find(({ start, end }) => start >= value.span.end && end <= next.span.start);
  const [mention, another] = list?.members ?? [];
  const named = mention && !another ? armOf(mention, cast.list, cast.arms) : undefined;
  if (!list || !named || (told && told.arms[0] !== named)) return undefined;
  if (tellsOf({ scene, names, cast }, named, value.span.start)) return undefined;
  // `中位随访17个月,A组未达到中位PFS`: what has a measure of its own is set against nothing.
  const end = next.quantity.kind === 'not-reached' ? next.span.end + 2 : next.span.start;
  const apart = names.whats.some(
    ({ members, start }) => isKind(members[0], 'measure') && start >= list.end && start <= end,
  );
  const opposed =
    !apart &&
    scene.phrase('joins.opposed').test(scene.between(value.span.end, list.start)) &&
    scene.phrase('joins.opposed-value').test(scene.between(list.end, next.span.start));
  const other = cast.arms.find((arm) => arm !== named);
  return opposed && other ? { arms: [other], ruleId: 'bind.arm-opposed' } : undefined;
}

/** `A组1个月时为a%,而A组仅为b%`: whether a number's own clause tells of an arm; it is set against no other one then. */
function tellsOf(
  { scene, names, cast }: Pick<Reading, 'scene' | 'names' | 'cast'>,
  arm: StudyArm,
  at: number,
): boolean {
  const clause = scene.clauseStart(at);
  const own = names.arms.filter(({ start, end }) => start >= clause && end <= at).flatMap(({ members }) => members);
  return own.some((one) => armOf(one, cast.list, cast.arms) === arm && !isComparator(scene, one));
}

/** `乙药更多(a%比更大的b%)`: the words say that the second value is that of the arm which they name. */
export function contradicts(scene: Scene, lead: string, { values }: Run): boolean {
  const [a, b] = values.map(({ quantity }) => quantity.value);
  if (a === undefined || b === undefined) return false;
  return a < b ? scene.phrase('joins.more').test(lead) : a > b && scene.phrase('joins.less').test(lead);
}

/** `A组皮疹(50%比25%)的发生率高于B组`: the second arm is named behind the values. */
export function setAgainst(scene: Scene, names: Names, cast: Cast, run: Run): Who | undefined {
  const [a, b] = run.values as [Value, Value];
  const before = names.arms.filter((list) => list.end <= a.span.start).at(-1);
  const behind = names.arms.find((list) => list.start >= b.span.end);
  if (before?.members.length !== 1 || behind?.members.length !== 1) return undefined;
  const [subject, other] = [before.members[0] as Mention, behind.members[0] as Mention];
  if (isComparator(scene, subject) || !isComparator(scene, other)) return undefined;
  if (/[;\u3002]/u.test(scene.between(before.end, behind.start))) return undefined;
  const arms = [subject, other].flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []);
  return arms.length === 2 && arms[0] !== arms[1] ? { arms, ruleId: 'bind.contrast' } : undefined;
}

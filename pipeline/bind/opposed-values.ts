import { armOf } from './names.js';
import type { Reading } from './place.js';
import type { Run } from './runs.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { Who } from './who.js';

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

/** `乙药更多(a%比更大的b%)`: the words say that the second value is that of the arm which they name. */
export function contradicts(scene: Scene, lead: string, { values }: Run): boolean {
  const [a, b] = values.map(({ quantity }) => quantity.value);
  if (a === undefined || b === undefined) return false;
  return a < b ? scene.phrase('joins.more').test(lead) : a > b && scene.phrase('joins.less').test(lead);
}

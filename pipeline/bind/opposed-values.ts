import { armOf } from './names.js';
import type { Reading } from './place.js';
import { isKind } from './scene.js';
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

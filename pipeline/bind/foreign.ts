import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import { type Cast, isComparator } from './who.js';

/** `优于A与B的二联方案(ORR22%)`: the bracket is of a treatment that is no arm of this study. */
export function isForeign(scene: Scene, cast: Cast, value: Value): boolean {
  if (hasOwnSubject(scene, cast, value)) return true;
  const open = scene.openBracket(value.span.start);
  if (open < 0) return false;
  const head = scene.nearestBefore(open);
  if (!head || head.facts.combination === undefined || open - head.span.end > 8) return false;
  return (
    cast.list.find(head) === undefined &&
    scene.phrase('joins.comparator').test(scene.between(head.span.start - 8, head.span.start))
  );
}

/** `甲方案ORR为a%,乙方案为b%,丙药相关方案为c%`: whether a clause begins with a treatment that is none of two arms or more. */
function hasOwnSubject(scene: Scene, { arms, list }: Cast, { span }: Value): boolean {
  const clause = scene.clauseStart(span.start);
  const [head] = arms.length > 1 ? scene.after(clause, span.start) : [];
  if (!head || !isKind(head, 'drug', 'regimen') || head.span.start > clause || list.find(head) !== undefined)
    return false;
  return scene.phrase('joins.other-plan').test(scene.between(head.span.end, span.start));
}

/** `对照组采用甲药,ORR为a%`, where another treatment is all that is known of the arms: no value of a control is one of it. */
export function isOfUnknownControl(scene: Scene, cast: Cast, { span, family }: Value): boolean {
  const head = scene.nearestBefore(span.start, (mention) => isKind(mention, 'arm'));
  if (!head || family === 'effect' || head.facts.role !== 'control' || cast.arms.length !== 1) return false;
  if (cast.list.find(head) !== undefined || isComparator(scene, head)) return false;
  return !/[;\u3002]/u.test(scene.between(head.span.end, span.start));
}

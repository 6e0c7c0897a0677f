import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import { type Cast, isComparator } from './who.js';

/** `优于A与B的二联方案(ORR22%)`: the bracket is of a treatment that is no arm of this study. */
export function isForeign(scene: Scene, cast: Cast, value: Value): boolean {
  const open = scene.openBracket(value.span.start);
  if (open < 0) return false;
  const head = scene.nearestBefore(open);
  if (!head || head.facts.combination === undefined || open - head.span.end > 8) return false;
  return (
    cast.list.find(head) === undefined &&
    scene.phrase('joins.comparator').test(scene.between(head.span.start - 8, head.span.start))
  );
}

/** `对照组采用甲药,ORR为a%`, where another treatment is all that is known of the arms: no value of a control is one of it. */
export function isOfUnknownControl(scene: Scene, cast: Cast, { span, family }: Value): boolean {
  const head = scene.nearestBefore(span.start, (mention) => isKind(mention, 'arm'));
  if (!head || family === 'effect' || head.facts.role !== 'control' || cast.arms.length !== 1) return false;
  if (cast.list.find(head) !== undefined || isComparator(scene, head)) return false;
  return !/[;\u3002]/u.test(scene.between(head.span.end, span.start));
}

import type { Mention } from '../model/index.js';
import type { Reading } from './place.js';
import { isQuantity } from './scene.js';

/**
 * `各研究间无异质性(P=0.5,I²=0%),采用固定效应模型,ORR高于对照组(RR=1.4)`: the measure that is pooled behind the test of whether the studies
 * differ, where none is named before that.
 */
export function pooledAhead({ scene, names }: Pick<Reading, 'scene' | 'names'>, test: Mention): Mention | undefined {
  const { start, end } = scene.partAround(test.span.start);
  if (!scene.phrase('attaching.studies-differ').test(scene.between(start, test.span.start))) return undefined;
  if (names.whats.some((list) => list.start >= start && list.end <= test.span.start)) return undefined;
  const effect = scene.after(test.span.end, end).find((mention) => isQuantity(mention, 'estimate'));
  const at = effect?.span.start ?? test.span.end;
  return names.whats.findLast((list) => list.start >= test.span.end && list.end <= at)?.members.at(-1);
}

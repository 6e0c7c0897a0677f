import type { Mention } from '../model/index.js';
import { canState } from './can-state.js';
import type { Names } from './names.js';
import type { Scene } from './scene.js';
import { inOwnWords, ownTested } from './unnamed-measure.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/** Estimates of a difference between means, which is one of amounts that a measure seldom has a name for. */
const differences: ReadonlySet<string> = new Set(['MD', 'WMD', 'SMD']);

function isDifference({ family, quantity }: Value): boolean {
  return family === 'effect' && differences.has(quantity.estimate ?? '');
}

/** `KPS评分(MD=6.1,…)和铁蛋白水平(MD=-41.2,…)`: the amount right before a difference of means, in words that no measure has. */
export function amountBefore(scene: Scene, { whats }: Names, value: Value): What | undefined {
  if (!isDifference(value)) return undefined;
  const open = scene.openBracket(value.span.start);
  const end = open < 0 ? value.span.start : open;
  const lead = scene.between(Math.max(scene.start, end - 24), end);
  const what = scene.phrase('attaching.own-amount').exec(lead)?.groups?.what;
  if (what === undefined) return undefined;
  const start = end - lead.length + lead.lastIndexOf(what);
  // A laboratory value that the lexicon knows is no measure that effects are stated of.
  const isMeasure = ({ members }: Names['whats'][number]) => canState('effect', members[0] as Mention);
  return whats.some((list) => list.end > start && list.start < end && isMeasure(list))
    ? undefined
    : inOwnWords('measure', what, value, 'level');
}

/** `两组铁蛋白比较差异无统计学意义(MD=…)`: what a difference of means is in where its clause says so of both arms. */
export function amountCompared(scene: Scene, value: Value): What | undefined {
  const what = isDifference(value) ? ownTested(scene, value.mention)[0]?.name : undefined;
  return what === undefined ? undefined : inOwnWords('measure', what, value, 'level');
}

import type { BindingKind, Mention } from '../model/index.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import { isCue, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';
import type { Cast, Who } from './who.js';

/** What the numbers of a passage are read with: its text, its names, the arms of its study and what was read before. */
export interface Reading {
  readonly scene: Scene;
  readonly names: Names;
  readonly cast: Cast;
  readonly outcome: Outcome;
}

/** What one value of a run belongs to. */
export interface Place {
  readonly what?: What | undefined;
  readonly who?: Who | undefined;
  readonly time?: Mention | undefined;
  readonly grade?: string | undefined;
  readonly group?: Mention | undefined;
  readonly ruleId: string;
}

export type Placed = [Place, Value];

/** What kind of row a number with its measure makes. */
export function kindOf(scene: Scene, value: Value, what: Mention, listStart = what.span.start): BindingKind {
  if (value.family === 'effect') return 'effect';
  // `回输CD34+细胞4.2×10^6/kg`: how much the patients were given.
  const isGiven = what.kind === 'item' && what.name?.endsWith('-dose') === true;
  if (value.family === 'level' && value.quantity.unit !== 'ratio' && !isGiven)
    return value.mention.facts.statistic === 'median' ? 'median' : 'mean';
  if (what.kind === 'event') return 'ae';
  const isFeature = what.kind === 'item' || what.kind === 'qualifier';
  // `CD4+为(38.2±4.4)%`: a mean that is itself a share.
  if (isFeature && value.quantity.unit === '%' && value.quantity.sd !== undefined) return 'mean';
  if (isFeature) return 'baseline';
  if (value.family === 'time') return isMean(scene, value, what, listStart) ? 'mean' : 'median';
  return value.family === 'count' ? 'count' : 'rate';
}

/** `平均随访n个月`: whether a time is said to be a mean, by itself, in front of its measure or in its name. */
export function isMean(scene: Scene, { mention }: Value, what: Mention, listStart: number): boolean {
  if (mention.facts.statistic === 'mean') return true;
  const isNamed = (at: number): boolean => {
    const before = scene.nearestBefore(at);
    return isCue(before, 'mean') && before?.span.end === at;
  };
  // `平均随访n个月`, `平均甲时间和乙时间分别为n和m d`, `随访a~b个月,平均n个月`
  return (
    isNamed(what.span.start) ||
    isNamed(listStart) ||
    isNamed(mention.span.start) ||
    scene.phrase('landmarks.mean').test(what.text)
  );
}

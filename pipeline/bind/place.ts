import type { BindingKind, Mention } from '../model/index.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import type { Scene } from './scene.js';
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
  readonly grade?: Mention | undefined;
  readonly group?: Mention | undefined;
  readonly ruleId: string;
}

export type Placed = [Place, Value];

/** What kind of row a number with its measure makes. */
export function kindOf(value: Value, what: Mention): BindingKind {
  if (value.family === 'effect') return 'effect';
  if (value.family === 'level') return 'mean';
  if (what.kind === 'event') return 'ae';
  if (what.kind === 'item' || what.kind === 'qualifier') return 'baseline';
  if (value.family === 'time') return value.mention.facts.statistic === 'mean' ? 'mean' : 'median';
  return value.family === 'count' ? 'count' : 'rate';
}

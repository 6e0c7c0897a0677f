import type { Span } from '../text/index.js';

/** One step of a value's derivation: a rule, the characters that it read, and the steps that it rests on. */
export interface TrailStep {
  readonly ruleId: string;
  readonly text: string;
  readonly note?: string;
  readonly children?: readonly TrailStep[];
}

/** How one value of a record came about, for `explain`. */
export interface Trail {
  readonly place: Span<'source'>;
  /** What the value says: `rate 35.92 %, measure CR, arm VTD`. */
  readonly label: string;
  readonly steps: readonly TrailStep[];
}

/** How a printed number is bounded: `<4个月` has the comparator `<`. */
export type Comparator = '=' | '<' | '>' | '≤' | '≥';

/** What kind of thing a printed number states. */
export const quantityKinds = [
  'percentage',
  'proportion',
  'count',
  'size',
  'duration',
  'estimate',
  'interval',
  'p-value',
  'heterogeneity',
  'dose',
  'cycle-length',
  'cycles',
  'not-reached',
  'measurement',
  'number',
] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/** What the two numbers behind a value are. */
export type RangeKind = 'range' | 'IQR' | 'CI95';

/**
 * A number as an article prints it. `value` is the number, `printed` its digits as they stand
 * (36.10 has two decimals and stands for [36.095, 36.105)); of a time told in parts (`3年7个月`) they are those of the
 * value. Absent is `undefined`.
 */
export interface Quantity {
  readonly kind: QuantityKind;
  readonly printed: string;
  readonly value?: number | undefined;
  readonly comparator?: Comparator | undefined;
  /** Normalised unit: %, patients, day, week, month, year, line, cycle, mg, mg/m2 … */
  readonly unit?: string | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly rangeKind?: RangeKind | undefined;
  readonly sd?: number | undefined;
  readonly events?: number | undefined;
  readonly total?: number | undefined;
  /** Of an estimate: HR, OR, RR, RRR, MD …; its interval stands in `low` and `high`, its level in `level` (95). */
  readonly estimate?: string | undefined;
  readonly level?: number | undefined;
  /** As printed, of a dose: d1、d4、d8、d11. */
  readonly schedule?: string | undefined;
}

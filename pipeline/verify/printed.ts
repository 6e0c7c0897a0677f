import type { Comparator, SourceRef } from '../model/index.js';
import type { Interval } from './interval.js';

/** A number of a record with the digits that the article prints. */
export interface Printed {
  readonly value: number;
  /** As printed: 36.10 stands for another interval than 36.1. */
  readonly digits: string;
  readonly op: Comparator;
  readonly source: SourceRef;
}

/** The part of a value that says how it is printed. */
interface Shown {
  readonly value?: number | undefined;
  readonly printed?: string | undefined;
  readonly op?: Comparator | undefined;
  readonly source: SourceRef;
}

/** A value of a record as printed; undefined where it has no number. */
export function printedValue({ value, printed, op, source }: Shown): Printed | undefined {
  if (value === undefined) return undefined;
  const digits = printed !== undefined && Number(printed) === value ? printed : String(value);
  return { value, digits, op: op ?? '=', source };
}

/** A number beside a value (a limit, a count, a deviation): its digits are looked up in the text of the source. */
export function printedBeside(value: number, source: SourceRef): Printed {
  const tokens: string[] = source.text.match(/[0-9]+(?:\.[0-9]+)?/gu) ?? [];
  const digits = tokens.find((token) => Number(token) === Math.abs(value));
  return { value, digits: digits ?? String(value), op: '=', source };
}

export function decimalsOf({ digits }: Pick<Printed, 'digits'>): number {
  const point = digits.indexOf('.');
  return point < 0 ? 0 : digits.length - point - 1;
}

/**
 * Every value that a printed number stands for: what rounds to its digits, half up and half to even alike, or the
 * half-line of its comparator.
 */
export function reading(printed: Printed): Interval {
  const { value, op } = printed;
  if (op === '<' || op === '≤') return { low: Number.NEGATIVE_INFINITY, high: value };
  if (op === '>' || op === '≥') return { low: value, high: Number.POSITIVE_INFINITY };
  const half = 0.5 * 10 ** -decimalsOf(printed);
  return { low: value - half, high: value + half };
}

/** Every value whose digits, cut instead of rounded, are those printed. */
export function cutReading(printed: Printed): Interval {
  const { value, op } = printed;
  return op === '=' ? { low: value, high: value + 10 ** -decimalsOf(printed) } : reading(printed);
}

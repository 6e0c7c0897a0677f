/** All values between two ends, these included. Infinite ends are allowed. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What two numbers may differ by because they are binary: no printed number has so many digits. */
const slack = 1e-9;

export function intersect(a: Interval, b: Interval): boolean {
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

export function contains({ low, high }: Interval, value: number): boolean {
  return low - slack <= value && value <= high + slack;
}

/** The image under a function that only rises, or only falls. */
export function mapped({ low, high }: Interval, change: (value: number) => number): Interval {
  return hull([change(low), change(high)]);
}

/** The image of two intervals under a function that rises or falls in each of its arguments. */
export function combined(a: Interval, b: Interval, join: (a: number, b: number) => number): Interval {
  return hull([join(a.low, b.low), join(a.low, b.high), join(a.high, b.low), join(a.high, b.high)]);
}

/** The smallest interval that holds some values. */
export function hull(values: readonly number[]): Interval {
  return { low: Math.min(...values), high: Math.max(...values) };
}

export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), { low: 0, high: 0 });
}

/** Whether an interval holds a whole number. */
export function holdsWhole({ low, high }: Interval): boolean {
  return Math.floor(high + slack) >= Math.ceil(low - slack);
}

/** The whole numbers in an interval, at most a thousand of them. */
export function wholeNumbers({ low, high }: Interval): number[] {
  const first = Math.ceil(low - slack);
  const count = Math.floor(high + slack) - first + 1;
  return Array.from({ length: Math.max(0, Math.min(1000, count)) }, (_, i) => first + i);
}

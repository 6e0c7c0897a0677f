import type { Aspect } from './aspect.js';
import type { What } from './row-names.js';

interface Outcome {
  readonly column: Aspect;
  readonly what: What;
  /** Whether it sums up others. */
  readonly sums: boolean;
}

/** Responses that sum up others, so that of several outcomes they are what was compared. */
const sums: ReadonlySet<string> = new Set(['ORR', 'DCR', '\u2265PR', '\u2265SD', 'pCR']);

/** Whether an outcome sums up others. */
export function sumsUp(what: What | undefined): boolean {
  return what !== undefined && sums.has(what.name);
}

/**
 * Where the arms stand in the rows, a column of p values behind outcomes compares the one before it, the one of several
 * that sums them up, or the one that all of them are; where that is not sure it stays as it is.
 */
export function withTested(
  columns: readonly Aspect[],
  whatOf: (column: Aspect) => What | undefined,
  isSum: (column: Aspect) => boolean,
): Aspect[] {
  let before: Outcome[] = [];
  return columns.map((column) => {
    if (column.role === 'statistic' || column.role === 'number') return column;
    const what = whatOf(column);
    if (column.role !== 'p') {
      if (what) before.push({ column, what, sums: isSum(column) });
      return column;
    }
    const tested = what ? undefined : testedOf(before);
    before = [];
    return tested ? { ...column, heads: [...tested.heads, ...column.heads], measure: tested.measure } : column;
  });
}

function testedOf(before: readonly Outcome[]): Aspect | undefined {
  const last = before.at(-1);
  const alike = before.every(({ what }) => what.name === last?.what.name);
  const summing = before.filter((one) => one.sums);
  return alike || (summing.length === 1 && summing[0] === last) ? last?.column : undefined;
}

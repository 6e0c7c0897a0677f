import type { Aspect } from './aspect.js';
import { cellP, cellValue } from './cell-value.js';
import type { GridCell } from './grid.js';

export interface Placed {
  readonly cells: readonly (GridCell | undefined)[];
  readonly loose: readonly GridCell[];
}

/** What other rows and the heads tell of the columns. */
export interface TableShape {
  /** Whether the heads of a column say that it holds shares. */
  readonly shares: readonly boolean[];
  /** Whether a column sums up others. */
  readonly sums: readonly boolean[];
  /** Whether arms have decimal numbers without anything beside them, as statistics are printed. */
  readonly armsArePlain: boolean;
}

/**
 * Puts the values of a row that has fewer than there are columns under their heads, where only one way is left: all
 * arms and nothing else, statistic and p alone, or in a row of p values the columns that can have been compared.
 */
export function placeShort(
  values: readonly GridCell[],
  row: Aspect,
  columns: readonly Aspect[],
  { shares, sums, armsArePlain }: TableShape,
): Placed {
  const places =
    row.role === 'p' || row.role === 'statistic'
      ? comparedColumns(values, columns, shares, sums)
      : armColumns(values, columns, armsArePlain);
  const cells = new Array<GridCell | undefined>(columns.length).fill(undefined);
  if (!places) return { cells, loose: values };
  places.forEach((column, i) => {
    cells[column] = values[i];
  });
  return { cells, loose: values.slice(places.length) };
}

function armColumns(
  values: readonly GridCell[],
  columns: readonly Aspect[],
  armsArePlain: boolean,
): number[] | undefined {
  const places = (wanted: (role: Aspect['role']) => boolean) =>
    columns.flatMap(({ role }, i) => (wanted(role) ? [i] : []));
  const tests = places((role) => role === 'p' || role === 'statistic');
  const arms = places((role) => role === undefined || role === 'values' || role === 'number' || role === 'percent');
  const ps = places((role) => role === 'p');
  const last = values.at(-1)?.text ?? '';
  const testOnly = values.every(
    ({ text }) => cellValue(text)?.kind !== 'percentage' && /[.<>]/u.test(text) && !/[(\u00b1]/u.test(text),
  );
  const isTest = testOnly && !armsArePlain && cellP(last) !== undefined;
  if (values.length === tests.length && testOnly && (isTest || values.length !== arms.length)) return tests;
  if (values.length === 1 && ps.length === 1 && testOnly && cellP(last)) return ps;
  if (arms.length === 0) return undefined;
  if (values.length === arms.length && !(testOnly && tests.length === values.length)) return arms;
  // Without a statistic beside it, as in an exact test, a p value is sure only with its operator or as 1.
  const sure = /^[<>]|^1\.0+$/u.test(last);
  if (values.length === arms.length + 1 && ps.length === 1 && sure) return [...arms, ps[0] as number];
  return values.length === arms.length + 1 && tests.length > 1 ? arms : undefined;
}

/** The one set of columns, as many as there are values, that a row of tests can be about. */
function comparedColumns(
  values: readonly GridCell[],
  columns: readonly Aspect[],
  shares: readonly boolean[],
  sums: readonly boolean[],
): number[] | undefined {
  const all = columns.map((_, i) => i);
  const outcomes = all.filter((i) => columns[i]?.role !== 'number');
  const firsts = outcomes.filter((i) => i === 0 || columns[i]?.heads[0] !== columns[i - 1]?.heads[0]);
  const ofShares = outcomes.filter((i) => shares[i]);
  const ofSums = outcomes.filter((i) => sums[i]);
  const fitting = [all, outcomes, firsts, ofShares, ofSums].filter((some) => some.length === values.length);
  const [first, ...others] = fitting;
  return first && others.every((other) => other.join() === first.join()) ? first : undefined;
}

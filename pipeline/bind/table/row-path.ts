import type { Aspect } from './aspect.js';
import { cellValue } from './cell-value.js';
import type { Grid, GridCell } from './grid.js';
import { joinedNames } from './row-names.js';
import type { TableScene } from './table-scene.js';

/** A row with the head of the rows that it belongs to. */
export interface RowPath {
  readonly group: GridCell | undefined;
  readonly label: GridCell | undefined;
  /** Labels between the two, if the table prints names in more columns. */
  readonly between: readonly GridCell[];
  /** Whether it is the first row under its head. */
  readonly first: boolean;
}

/**
 * Finds the head of each row: the widest of its own labels, else the last row that had no values, until the shares of
 * its levels add up to the whole.
 */
export function rowPaths(grid: Grid, columns: readonly Aspect[], scene: TableScene): RowPath[] {
  let group: GridCell | undefined;
  let levels = 0;
  let sum = 0;
  return grid.rows.map(({ label, cells, short }) => {
    const names = grid.words ? joinedNames(label, scene) : label;
    const values = cells.length > 0 ? cells : (short ?? []);
    const own = names.at(-1);
    const isTested = (i: number) => cells.length > 0 && isTest(columns[i]);
    const isHead = names.length === 1 && !values.some((cell, i) => cell && cellValue(cell.text) && !isTested(i));
    if (names.length > 1 && names[0] !== group) [group, levels, sum] = [names[0], 0, 0];
    if (isHead) {
      [group, levels, sum] = [own, 0, 0];
      return { group: undefined, label: own, between: [], first: false };
    }
    // A single name whose column ended with the group above belongs to no group.
    if (names.length === 1 && sum >= 98.5 && sum <= 101.5) group = undefined;
    const path = {
      group: group === own ? undefined : group,
      label: own,
      between: names.slice(1, -1),
      first: levels === 0,
    };
    levels += 1;
    sum += shareOf(values.find((cell) => cell !== undefined));
    return path;
  });
}

function isTest(column: Aspect | undefined): boolean {
  return column?.role === 'p' || column?.role === 'statistic';
}

function shareOf(cell: GridCell | undefined): number {
  const value = cell && cellValue(cell.text);
  return value?.kind === 'percentage' ? (value.value ?? 0) : 0;
}

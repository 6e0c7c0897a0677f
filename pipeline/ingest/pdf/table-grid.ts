import { type Fragment, fragment, rowsOf, splitLine } from './fragments.js';
import type { Item } from './item.js';
import { spreadHeads } from './spread-heads.js';
import { logicalRows } from './table-rows.js';

/** A cell by its lines of items; a head that spans columns stands in each of them. */
export interface GridCell {
  readonly lines: readonly (readonly Item[])[];
}
export type GridRow = readonly GridCell[];

/** From where to where a column's cells reach. */
export interface Strip {
  readonly left: number;
  readonly right: number;
}

/** A table as rows of cells, one for each column. */
export interface Grid {
  readonly columns: readonly Strip[];
  readonly rows: readonly GridRow[];
}

/** Two cells of a row are at least so far apart, in ems. */
const cellGap = 0.62;

export interface PrintedRow {
  readonly baseline: number;
  readonly size: number;
  readonly cells: readonly Fragment[];
}

/**
 * The rows and columns of a table, from where its items stand. A table that goes on on another page keeps the columns
 * that it has. Undefined where the items make no columns.
 */
export function tableGrid(items: readonly Item[], known?: readonly Strip[]): Grid | undefined {
  const rows = rowsOf(items).map(printedRow);
  const columns = known ?? columnsOf(rows);
  if (columns.length < 2 || (rows.length < 2 && !known)) return undefined;
  const grid = logicalRows(rows, columns).map((group) => gridRow(group, columns));
  return { columns, rows: known ? grid : spreadHeads(grid) };
}

function printedRow(items: readonly Item[]): PrintedRow {
  const cells = splitLine(items, cellGap);
  const whole = fragment(items);
  return { baseline: whole.baseline, size: whole.size, cells };
}

/**
 * The columns: what is left when white strips that run through nearly all rows part them. Some rows may cross a
 * strip, as heads over several columns do.
 */
function columnsOf(rows: readonly PrintedRow[]): Strip[] {
  const several = rows.filter(({ cells }) => cells.length > 1);
  const cells = several.flatMap((row) => row.cells);
  const crossing = several.length < 4 ? 0 : Math.min(2, Math.max(1, Math.floor(0.15 * several.length)));
  const columns = inked(cells, crossing);
  // A column with hardly any cell in it shows where nothing else stands.
  const lonely = cells.filter(({ left, right }) =>
    columns.every((column) => right < column.left || left > column.right),
  );
  return [...columns, ...inked(lonely, 0)].sort((a, b) => a.left - b.left);
}

/** The stretches that more than so many cells cover. */
function inked(cells: readonly Strip[], atMost: number): Strip[] {
  const edges = cells
    .flatMap(({ left, right }) => [
      { x: left, step: 1 },
      { x: right, step: -1 },
    ])
    .sort((a, b) => a.x - b.x || a.step - b.step);
  const strips: Strip[] = [];
  let depth = 0;
  let from = 0;
  for (const { x, step } of edges) {
    if (step > 0 && depth === atMost) from = x;
    if (step < 0 && depth === atMost + 1 && x - from > 1) strips.push({ left: from, right: x });
    depth += step;
  }
  return strips;
}

/** One row: each column has the cells that stand over it, line by line. */
function gridRow(group: readonly PrintedRow[], columns: readonly Strip[]): GridRow {
  const lines = columns.map((): (readonly Item[])[] => []);
  for (const { cells } of group) {
    for (const cell of cells) {
      for (const column of columnsUnder(cell, columns)) lines[column]?.push(cell.items);
    }
  }
  return lines.map((of) => ({ lines: of }));
}

/** The columns that a cell stands in: those that it covers, or the nearest one. */
function columnsUnder({ left, right }: Strip, columns: readonly Strip[]): number[] {
  const covered = columns.flatMap((column, i) => {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    return overlap > 0.3 * Math.min(right - left, column.right - column.left) ? [i] : [];
  });
  if (covered.length > 0) return covered;
  const middle = (left + right) / 2;
  const away = columns.map((column) => Math.abs((column.left + column.right) / 2 - middle));
  return [away.indexOf(Math.min(...away))];
}

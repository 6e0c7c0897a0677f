import { type Fragment, fragment, fragmentsOf, rowsOf } from './fragments.js';
import type { Item } from './item.js';

/** A cell by its lines of items; a head that spans columns stands in each of them. */
export interface GridCell {
  readonly lines: readonly (readonly Item[])[];
}
export type GridRow = readonly GridCell[];

/** Two cells of a row are at least so far apart, in ems. */
const cellGap = 0.62;

interface Strip {
  readonly left: number;
  readonly right: number;
}

interface PrintedRow {
  readonly baseline: number;
  readonly size: number;
  readonly cells: readonly Fragment[];
}

/** The rows and columns of a table, from where its items stand. Undefined where they make no columns. */
export function tableGrid(items: readonly Item[]): GridRow[] | undefined {
  const rows = rowsOf(items).map(printedRow);
  const columns = columnsOf(rows);
  if (columns.length < 2 || rows.length < 2) return undefined;
  return logicalRows(rows, columns).map((group) => gridRow(group, columns));
}

function printedRow(items: readonly Item[]): PrintedRow {
  const cells = fragmentsOf(items, cellGap);
  const whole = fragment(items);
  return { baseline: whole.baseline, size: whole.size, cells };
}

/**
 * The columns: the white strips that run through nearly all rows with many cells part them. A row with few cells
 * may be a spanning head or the name of a group.
 */
function columnsOf(rows: readonly PrintedRow[]): Strip[] {
  const counts = rows.map(({ cells }) => cells.length).sort((a, b) => a - b);
  const many = Math.max(2, Math.ceil(0.6 * (counts[Math.floor(counts.length * 0.9)] ?? 0)));
  const full = rows.filter(({ cells }) => cells.length >= many);
  const spans = full.flatMap(({ cells }) => cells).sort((a, b) => a.left - b.left);
  const columns: { left: number; right: number; rows: number }[] = [];
  for (const { left, right } of spans) {
    const last = columns.at(-1);
    if (last && left < last.right) Object.assign(last, { right: Math.max(last.right, right), rows: last.rows + 1 });
    else columns.push({ left, right, rows: 1 });
  }
  return columns;
}

/** Printed rows that make one row of the table: cells that are broken over lines stand closer than rows do. */
function logicalRows(rows: readonly PrintedRow[], columns: readonly Strip[]): PrintedRow[][] {
  const groups: PrintedRow[][] = [];
  const pitch = rowPitch(rows, columns);
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    const group = groups.at(-1);
    if (before && group && continues(before, row, columns, pitch)) group.push(row);
    else groups.push([row]);
  });
  return groups;
}

/** The usual distance between rows that have a cell in the first column and others. */
function rowPitch(rows: readonly PrintedRow[], columns: readonly Strip[]): number {
  const steps: number[] = [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before && isWhole(row, columns) && isWhole(before, columns)) steps.push(row.baseline - before.baseline);
  });
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
}

function isWhole(row: PrintedRow, columns: readonly Strip[]): boolean {
  return startsRow(row, columns) && row.cells.length > 1;
}

/** Whether a row has something in the first column. */
function startsRow(row: PrintedRow, columns: readonly Strip[]): boolean {
  return (row.cells[0]?.left ?? 0) < (columns[0]?.right ?? 0);
}

function continues(before: PrintedRow, row: PrintedRow, columns: readonly Strip[], pitch: number): boolean {
  const step = row.baseline - before.baseline;
  // Cells that are centred beside two lines of another stand between these.
  if (step < 0.85 * row.size) return true;
  if (startsRow(row, columns) && row.cells.length > 1) return false;
  if (pitch > 0 && step > 0.9 * pitch) return false;
  return pitch > 0 || step < 1.5 * row.size;
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

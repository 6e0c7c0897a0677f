import type { Fragment } from './fragments.js';
import type { PrintedRow, Strip } from './table-grid.js';

/** Printed rows that make one row of the table: cells that are broken over lines stand closer than rows do. */
export function logicalRows(rows: readonly PrintedRow[], columns: readonly Strip[]): PrintedRow[][] {
  const groups: PrintedRow[][] = [];
  const spacing = { pitch: rowPitch(rows, columns), leading: leadingOf(rows) };
  rows.forEach((row, i) => {
    const group = groups.at(-1);
    if (group && continues(group, row, rows[i + 1], columns, spacing, groups.length === 1)) group.push(row);
    else groups.push([row]);
  });
  return groups;
}

/** Distances between baselines, in points. */
interface Spacing {
  /** Between rows; 0 where not known. */
  readonly pitch: number;
  /** Between the lines of one cell, where rows are visibly further apart; else 0. */
  readonly leading: number;
}

/** The distance between the lines of a cell: the smallest that occurs more than once, if others are larger. */
function leadingOf(rows: readonly PrintedRow[]): number {
  const steps = rows
    .flatMap((row, i) => {
      const above = rows.slice(Math.max(0, i - 4), i).findLast((other) => overlap(other, row));
      return above ? [row.baseline - above.baseline] : [];
    })
    .sort((a, b) => a - b);
  const leading = steps.find((step, i) => (steps[i + 1] ?? 0) < 1.04 * step) ?? 0;
  const size = rows[0]?.size ?? 0;
  const larger = steps.filter((step) => step > 1.12 * leading).length;
  return leading < 1.75 * size && larger >= 0.3 * steps.length ? leading : 0;
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

function continues(
  group: readonly PrintedRow[],
  row: PrintedRow,
  next: PrintedRow | undefined,
  columns: readonly Strip[],
  { pitch, leading }: Spacing,
  isFirst: boolean,
): boolean {
  const last = group.at(-1) as PrintedRow;
  const above = group.findLast((other) => overlap(other, row));
  // A cell that is centred beside two lines of another stands between these.
  if (!above && row.baseline - last.baseline < 0.85 * row.size) return true;
  if (group.some((other) => heads(other, row))) return false;
  if (finishes(group, row)) return true;
  if (hasValueBelowValue(group, row)) return false;
  const step = row.baseline - (above ?? last).baseline;
  if (isInBrackets(row) && !startsRow(row, columns) && step < 2.4 * row.size) return true;
  const isTight = step < tightest * row.size;
  if (isTight && isRemainder(group, row, columns)) return true;
  if (!group.some(hasNumbers)) {
    if (hasNumbers(row) && !isTight) return false;
    if (isFirst && isTight && !startsRow(row, columns) && isWhollyBelow(row, group)) return true;
  }
  if (leading > 0 && above) return step < 1.06 * leading;
  if (startsRow(row, columns) && row.cells.length > 1) {
    // The first lines of cells that are taller than the rest of their row.
    return step < 1.6 * row.size && !group.some((other) => startsRow(other, columns));
  }
  const isNearerToNext =
    next !== undefined &&
    !startsRow(row, columns) &&
    startsRow(next, columns) &&
    next.baseline - row.baseline < 0.8 * step;
  if (isNearerToNext) return false;
  if (pitch > 0 && step > 0.9 * pitch) return false;
  return pitch > 0 || step < 1.5 * row.size;
}

/** Whether a row has numbers behind its first cell, as rows below the heads do. */
export function hasNumbers({ cells }: PrintedRow): boolean {
  return cells.slice(1).some((cell) => /^[\d<>~()%.,]+$/u.test(textOf(cell)));
}

/** Rows of a table stand further apart than this, in ems. */
const tightest = 1.45;

/** Whether a row has few cells, below one with a cell in most columns: the second lines of the longer cells. */
function isRemainder(group: readonly PrintedRow[], row: PrintedRow, columns: readonly Strip[]): boolean {
  const most = Math.max(...group.map(({ cells }) => cells.length));
  return columns.length > 4 && most > 0.7 * columns.length && row.cells.length < 0.5 * most;
}

/** Whether each cell of a row stands below one that ends in a mark after which more must come: `男性：`, `12.5～`. */
function finishes(group: readonly PrintedRow[], row: PrintedRow): boolean {
  return row.cells.every((cell) => {
    const above = group.flatMap(({ cells }) => cells.filter((other) => isBelow(cell, other))).at(-1);
    return above !== undefined && /[：:，,、（(～~+]$/u.test(textOf(above));
  });
}

/** Two whole values below each other are of two rows. */
function hasValueBelowValue(group: readonly PrintedRow[], row: PrintedRow): boolean {
  const values = group.flatMap(({ cells }) => cells.filter(isValue));
  return row.cells.some((cell) => isValue(cell) && values.some((above) => isBelow(cell, above)));
}

function isValue(cell: Fragment): boolean {
  return /^\d+(?:\.\d+)?[(\uff08]\d+(?:\.\d+)?%?[)\uff09]$/u.test(textOf(cell));
}

function textOf({ items }: Fragment): string {
  return items.map(({ text }) => text.trim()).join('');
}

/** Whether every cell of a row stands below a cell of the rows above. */
function isWhollyBelow(row: PrintedRow, group: readonly PrintedRow[]): boolean {
  return row.cells.every((cell) => group.some(({ cells }) => cells.some((above) => isBelow(cell, above))));
}

function isBelow(cell: Strip, above: Strip): boolean {
  return above.left < cell.right && cell.left < above.right;
}

/** Whether a row holds nothing but units, sizes or intervals in brackets, which belong to what stands above. */
function isInBrackets({ cells }: PrintedRow): boolean {
  return cells.every((cell) => /^[(\uff08].*[)\uff09]$/u.test(textOf(cell)));
}

/** Whether a cell of one row stands above several of another, as the head of several columns does. */
function heads(row: PrintedRow, below: PrintedRow): boolean {
  return row.cells.some((above) => below.cells.filter((cell) => isBelow(cell, above)).length > 1);
}

/** Whether cells of two rows stand below one another. */
function overlap(a: PrintedRow, b: PrintedRow): boolean {
  return a.cells.some((one) => b.cells.some((other) => isBelow(one, other)));
}

import { type Fragment, fragment, rowsOf, splitLine } from './fragments.js';
import type { Item } from './item.js';
import { spreadHeads, textOf } from './spread-heads.js';
import { hasNumbers, logicalRows } from './table-rows.js';

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
  const grid = logicalRows(rows, columns).map((group, i) => gridRow(group, columns, known ? false : i === 0));
  const rowsOfTable = unitsUp(grid);
  return { columns, rows: known ? rowsOfTable : spreadHeads(rowsOfTable) };
}

/** `临床分期/例` and `(%)` on the line of the next row: the end of a name goes to the name. */
function unitsUp(rows: readonly GridRow[]): GridRow[] {
  const moved: GridRow[] = [];
  for (const row of rows) {
    const [name, ...values] = row;
    const above = moved.at(-1);
    const [begun] = above ?? [];
    const isEnd = name && /^[(\uff08][^()\uff08\uff09]*[)\uff09]$/u.test(textOf(name));
    if (!isEnd || !above || !begun || begun.lines.length === 0) moved.push(row);
    else {
      moved[moved.length - 1] = [{ lines: [...begun.lines, ...name.lines] }, ...above.slice(1)];
      moved.push([{ lines: [] }, ...values]);
    }
  }
  return moved;
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
  const heads = rows.slice(0, Math.max(0, rows.findIndex(hasNumbers)));
  const spanning = new Set(heads.flatMap((row, i) => row.cells.filter((cell) => spans(cell, heads.slice(i + 1)))));
  const cells = several.flatMap((row) => row.cells.filter((cell) => !spanning.has(cell)));
  const crossing = several.length < 4 ? 0 : Math.min(2, Math.max(1, Math.floor(0.15 * several.length)));
  const strips = inked(cells, crossing);
  // Where heads are wider than what they stand over, they overlap beside it; a column has cells of its own.
  const columns = strips.filter((strip) =>
    cells.some((cell) => isOver(cell, strip) && strips.filter((other) => isOver(cell, other)).length === 1),
  );
  // A column with hardly any cell in it shows where nothing else stands.
  const lonely = cells.filter(
    (cell) => columns.every((column) => !isOver(cell, column)) && ![...spanning].some((head) => hangs(cell, head)),
  );
  const all = [...columns, ...inked(lonely, 0)].sort((a, b) => a.left - b.left);
  return splitNames(widened(all, cells), several);
}

/** Columns as wide as the widest of the cells that stand in them alone. */
function widened(columns: readonly Strip[], cells: readonly Strip[]): Strip[] {
  const alone = cells.flatMap((cell) => {
    const [column, another] = columns.filter((strip) => isOver(cell, strip));
    return column && !another ? [{ cell, column }] : [];
  });
  return columns.map((strip) =>
    unionOf([strip, ...alone.filter(({ column }) => column === strip).map(({ cell }) => cell)]),
  );
}

/**
 * Names and the names of their parts may stand in two columns that names over both hide: `性别  男`, and `女` below.
 * Rows that hold one of each tell where the one ends and the other begins.
 */
function splitNames([first, ...rest]: readonly Strip[], rows: readonly PrintedRow[]): Strip[] {
  const second = rest[0];
  if (!first || !second) return first ? [first] : [];
  const names = rows.flatMap(({ cells }) => [cells.filter((cell) => cell.right < second.left && isOver(cell, first))]);
  const pairs = names.flatMap(([name, part, more]) => (name && part && !more ? [[name, part] as const] : []));
  const left = unionOf(pairs.map(([name]) => name));
  const right = unionOf(pairs.map(([, part]) => part));
  const parts = names.filter(([name, more]) => name && !more && name.left > left.right);
  if (pairs.length < 2 || parts.length === 0 || left.right >= right.left) return [first, ...rest];
  return [left, right, ...rest];
}

function unionOf(strips: readonly Strip[]): Strip {
  return { left: Math.min(...strips.map(({ left }) => left)), right: Math.max(...strips.map(({ right }) => right)) };
}

/** Whether a head stands over several of the heads below it. */
function spans(cell: Strip, below: readonly PrintedRow[]): boolean {
  return below.some(({ cells }) => cells.filter((other) => isOver(cell, other)).length > 1);
}

function isOver(a: Strip, b: Strip): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** Whether a cell is a further line of a head over several columns: it hangs in the middle of it. */
function hangs(cell: Fragment, head: Fragment): boolean {
  return cell.baseline > head.baseline && head.left <= cell.left && cell.right <= head.right;
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
function gridRow(group: readonly PrintedRow[], columns: readonly Strip[], isHead: boolean): GridRow {
  const lines = columns.map((): (readonly Item[])[] => []);
  for (const { cells } of group) {
    // What stands beside each other in one column, as a name with the first of its parts, is one line.
    const line = columns.map((): Item[] => []);
    for (const cell of cells)
      for (const column of columnsUnder(cell, columns, isHead)) line[column]?.push(...cell.items);
    line.forEach((items, column) => {
      if (items.length > 0) lines[column]?.push(items);
    });
  }
  return lines.map((of) => ({ lines: of }));
}

/** The columns that a cell stands in: those that it covers, in a head both beside its middle, else the nearest one. */
function columnsUnder({ left, right }: Strip, columns: readonly Strip[], isHead: boolean): number[] {
  const covered = columns.flatMap((column, i) => {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    return overlap > 0.3 * Math.min(right - left, column.right - column.left) ? [i] : [];
  });
  if (covered.length > 0) return covered;
  const middle = (left + right) / 2;
  const next = columns.findIndex((column) => column.left > middle);
  if (isHead && next > 1 && (columns[next - 1]?.right ?? middle) < middle) return [next - 1, next];
  const away = columns.map((column) => Math.abs((column.left + column.right) / 2 - middle));
  return [away.indexOf(Math.min(...away))];
}

import type { Cell } from '../model/index.js';
import { type Document, toSource } from '../text/index.js';

/** Where a cell stands in its printed line, in columns; a Han character takes two. */
interface Printed {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
}

interface Column {
  left: number;
  right: number;
}

/**
 * Finds the column of each cell from where it was printed: full rows tell where the columns stand, and the cells of
 * shorter rows stand below or above one of them. Undefined where two cells would share a column.
 */
export function placeByPrint(rows: readonly (readonly Cell[])[], document: Document): Cell[][] | undefined {
  const printed = rows.map((row) => row.map((cell) => printedAt(cell, document)));
  const most = rows.reduce((width, row) => Math.max(width, row.length), 0);
  const full = printed.filter((row) => row.length === most);
  const columns = columnsOf(full);
  if (most < 3 || columns === undefined) return undefined;
  const heads = printed.findIndex((row) => row.some(({ cell }) => isNumeric(cell, document)));
  // One full row alone tells the columns only where all others below the heads stand right under or over it.
  if (
    full.length < 2 &&
    !printed
      .slice(heads)
      .flat()
      .every((one) => isUnderOne(columns, one))
  )
    return undefined;
  const places = printed.map((row) =>
    row.map((one) => (row.length === most ? row.indexOf(one) : nearest(columns, one))),
  );
  if (places.some((row) => row.some((place, i) => i > 0 && place <= (row[i - 1] as number)))) return undefined;
  // No part of a line of lower heads stands under the head of the row heads: such lines were not printed in their places.
  const isOff = (row: readonly number[]) => row[0] === 0 && row.length > 1 && row.length < most;
  if (places[0]?.[0] === 0 && places.slice(1, Math.max(1, heads)).some(isOff)) return undefined;
  return printed.map((row, r) => {
    const cells = row.map(({ cell }, i) => ({
      ...cell,
      column: places[r]?.[i] as number,
      ...(r < heads ? spread(row, places, columns, r, i, heads) : {}),
    }));
    return r < heads ? cells : [...cells, ...emptyCells(cells.at(-1), most)];
  });
}

/** The cells behind the last one of a row: where they would stand nothing is printed. */
function emptyCells(last: Cell | undefined, width: number): Cell[] {
  if (!last) return [];
  const { end } = last.span;
  const missing = width - 1 - last.column;
  return Array.from({ length: missing }, (_, i) => ({ column: last.column + 1 + i, span: { start: end, end } }));
}

function printedAt(cell: Cell, document: Document): Printed {
  const { start, end } = toSource(document, cell.span);
  const { text } = document.source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const left = widthOf(text.slice(lineStart, start));
  return { cell, left, right: left + widthOf(text.slice(start, end)) };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\u9fff\uff00-\uff60]/u.test(character) ? 2 : 1;
  return width;
}

/** The columns where full rows have their cells; undefined where two of them overlap. */
function columnsOf(full: readonly (readonly Printed[])[]): Column[] | undefined {
  const columns = (full[0] as readonly Printed[]).map(({ left, right }): Column => ({ left, right }));
  for (const row of full)
    row.forEach(({ left, right }, i) => {
      const column = columns[i] as Column;
      column.left = Math.min(column.left, left);
      column.right = Math.max(column.right, right);
    });
  return columns.every(({ left }, i) => i === 0 || left > (columns[i - 1] as Column).left) ? columns : undefined;
}

function distance({ left, right }: Column | Printed, centre: number): number {
  return centre < left ? left - centre : Math.max(0, centre - right);
}

function isUnderOne(columns: readonly Column[], { left, right }: Printed): boolean {
  return columns.filter((column) => column.left < right && left < column.right).length === 1;
}

/** The one column that a cell stands over or under, else the one whose middle is nearest to its own. */
function nearest(columns: readonly Column[], { left, right }: Printed): number {
  const over = columns.flatMap((column, c) => (column.left < right && left < column.right ? [c] : []));
  const [only, another] = over;
  if (only !== undefined && another === undefined) return only;
  const middle = (left + right) / 2;
  const gaps = columns.map((column) => Math.abs((column.left + column.right) / 2 - middle));
  return gaps.indexOf(Math.min(...gaps));
}

/** A head also stands over the columns beside it that only a lower head names, if it is the nearest one to them. */
function spread(
  row: readonly Printed[],
  places: readonly (readonly number[])[],
  columns: readonly Column[],
  r: number,
  i: number,
  heads: number,
): Pick<Cell, 'column' | 'columns'> {
  const own = new Set(places[r]);
  const below = new Set(places.slice(r + 1, heads).flat());
  const held = columns.flatMap((column, c) => {
    if (own.has(c)) return c === places[r]?.[i] ? [c] : [];
    const middle = (column.left + column.right) / 2;
    // A head over a column of which no lower one stands in it is not parted.
    const gaps = row.map((head, h) =>
      below.has(places[r]?.[h] as number) ? distance(head, middle) : Number.POSITIVE_INFINITY,
    );
    return below.has(c) && gaps.indexOf(Math.min(...gaps)) === i ? [c] : [];
  });
  const first = Math.min(...held);
  return { column: first, columns: Math.max(...held) - first + 1 };
}

function isNumeric({ span }: Cell, document: Document): boolean {
  return /^[<>]?\d[\d.,()%\u00b1~/<>=\u2264\u2265 -]*$/u.test(document.text.slice(span.start, span.end));
}

import type { Cell, Table } from '../../model/index.js';
import type { Span } from '../../text/index.js';
import { isValue } from './cell-value.js';

/** A cell with what it prints, single spaces between its words. */
export interface GridCell {
  readonly span: Span<'text'>;
  readonly text: string;
  /** How many rows it holds for. */
  readonly rows: number;
}

export interface GridRow {
  /** What names the row, from the widest to the narrowest. */
  readonly label: readonly GridCell[];
  /** The cells under the heads, by their column; undefined for an empty cell. */
  readonly cells: readonly (GridCell | undefined)[];
  /** The values of a row that has fewer than there are columns, where only their order is known. */
  readonly short?: readonly GridCell[] | undefined;
}

/** A table with known columns: what heads each of them, and the rows. */
export interface Grid {
  /** For each column of values its heads, top down. */
  readonly columns: readonly (readonly GridCell[])[];
  readonly rows: readonly GridRow[];
  /** Cells with values that have no sure column. */
  readonly loose: readonly GridCell[];
  /** Whether the names of rows come in words, of which the first may head the rows to come. */
  readonly words: boolean;
}

type Matrix = readonly (readonly (GridCell | undefined)[])[];

/** The grid of a table whose columns are known; `named` columns name its rows, if the caller knows how many. */
export function ruledGrid(table: Table, text: string, named?: number): Grid {
  const matrix = unfolded(matrixOf(table, text));
  const heads = headsOf(matrix, table.heads);
  const cut = cutRows(table);
  // Where a head is missing nothing says which, so that every column behind it may be another's.
  if (cut.slice(0, heads).some(Boolean))
    return { columns: [], rows: [], loose: bodyCells(matrix, heads), words: false };
  const labels = named ?? labelColumns(matrix, heads);
  const width = matrix[0]?.length ?? 0;
  spreadOverGaps(matrix, heads, labels);
  joinRepeats(matrix, heads);
  const columns: GridCell[][] = [];
  for (let column = labels; column < width; column += 1)
    columns.push(distinct(matrix.slice(0, heads).map((row) => row[column])));
  const seen = new Set<GridCell>();
  const rows = matrix.slice(heads).map((row, r): GridRow => {
    const cells = row.slice(labels).map((cell) => (cell === undefined || seen.has(cell) ? undefined : cell));
    for (const cell of cells) if (cell) seen.add(cell);
    const label = distinct(row.slice(0, labels));
    const values = cells.filter((cell) => cell !== undefined);
    return cut[r + heads] && values.length > 0 ? { label, cells: [], short: values } : { label, cells };
  });
  return { columns, rows, loose: [], words: false };
}

/** Rows that end before the last column without an empty cell: one of their cells may be missing anywhere. */
function cutRows(table: Table): boolean[] {
  const width = widthOf(table);
  /** For each column how many more rows the cell above spans. */
  const below = new Array<number>(width).fill(0);
  return table.rows.map((row) => {
    const held = below.map((more) => more > 0);
    below.forEach((more, column) => {
      below[column] = Math.max(0, more - 1);
    });
    for (const cell of row) {
      held.fill(true, cell.column, endOf(cell));
      below.fill((cell.rows ?? 1) - 1, cell.column, endOf(cell));
    }
    const full = row.every(({ span }) => span.end > span.start);
    const end = held.indexOf(false);
    return row.length > 1 && full && end >= 0 && !held.includes(true, end);
  });
}

function widthOf({ rows }: Table): number {
  return rows.reduce((width, row) => row.reduce((most, cell) => Math.max(most, endOf(cell)), width), 0);
}

function endOf({ column, columns = 1 }: Cell): number {
  return column + columns;
}

function bodyCells(matrix: Matrix, heads: number): GridCell[] {
  return distinct(matrix.slice(heads).flat());
}

/** What a cell prints, in one line. */
export function printed(span: Span<'text'>, text: string): string {
  return text
    .slice(span.start, span.end)
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

export function gridCell({ span, rows = 1 }: Cell, text: string): GridCell {
  return { span, text: printed(span, text), rows };
}

/** Every cell in each of the rows and columns that it spans. */
function matrixOf(table: Table, text: string): (GridCell | undefined)[][] {
  const width = widthOf(table);
  const matrix = table.rows.map(() => new Array<GridCell | undefined>(width).fill(undefined));
  table.rows.forEach((row, r) => {
    for (const cell of row) {
      if (cell.span.end <= cell.span.start) continue;
      const { column, columns = 1, rows = 1 } = cell;
      const made = gridCell(cell, text);
      for (const line of matrix.slice(r, r + rows)) line.fill(made, column, column + columns);
    }
  });
  return matrix;
}

/** A table that was folded into two halves side by side, under the same heads twice, has one half beneath the other. */
function unfolded(matrix: (GridCell | undefined)[][]): (GridCell | undefined)[][] {
  const [head = []] = matrix;
  const half = head.length / 2;
  const names = head.map((cell) => cell?.text);
  if (half < 2 || !Number.isInteger(half) || names[0] === undefined) return matrix;
  if (names.some((name, c) => name !== names[(c + half) % head.length])) return matrix;
  const right = matrix.slice(1).map((row) => row.slice(half));
  return [...matrix.map((row) => row.slice(0, half)), ...right.filter((row) => row.some((cell) => cell !== undefined))];
}

/** The rows above the first one that holds a value; a second head row has cells in more than one column. */
function headsOf(matrix: Matrix, told: number | undefined): number {
  let heads = told ?? 0;
  for (; heads < matrix.length; heads += 1) {
    const row = matrix[heads] as readonly (GridCell | undefined)[];
    const inner = distinct(row.slice(1)).filter((cell) => cell !== row[0]);
    const opens = heads === 0 || row[0] === undefined || row[0] === matrix[heads - 1]?.[0];
    if (opens && namesGrades(inner.map(({ text }) => text))) continue;
    if (inner.some(({ text }) => isValue(text)) || (heads > 0 && inner.length < 2)) break;
  }
  return heads;
}

/** `0 Ⅰ Ⅱ Ⅲ Ⅳ`, `1 2 3 4`: figures in a head that rise by one name grades; none of them is a value. */
export function namesGrades(names: readonly string[]): boolean {
  const figures = names.filter(isValue);
  const rise = figures.every(
    (figure, i) => /^[0-5]$/u.test(figure) && (i === 0 || Number(figure) === Number(figures[i - 1]) + 1),
  );
  return (
    rise &&
    (figures.length > 3 || (figures.length === 1 && /^0\n[ⅠI1]/u.test(names.slice(names.indexOf('0')).join('\n'))))
  );
}

/** Markdown cannot say that a head spans columns: it stands over the empty heads behind it that have heads beneath. */
function spreadOverGaps(matrix: (GridCell | undefined)[][], heads: number, labels: number): void {
  matrix.slice(0, Math.max(0, heads - 1)).forEach((row, r) => {
    for (let column = labels + 1; column < row.length; column += 1)
      if (row[column] === undefined && matrix[r + 1]?.[column] !== undefined) row[column] = row[column - 1];
  });
}

/** A head that is printed again in each column that it spans is one head. */
function joinRepeats(matrix: (GridCell | undefined)[][], heads: number): void {
  for (const row of matrix.slice(0, Math.max(0, heads - 1)))
    row.forEach((cell, column) => {
      const before = row[column - 1];
      if (before !== undefined && before.text === cell?.text) row[column] = before;
    });
}

/** The first column, those that its head stands over, too, and those beside it that hold words. */
function labelColumns(matrix: Matrix, heads: number): number {
  const width = matrix[0]?.length ?? 0;
  const [head] = matrix;
  let labels = 1;
  while (heads > 0 && head?.[0] !== undefined && head[labels]?.text === head[0].text) labels += 1;
  while (labels < width - 1 && holdsWords(matrix.slice(heads), labels)) labels += 1;
  return Math.min(labels, width);
}

function holdsWords(body: Matrix, column: number): boolean {
  const cells = distinct(body.map((row) => row[column]));
  return (
    cells.length > 0.5 * body.length &&
    cells.every(({ text }) => !isValue(text) && /\p{L}|^[<>\u2264\u2265]\d/u.test(text))
  );
}

function distinct(cells: readonly (GridCell | undefined)[]): GridCell[] {
  return [...new Set(cells)].filter((cell) => cell !== undefined);
}

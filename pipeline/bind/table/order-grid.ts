import type { Table } from '../../model/index.js';
import { isValue } from './cell-value.js';
import { type Grid, type GridCell, type GridRow, gridCell, namesGrades, printed } from './grid.js';
import { spreadHeads, spreadInTwo } from './spread-heads.js';
import { withoutTrailingWords } from './trailing-words.js';

/** What the reader of a table knows about its cells. */
export interface HeadSense {
  /** Whether a cell reads like the head of a column: it names an arm, a measure, a grade, a statistic. */
  readonly isHead: (cell: GridCell) => boolean;
  /** Whether it names an arm. */
  readonly isArm: (cell: GridCell) => boolean;
  /** Whether it tells a grade, or the share of all grades. */
  readonly isGrade: (cell: GridCell) => boolean;
  /** Whether it stands over the sizes of groups. */
  readonly isSize: (cell: GridCell) => boolean;
  /** Whether it stands over values of its own: of sizes, or of what has a unit. */
  readonly hasValues: (cell: GridCell) => boolean;
  /** Whether it stands over the row heads (组别, 项目). */
  readonly isCorner: (cell: GridCell) => boolean;
  readonly isMissing: (cell: GridCell) => boolean;
}

interface Word {
  readonly cell: GridCell;
  readonly line: number;
  readonly value: boolean;
}

interface OpenRow {
  readonly label: Word[];
  readonly values: Word[];
}

/**
 * The grid of a table of which only the order of the cells is known: a line a row, or a cell a line. Words in front of
 * values name a row; the most common number of values in a row is the number of columns, and the heads must fit it.
 */
export function orderGrid(table: Table, text: string, sense: HeadSense): Grid {
  const printedLines = table.rows.map((row) => row.map((cell) => gridCell(cell, text)));
  const lines = withoutTrailingWords(printedLines, (cell) => !isValue(cell.text) && !sense.isMissing(cell));
  const words = lines.flatMap((row, line) =>
    row.map(
      (cell, i): Word => ({ cell, line, value: !(line < 2 && isOfGrades(row)) && isWordValue(row, cell, i, sense) }),
    ),
  );
  const { heads, columns, width } = headsOf(words, lines, sense);
  const rows = rowsOf(words.slice(heads), width);
  if (!columns)
    return { columns: [], rows: [], loose: rows.flatMap(({ values }) => values.map(({ cell }) => cell)), words: true };
  return { columns, rows: rows.flatMap((row) => gridRows(row, width, text)), loose: [], words: true };
}

interface FoundHeads {
  /** How many of the words are heads. */
  readonly heads: number;
  readonly columns: GridCell[][] | undefined;
  readonly width: number;
}

/** The heads that fit the columns; where every line is one cell only that tells which words are heads. */
function headsOf(words: readonly Word[], lines: readonly (readonly GridCell[])[], sense: HeadSense): FoundHeads {
  const told = headWords(words, lines, sense);
  const first = fitted(told, words, sense);
  const before = words.findIndex(({ value }) => value);
  if (first.columns || lines.some((line) => line.length > 1)) return first;
  for (let heads = before - 1; heads > 1; heads -= 1) {
    const found = fitted(words.slice(0, heads), words, sense);
    if (found.columns) return found;
  }
  return first;
}

function fitted(heads: readonly Word[], words: readonly Word[], sense: HeadSense): FoundHeads {
  const body = words.slice(heads.length);
  const headLines = byLine(heads).map((row) => row.map(({ cell }) => cell));
  // Where most rows leave out what few have, as a test, the heads tell how many columns there are.
  const lengths = usualLengths(rowsOf(body), heads.length);
  for (const width of lengths) {
    const columns = spreadHeads(headLines, width, sense) ?? spreadInTwo(headLines, width, sense);
    if (columns) return { heads: heads.length, columns, width };
  }
  return { heads: heads.length, columns: undefined, width: lengths[0] ?? 0 };
}

/** A line of heads that are grades, behind the head of the row heads or without it. */
function isOfGrades(row: readonly GridCell[]): boolean {
  const names = row.map(({ text }) => text);
  const figures = names.filter((name) => /^[0-5\u2160-\u2163]/u.test(name));
  return names.some(isValue) && names.length - figures.length < 3 && namesGrades(names);
}

function isWordValue(row: readonly GridCell[], cell: GridCell, i: number, sense: HeadSense): boolean {
  // A number before the last word of a name is part of it: `13 q 缺失 2(9)`, `β 2 微球蛋白 4.41`.
  const next = row[i + 1];
  const opens = row.slice(0, i).every(({ text }) => !isValue(text)) && /^\d+$/u.test(cell.text);
  if (opens && next && !isValue(next.text) && !sense.isMissing(next)) return false;
  if (isValue(cell.text)) return true;
  return sense.isMissing(cell) && (i > 0 || row.length === 1);
}

/** The words before the first row: whole lines, or where every line is one cell up to the last head of a column. */
function headWords(words: readonly Word[], lines: readonly (readonly GridCell[])[], sense: HeadSense): Word[] {
  const firstValue = words.findIndex(({ value }) => value);
  const before = words.slice(0, Math.max(0, firstValue));
  const firstLine = words[firstValue]?.line ?? lines.length;
  const whole = before.filter(({ line }) => line < firstLine);
  const single = whole.every(({ line }) => lines[line]?.length === 1);
  if (single) {
    const last = before.findLastIndex(({ cell }, i) => i > 0 && sense.isHead(cell) && i < before.length - 1);
    return before.slice(0, last + 1);
  }
  // A word on a line of its own beneath the heads is the head of a group of rows.
  const last = whole.findLastIndex(({ line }) => (lines[line]?.length ?? 0) > 1);
  return whole.slice(0, last + 1);
}

/** Puts words into rows: words that are no values begin one where values went before. */
function rowsOf(words: readonly Word[], width?: number): OpenRow[] {
  const rows: OpenRow[] = [];
  let row: OpenRow = { label: [], values: [] };
  const close = () => {
    if (row.label.length + row.values.length > 0) rows.push(row);
    row = { label: [], values: [] };
  };
  words.forEach((word, i) => {
    const full = width !== undefined && row.values.length >= width;
    if (row.values.length > 0 && (!word.value || full)) close();
    const next = words.slice(i, i + (width ?? 0) + 1);
    // A number that begins a line of one value too many names the row: `2 8 9`.
    const names =
      width !== undefined &&
      row.label.every(({ line }) => line < word.line) &&
      isNumberedRow(next, words[i - 1], width);
    if (word.value && !names) row.values.push(word);
    else row.label.push(word);
  });
  close();
  return rows;
}

function isNumberedRow(next: readonly Word[], before: Word | undefined, width: number): boolean {
  const [first] = next;
  if (!first?.value || next.length <= width || before?.line === first.line) return false;
  return next.every(({ value, line }) => value && line === first.line);
}

/** How many values rows have, the most common number first, and of several such the greatest. */
function usualLengths(rows: readonly OpenRow[], most: number): number[] {
  const counts = new Map<number, number>();
  for (const { values } of rows) if (values.length > 0) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const sorted = [...counts].sort(([a, times], [b, others]) => others - times || b - a).map(([length]) => length);
  const [usual = 0] = sorted;
  const greater = sorted.filter((length) => length > usual);
  // No row may have all of its values, as where a test stands in lines of its own.
  const told = usual > 0 ? [most - 1, most].filter((length) => length > usual && !greater.includes(length)) : [];
  return [usual, ...greater, ...told];
}

function byLine(words: readonly Word[]): Word[][] {
  const lines = new Map<number, Word[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const found = [...lines.values()];
  return found.every((line) => line.length === 1) ? [words.slice()] : found;
}

/** A row, with the words on the lines before it as a row of their own that heads the rows to come. */
function gridRows({ label, values }: OpenRow, width: number, text: string): GridRow[] {
  const cells = values.map(({ cell }) => cell);
  const [first] = values;
  const own = label.filter(({ line }) => line === first?.line);
  const above = label.filter(({ line }) => line !== first?.line);
  const named = own.length > 0 ? own : above;
  const group: GridRow[] = own.length > 0 && above.length > 0 ? [{ label: [joined(above, text)], cells: [] }] : [];
  const names = own.length > 0 ? named.map(({ cell }) => cell) : named.length > 0 ? [joined(named, text)] : [];
  return [
    ...group,
    { label: names, cells: cells.length === width ? cells : [], short: cells.length === width ? [] : cells },
  ];
}

function joined(words: readonly Word[], text: string): GridCell {
  const span = { start: (words[0] as Word).cell.span.start, end: (words.at(-1) as Word).cell.span.end };
  return { span, text: printed(span, text).replace(/(?<=\p{Script=Han}|\/) | (?=[\p{Script=Han}(])/gu, ''), rows: 1 };
}

import type { Cell } from '../model/index.js';
import type { Line } from './line.js';

export interface PipeRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly heads: number | undefined;
  /** The index of the line behind the table. */
  readonly next: number;
}

/** Consecutive lines with pipes between their cells, as Markdown has them, with and without pipes at both ends. */
export function pipeRows(lines: readonly Line[], at: number): PipeRows | undefined {
  const rows: Cell[][] = [];
  let heads: number | undefined;
  const first = lines[at]?.text.trim() ?? '';
  const ends = { lead: first.startsWith('|'), tail: first.endsWith('|') };
  let next = at;
  for (; next < lines.length && lines[next]?.text.includes('|'); next += 1) {
    const line = lines[next] as Line;
    if (isRuling(line.text)) heads ??= rows.length;
    else rows.push(cellsOf(line, ends));
  }
  const isTable = (ends.lead && ends.tail) || heads === 1 || isEven(rows);
  return rows.length < 2 || !isTable ? undefined : { rows, heads, next };
}

/** Whether all rows have the same number of cells, and enough that nobody lists words like that. */
function isEven(rows: readonly Cell[][]): boolean {
  const [head] = rows;
  return head !== undefined && rows.length > 2 && head.length > 3 && rows.every(({ length }) => length === head.length);
}

/** The line that parts the head from the rows. */
function isRuling(text: string): boolean {
  return text.includes('-') && /^[\s|:-]+$/u.test(text);
}

/** The cells of a line; a pipe at one of its ends stands outside them where the first line has one there. */
function cellsOf(line: Line, ends: { readonly lead: boolean; readonly tail: boolean }): Cell[] {
  const text = line.text.trimEnd();
  const lead = text.length - text.trimStart().length;
  const from = ends.lead && text[lead] === '|' ? lead + 1 : lead;
  const until = ends.tail && text.endsWith('|') && !text.endsWith('\\|') ? text.length - 1 : text.length;
  const cells: Cell[] = [];
  for (let start = from, at = from; at <= until; at += 1) {
    if (at < until && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    const cell = text.slice(start, at);
    const first = start + cell.length - cell.trimStart().length;
    const end = Math.max(first, start + cell.trimEnd().length);
    cells.push({
      column: cells.length,
      span: { start: line.span.start + first, end: line.span.start + end },
    });
    start = at + 1;
  }
  return cells;
}

import type { Cell, Table } from '../model/index.js';
import type { Span } from '../text/index.js';

const longestCellLine = 64;

/** One line of the repaired text. */
export interface Line {
  readonly span: Span<'text'>;
  readonly text: string;
}

/** Whether a line can be a row of a table that a converter wrote line by line: short, and no sentence. */
function isRow(line: Line): boolean {
  return line.text.length <= longestCellLine && !line.text.includes('\u3002') && line.text.trim() !== '';
}

/** Cells of a line: what stands between spaces. */
function cellsOf(line: Line): Cell[] {
  return [...line.text.matchAll(/\S+/gu)].map((match, column) => ({
    column,
    span: { start: line.span.start + match.index, end: line.span.start + match.index + match[0].length },
  }));
}

/**
 * The table that a caption line opens: the short lines after it, as rows of cells in printed order.
 * Ends before the first sentence. Undefined where less than two rows follow.
 */
export function textTable(lines: readonly Line[], captionAt: number): { table: Table; next: number } | undefined {
  const caption = lines[captionAt];
  if (!caption) return undefined;
  let next = captionAt + 1;
  const rows: Cell[][] = [];
  while (next < lines.length) {
    const line = lines[next];
    if (!line || !isRow(line)) break;
    rows.push(cellsOf(line));
    next += 1;
  }
  if (rows.length < 2) return undefined;
  const last = lines[next - 1] ?? caption;
  const span = { start: caption.span.start, end: last.span.end };
  return { table: { span, caption: caption.span, rows, ruled: false }, next };
}

/** A table in HTML, as PDF converters write it into Markdown; rows and cells by their tags. */
export function htmlTable(line: Line): Table | undefined {
  if (!line.text.includes('<table')) return undefined;
  const rows = [...line.text.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map((row) => {
    const base = line.span.start + row.index + row[0].indexOf('>') + 1;
    return [...(row[1] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map((cell, column): Cell => {
      const start = base + cell.index + cell[0].indexOf('>') + 1;
      return { column, span: { start, end: start + (cell[1] ?? '').length } };
    });
  });
  return { span: line.span, caption: undefined, rows, ruled: true };
}

/** Consecutive Markdown lines between pipes, with the caption above them if there is one. */
export function pipeTable(
  lines: readonly Line[],
  at: number,
  caption?: Line,
): { table: Table; next: number } | undefined {
  let next = at;
  const rows: Cell[][] = [];
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || !/^\s*\|.*\|\s*$/u.test(line.text)) break;
    if (/^[\s|:-]+$/u.test(line.text)) continue;
    rows.push(pipeCells(line));
  }
  const first = lines[at];
  const last = lines[next - 1];
  if (rows.length < 2 || !first || !last) return undefined;
  const span = { start: (caption ?? first).span.start, end: last.span.end };
  return { table: { span, caption: caption?.span, rows, ruled: true }, next };
}

function pipeCells(line: Line): Cell[] {
  const cells: Cell[] = [];
  for (const match of line.text.matchAll(/(?<=\|)[^|]*(?=\|)/gu)) {
    const lead = match[0].length - match[0].trimStart().length;
    const start = line.span.start + match.index + lead;
    cells.push({ column: cells.length, span: { start, end: start + match[0].trim().length } });
  }
  return cells;
}

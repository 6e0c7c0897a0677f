import type { Cell } from '../model/index.js';
import type { Document } from '../text/index.js';
import type { Line } from './line.js';
import { placeByPrint } from './place-by-print.js';

const longestCellLine = 64;

export interface TextRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly ruled: boolean;
  /** The index of the line behind the table. */
  readonly next: number;
}

/** Whether a line can be a row of a table that was printed line by line: parted into cells, or short and no sentence. */
function isRow(line: Line): boolean {
  if (line.text.includes('\u3002') || line.text.trim() === '') return false;
  if (line.text.includes('\t') || line.text.split('  ').length > 2 || line.text.length <= longestCellLine) return true;
  const words = line.text.split(' ');
  return words.filter((word) => /^[<>]?\d/u.test(word)).length > 3 || areHeads(words);
}

/** Heads with the sizes of groups in brackets make a long line. */
function areHeads(words: readonly string[]): boolean {
  return words.length < 12 && words.filter((word) => /\((?:n=)?\d+\S?\)$/u.test(word)).length > 1;
}

/**
 * The rows of a table printed as lines of text, up to the first sentence. Tabs tell the columns; gaps wider than a
 * space do where the print kept its places; else only the order of the cells in a line is known. Undefined where less
 * than two rows follow.
 */
export function textRows(
  lines: readonly Line[],
  at: number,
  stops: (line: Line) => boolean,
  document: Document,
): TextRows | undefined {
  let next = at;
  while (next < lines.length && isRow(lines[next] as Line) && !stops(lines[next] as Line)) next += 1;
  const taken = lines.slice(at, next);
  if (taken.length < 2) return undefined;
  if (mostHave(taken, '\t')) return { rows: taken.map((line) => cellsOf(line, '\t')), ruled: true, next };
  if (!mostHave(taken, '  ')) return { rows: taken.map((line) => cellsOf(line, ' ')), ruled: false, next };
  const rows = taken.map((line) => cellsOf(line, '  '));
  const placed = placeByPrint(rows, document);
  return { rows: placed ?? rows, ruled: placed !== undefined, next };
}

function mostHave(lines: readonly Line[], separator: string): boolean {
  return lines.filter(({ text }) => text.includes(separator)).length > 0.6 * lines.length;
}

/** The cells of a line between separators; those between two tabs may be empty. */
export function cellsOf(line: Line, separator: '\t' | '  ' | ' '): Cell[] {
  const cells: Cell[] = [];
  let start = line.span.start;
  for (const printed of line.text.split(separator === '\t' ? /\t/u : separator)) {
    const lead = printed.length - printed.trimStart().length;
    const text = printed.trim();
    const from = text === '' ? start : start + lead;
    if (text !== '' || separator === '\t')
      cells.push({ column: cells.length, span: { start: from, end: from + text.length } });
    start += printed.length + separator.length;
  }
  return cells;
}

/** The tables that need no caption: lines that tabs part into three cells or more, one below the other. */
export function isTabbed(line: Line | undefined): boolean {
  return line !== undefined && line.text.split('\t').length > 2;
}

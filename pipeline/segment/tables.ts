import type { Table } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Document, Span } from '../text/index.js';
import { htmlRows } from './html-table.js';
import type { Line } from './line.js';
import { pipeRows } from './pipe-table.js';
import { isTabbed, textRows } from './text-table.js';

export interface FoundTable {
  readonly table: Table;
  /** The index of the first line behind the rows; the notes stand there. */
  readonly next: number;
}

/**
 * The table that begins at a line, with its caption if that is where it begins: HTML, Markdown, lines that tabs part,
 * or behind a caption any short lines. Undefined where none begins.
 */
export function tableAt(
  lines: readonly Line[],
  at: number,
  document: Document,
  rulebook: Pick<Rulebook, 'phrases'>,
): FoundTable | undefined {
  const isCaption = (line: Line | undefined) =>
    line !== undefined && phrase(rulebook, 'columns.caption').test(line.text);
  let first = at;
  while (isCaption(lines[first]) && !lines[first]?.text.includes('\t')) first += 1;
  const captions = lines.slice(at, first);
  const caption = spanOf(captions);
  const isNote = (line: Line | undefined) => line !== undefined && phrase(rulebook, 'columns.note').test(line.text);
  const body = bodyAt(lines, first, captions.length > 0, (line) => isCaption(line) || isNote(line), document);
  if (!body) return undefined;
  let end = body.next;
  while (isNote(lines[end])) end += 1;
  const notes = lines.slice(body.next, end).map(({ span }) => span);
  const { rows, ruled, heads, next } = body;
  const span = spanOf(lines.slice(at, next)) as Span<'text'>;
  return {
    table: { span, caption: caption ?? body.caption, rows, heads, notes, ruled },
    next,
  };
}

interface Body {
  readonly rows: Table['rows'];
  readonly heads?: number | undefined;
  readonly ruled: boolean;
  readonly caption?: Span<'text'> | undefined;
  readonly next: number;
}

function bodyAt(
  lines: readonly Line[],
  at: number,
  captioned: boolean,
  stops: (line: Line) => boolean,
  document: Document,
): Body | undefined {
  const html = htmlBody(lines, at, document.text);
  if (html) return html;
  const pipes = pipeRows(lines, at);
  if (pipes) return { ...pipes, ruled: true };
  if (!captioned && !(isTabbed(lines[at]) && isTabbed(lines[at + 1]))) return undefined;
  return textRows(lines, at, captioned ? stops : (line) => !isTabbed(line), document);
}

/** A table in HTML on one line or over several. */
function htmlBody(lines: readonly Line[], at: number, text: string): Body | undefined {
  const line = lines[at];
  const open = line ? line.text.search(/<table[\s>]/iu) : -1;
  if (!line || open < 0) return undefined;
  const start = line.span.start + open;
  const close = text.indexOf('</table>', start);
  const end = close < 0 ? line.span.end : close + '</table>'.length;
  const next = lines.findIndex(({ span }) => span.start >= end);
  const { rows, heads, caption } = htmlRows(text.slice(start, end), start);
  return { rows, heads, caption, ruled: true, next: next < 0 ? lines.length : next };
}

function spanOf(lines: readonly Line[]): Span<'text'> | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
}

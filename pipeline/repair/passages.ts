import { isHan } from './characters.js';

/** Stretches of a text as a flat list: start, end, start, end … in order and apart from one another. */
export type Passages = readonly number[];

/** A table row is set off by U+2028 in front of it until the last rules have run. */
export const rowMark = '\u2028';
/** A paragraph that is known to begin here is set off by U+2029 until its lines are joined. */
export const paragraphMark = '\u2029';

/** HTML tables and images: whatever the text is, these stay as they are. */
export function untouchable(text: string): Passages {
  const found = [...htmlTables(text), ...images(text)];
  return found.length > 2 ? merged(found) : found;
}

/** Tables in HTML, their tags included. */
export function htmlTables(text: string): Passages {
  const found: number[] = [];
  if (text.includes('<table')) collect(text, '<table', '</table>', found);
  return found;
}

/** Images of Markdown. */
export function images(text: string): Passages {
  const found: number[] = [];
  if (text.includes('![')) collect(text, '![', ')', found);
  return found;
}

/** Formulas between two dollar signs of one line, the signs included. */
export function formulas(text: string): Passages {
  const found: number[] = [];
  let open = text.indexOf('$');
  while (open >= 0) {
    const close = text.indexOf('$', open + 1);
    if (close < 0) break;
    if (readsAsFormula(text, open + 1, close)) found.push(open, close + 1);
    else {
      open = close;
      continue;
    }
    open = text.indexOf('$', close + 1);
  }
  return found;
}

/** Between two sums of money stand words with spaces; between the signs of a formula macros, or letters and digits. */
function readsAsFormula(text: string, start: number, end: number): boolean {
  let letters = 0;
  let words = false;
  let spaced = false;
  let macros = false;
  let han = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c || code === 0x7b) macros = true;
    if (code === 0x20) spaced = true;
    letters = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? letters + 1 : 0;
    if (letters > 2) words = true;
    if (isHan(code)) han = true;
    // A line, or the cell of a table in HTML, ends before its formula does.
    if (code === 0x0a || (code === 0x3c && text.charCodeAt(at + 1) === 0x2f)) return false;
  }
  return macros || !(han || (words && spaced));
}

/** The rows of tables, each with the mark in front of it. */
export function tableRows(text: string): Passages {
  const found: number[] = [];
  for (let at = text.indexOf(rowMark); at >= 0; at = text.indexOf(rowMark, at + 1)) {
    let end = at + 1;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
    found.push(at, end);
  }
  return found;
}

/** Everything that is not running text: table rows, HTML tables, images. */
export function notProse(text: string): Passages {
  const rows = tableRows(text);
  const other = untouchable(text);
  if (rows.length === 0) return other;
  return other.length === 0 ? rows : merged([...rows, ...other]);
}

/** Whether this ends a line: a line feed or one of the two marks. */
export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x2028 || code === 0x2029;
}

/** Asks a list of passages about stretches that come in order, so that a whole text costs one walk. */
export class PassageWalk {
  private index = 0;

  constructor(private readonly passages: Passages) {}

  private advance(start: number): void {
    while (this.index < this.passages.length && (this.passages[this.index + 1] ?? 0) <= start) this.index += 2;
  }

  overlaps(start: number, end: number): boolean {
    this.advance(start);
    return this.index < this.passages.length && (this.passages[this.index] ?? 0) < end;
  }

  holds(start: number, end: number): boolean {
    this.advance(start);
    return (
      this.index < this.passages.length &&
      (this.passages[this.index] ?? 0) <= start &&
      end <= (this.passages[this.index + 1] ?? 0)
    );
  }
}

function collect(text: string, opening: string, closing: string, found: number[]): void {
  for (let at = text.indexOf(opening); at >= 0; ) {
    const end = text.indexOf(closing, at);
    if (end < 0) return;
    found.push(at, end + closing.length);
    at = text.indexOf(opening, end);
  }
}

function merged(passages: number[]): Passages {
  const pairs: [number, number][] = [];
  for (let i = 0; i < passages.length; i += 2) pairs.push([passages[i] ?? 0, passages[i + 1] ?? 0]);
  pairs.sort((a, b) => a[0] - b[0]);
  const result: number[] = [];
  for (const [start, end] of pairs) {
    const last = result.length - 1;
    if (last > 0 && start < (result[last] ?? 0)) result[last] = Math.max(end, result[last] ?? 0);
    else result.push(start, end);
  }
  return result;
}

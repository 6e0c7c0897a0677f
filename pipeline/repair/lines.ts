import { isSpace, isWide } from './characters.js';
import { isLineEnd } from './passages.js';

/** A line that is not empty: where its print begins and ends, how wide that is, and what follows it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** In columns; a Han character takes two. */
  readonly width: number;
  /** Whether the next line is known to begin something new. */
  readonly marked: boolean;
  /** Whether empty lines follow. */
  readonly blankAfter: boolean;
}

/** The lines of a text that have print on them. */
export function printedLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && (isSpace(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at)))) at += 1;
    if (at === text.length) break;
    const start = at;
    let end = at;
    let width = 0;
    for (; at < text.length && !isLineEnd(text.charCodeAt(at)); at += 1) {
      const code = text.charCodeAt(at);
      width += isWide(code) ? 2 : 1;
      if (!isSpace(code)) end = at + 1;
    }
    lines.push({ start, end, width: width - (at - end), ...gapAfter(text, at) });
  }
  return lines;
}

function gapAfter(text: string, from: number): { marked: boolean; blankAfter: boolean } {
  let ends = 0;
  let marked = false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      ends += 1;
      if (code !== 0x0a) marked = true;
    } else if (!isSpace(code)) break;
  }
  return { marked, blankAfter: ends > 1 };
}

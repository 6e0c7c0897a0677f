import { isHan, isSpace, isWide } from './characters.js';
import { isLineEnd } from './passages.js';

/** A line that is not empty: where its print begins and ends, how wide that is, and what follows it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** In columns; a Han character takes two. */
  readonly width: number;
  /** How many of its characters are Han. */
  readonly han: number;
  /** Whether a rule has found it to be a heading or a caption: two marks stand in front of it. */
  readonly heading: boolean;
  /** Whether the next line is known to begin something new. */
  readonly marked: boolean;
  /** Whether empty lines follow. */
  readonly blankAfter: boolean;
}

/** The text that was asked last, and its lines: mechanisms that change nothing ask for those of one text in a row. */
let asked = '';
let known: readonly Line[] = [];

/** The lines of a text that have print on them. */
export function printedLines(text: string): readonly Line[] {
  if (text !== asked) {
    known = linesOf(text);
    asked = text;
  }
  return known;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = gapFrom(text, 0);
  while (gap.end < text.length) {
    const start = gap.end;
    const heading = gap.marks > 1;
    let at = start;
    let end = start;
    let width = 0;
    let han = 0;
    for (; at < text.length && !isLineEnd(text.charCodeAt(at)); at += 1) {
      const code = text.charCodeAt(at);
      width += isWide(code) ? 2 : 1;
      if (isHan(code)) han += 1;
      if (!isSpace(code)) end = at + 1;
    }
    gap = gapFrom(text, at);
    lines.push({
      start,
      end,
      width: width - (at - end),
      han,
      heading,
      marked: gap.marks > 0,
      blankAfter: gap.ends > 1,
    });
  }
  return lines;
}

/** The spaces, line ends and marks from here to the next print. */
function gapFrom(text: string, from: number): { end: number; ends: number; marks: number } {
  let ends = 0;
  let marks = 0;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      ends += 1;
      if (code !== 0x0a) marks += 1;
    } else if (!isSpace(code)) break;
  }
  return { end: at, ends, marks };
}

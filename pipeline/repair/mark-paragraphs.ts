import { type Edit, type EditMap, editMap } from '../text/index.js';
import { belongsToBefore, endsSentence, expectsMore } from './characters.js';
import { filledShare, usualWidth } from './line-widths.js';
import { type Line, printedLines } from './lines.js';
import { paragraphMark } from './passages.js';

const ruleId = 'repair.mark-paragraphs';
/** A printed line of a journal column or page is at most this wide; wider means that nobody broke the lines. */
const widestPrint = 130;
/** Where fewer lines than this share have an empty line after them, an empty line means something. */
const fewBlanks = 0.4;

/**
 * Marks the line ends at which a paragraph ends: a line that is much shorter than those around it and not cut
 * off in mid-sentence. Where lines were never broken, as in Markdown, every line is a paragraph; where the layout
 * of a page is known (`blanksPart`), every empty line ends one.
 */
export function markParagraphs(text: string, blanksPart = false): EditMap {
  const lines = printedLines(text);
  const broken = usualWidth(lines) <= widestPrint;
  const blanksTell = broken && lines.filter((line) => line.blankAfter).length < fewBlanks * lines.length;
  const edits: Edit[] = [];
  const walk = { heading: false, fresh: true, blanksTell };
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next) return;
    if (line.heading) walk.heading = true;
    // What runs in with a heading after a wide gap is text.
    if (walk.heading && gapIn(text, line) < line.end) walk.heading = false;
    const ends = line.marked || (blanksPart ? line.blankAfter : !broken || endsHere(text, lines, index, walk));
    if (ends && !line.marked) edits.push(markAt(text, line, next));
    if (ends) walk.heading = false;
    walk.fresh = ends;
  });
  return editMap(ruleId, edits);
}

/** What is known of a line before its end is judged: whether it belongs to a heading, or opens a paragraph. */
interface Situation {
  readonly heading: boolean;
  readonly fresh: boolean;
  readonly blanksTell: boolean;
}

function endsHere(text: string, lines: readonly Line[], index: number, situation: Situation): boolean {
  const line = lines[index] as Line;
  const next = lines[index + 1] as Line;
  if (languageChanges(lines, index)) return true;
  const last = text.charAt(line.end - 1);
  if (expectsMore(last) || belongsToBefore(text.charAt(next.start)) || tornDecimal(text, line, next)) return false;
  if (situation.heading) return endsHeading(text, lines, index);
  if (endsSentence(last)) return (situation.blanksTell && line.blankAfter) || filledShare(lines, index) < 0.85;
  // What is short and no sentence is a title, unless it is only the rest of what stands before it.
  const before = lines[index - 1];
  const rest = !situation.fresh && before !== undefined && expectsMore(text.charAt(before.end - 1));
  return !rest && filledShare(lines, index, false) < 0.6 && !tornToken(text, line, next);
}

/** A heading goes on in the next line only if it filled its own, and the next begins with the short rest of it. */
function endsHeading(text: string, lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1] as Line;
  if (filledShare(lines, index) < 0.75) return text.charAt(next.start) !== '(' || next.width > 12;
  const gap = gapIn(text, next);
  const runsIn = gap < next.end && gap <= next.start + 24;
  return filledShare(lines, index + 1) >= 0.6 && !runsIn;
}

/** Where the first gap wider than a space stands in a line, after its number if it has one; its end if there is none. */
function gapIn(text: string, line: Line): number {
  let words = line.start;
  while (words < line.end && '0123456789. \u3000'.includes(text.charAt(words))) words += 1;
  for (let at = words; at < line.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3000 || (code === 0x20 && text.charCodeAt(at + 1) === 0x20)) return at;
  }
  return line.end;
}

/** An abstract in English ends, or begins, between two languages; a single line without Han may be a long name. */
function languageChanges(lines: readonly Line[], index: number): boolean {
  const latin = (at: number): boolean => lines[at]?.han === 0 && (lines[at]?.width ?? 0) >= 30;
  const here = lines[index] as Line;
  const next = lines[index + 1] as Line;
  if (latin(index) && latin(index - 1) && next.han > 0) return true;
  return here.han > 0 && latin(index + 1) && latin(index + 2) && filledShare(lines, index) < 0.85;
}

/** A number or a Latin word on both sides of the line end is probably one that was torn. */
function tornToken(text: string, line: Line, next: Line): boolean {
  return isToken(text.charCodeAt(line.end - 1)) && isToken(text.charCodeAt(next.start));
}

/** A decimal point at the end of the line; after four digits it is the stop after a year. */
function tornDecimal(text: string, line: Line, next: Line): boolean {
  if (text.charAt(line.end - 1) !== '.' || !isDigit(text.charCodeAt(next.start))) return false;
  let digits = 0;
  while (digits < 4 && isDigit(text.charCodeAt(line.end - 2 - digits))) digits += 1;
  return digits > 0 && digits < 4;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isToken(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function markAt(text: string, line: Line, next: Line): Edit {
  let start = line.end;
  while (text.charCodeAt(start) !== 0x0a) start += 1;
  let end = next.start;
  while (text.charCodeAt(end - 1) !== 0x0a) end -= 1;
  return { start, end, insert: paragraphMark, ruleId };
}

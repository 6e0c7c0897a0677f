import { type Edit, type EditMap, editMap } from '../text/index.js';
import { belongsToBefore, endsSentence, expectsMore } from './characters.js';
import { type Line, printedLines } from './lines.js';
import { paragraphMark } from './passages.js';

const ruleId = 'repair.mark-paragraphs';
/** A printed line of a journal column or page is at most this wide; wider means that nobody broke the lines. */
const widestPrint = 130;
/** How far around a line its neighbours are asked how long a full line is. */
const reach = 5;

/**
 * Marks the line ends at which a paragraph ends: a line that is much shorter than those around it and not cut
 * off in mid-sentence. Where lines were never broken, as in Markdown, every line is a paragraph.
 */
export function markParagraphs(text: string): EditMap {
  const lines = printedLines(text);
  const broken = usualWidth(lines) <= widestPrint;
  const blanksTell = broken && blankShare(lines) < 0.4;
  const edits: Edit[] = [];
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || line.marked) continue;
    if (!broken || endsParagraph(text, lines, i, blanksTell)) edits.push(markAt(text, line, next));
  }
  return editMap(ruleId, edits);
}

/** The width of the line that the character in the middle of the text stands on. */
function usualWidth(lines: readonly Line[]): number {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  let rest = widths.reduce((sum, width) => sum + width, 0) / 2;
  for (const width of widths) {
    rest -= width;
    if (rest <= 0) return width;
  }
  return 0;
}

function blankShare(lines: readonly Line[]): number {
  return lines.filter((line) => line.blankAfter).length / Math.max(1, lines.length);
}

function endsParagraph(text: string, lines: readonly Line[], index: number, blanksTell: boolean): boolean {
  const line = lines[index] as Line;
  const last = text.charAt(line.end - 1);
  const first = text.charAt(lines[index + 1]?.start ?? 0);
  if (expectsMore(last) || belongsToBefore(first)) return false;
  const ended = endsSentence(last);
  if (ended && blanksTell && line.blankAfter) return true;
  const share = line.width / fullWidth(lines, index);
  if (share < 0.45) return ended || !tornToken(text, line, lines[index + 1] as Line);
  if (ended) return share < 0.85;
  return share < 0.6 && !isCommonWidth(lines, index);
}

/** How wide a full line is here: the third quarter of the widths around. */
function fullWidth(lines: readonly Line[], index: number): number {
  const widths: number[] = [];
  for (let i = Math.max(0, index - reach); i <= Math.min(lines.length - 1, index + reach); i += 1) {
    widths.push(lines[i]?.width ?? 0);
  }
  if (isCommonWidth(lines, index)) return lines[index]?.width ?? 1;
  widths.sort((a, b) => a - b);
  return Math.max(1, widths[Math.floor((widths.length * 3) / 4)] ?? 1);
}

/** Whether several lines around are as wide as this one, which is how a full line shows where widths change. */
function isCommonWidth(lines: readonly Line[], index: number): boolean {
  const width = lines[index]?.width ?? 0;
  if (width < 24) return false;
  let alike = 0;
  for (let i = Math.max(0, index - 4); i <= Math.min(lines.length - 1, index + 4); i += 1) {
    if (i !== index && Math.abs((lines[i]?.width ?? 0) - width) <= Math.max(2, width * 0.06)) alike += 1;
  }
  return alike >= 3;
}

/** A number or a Latin word on both sides of the line end is probably one that was torn. */
function tornToken(text: string, line: Line, next: Line): boolean {
  return isAscii(text.charCodeAt(line.end - 1)) && isAscii(text.charCodeAt(next.start));
}

function isAscii(code: number): boolean {
  return code > 0x2e && code < 0x7f;
}

function markAt(text: string, line: Line, next: Line): Edit {
  let start = line.end;
  while (text.charCodeAt(start) !== 0x0a) start += 1;
  let end = next.start;
  while (text.charCodeAt(end - 1) !== 0x0a) end -= 1;
  return { start, end, insert: paragraphMark, ruleId };
}

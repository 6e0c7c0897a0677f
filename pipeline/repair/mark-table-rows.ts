import { type Edit, type EditMap, editMap } from '../text/index.js';
import { isHan, isSpace } from './characters.js';
import { type Line, printedLines } from './lines.js';
import { paragraphMark, rowMark } from './passages.js';

const ruleId = 'repair.mark-table-rows';

/**
 * Marks the rows of a table that was printed as lines of text. A caption, which a rule has marked, opens it, or lines
 * that tabs or pipes part into cells; it ends before the first line that reads like running text or that a rule has
 * marked as a heading.
 */
export function markTableRows(text: string): EditMap {
  if (!text.includes(rowMark) && !text.includes('\t') && !text.includes('|')) return { ruleId, edits: [] };
  const edits: Edit[] = [];
  let inTable = false;
  let previous: Line | undefined;
  const lines = printedLines(text);
  const parted = partedLines(text, lines);
  lines.forEach((line, index) => {
    const mark = previous ? markBetween(text, previous.end, line.start) : undefined;
    if (mark === rowMark) inTable = true;
    else if (parted.has(index) && (mark === undefined || !line.heading)) {
      if (previous) edits.push(markEdit(text, previous.end, line.start, rowMark));
      inTable = true;
    } else if (mark !== undefined && !(inTable && !line.heading && isGapped(text, line))) inTable = false;
    else if (inTable && previous) {
      inTable = !(readsAsProse(text, line) || opensProse(text, line, lines[index + 1]));
      edits.push(markEdit(text, previous.end, line.start, inTable ? rowMark : paragraphMark));
    }
    previous = line;
  });
  return editMap(ruleId, edits);
}

/** The lines that stand one below the other with tabs in each, and those above and below the rule of a Markdown table. */
function partedLines(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const printed = lines.map(({ start, end }) => text.slice(start, end));
  const has = (mark: string, index: number) =>
    printed[index]?.includes(mark) === true && !/^[<#!]/u.test(printed[index]);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && has('\t', index) && has('\t', index - 1) && noGapBetween(text, before, line)) {
      found.add(index - 1);
      found.add(index);
    }
    const isPiped = (at: number) => /^\|.*\|$/u.test(printed[at] ?? '');
    if (isPiped(index) && isPiped(index - 1)) {
      found.add(index - 1);
      found.add(index);
    }
    if (pipesIn(printed[index]) > 2 && pipesIn(printed[index]) === pipesIn(printed[index - 1])) {
      found.add(index - 1);
      found.add(index);
    }
    if (index === 0 || !isRulingLine(printed[index] as string) || !has('|', index - 1)) return;
    found.add(index - 1);
    for (let at = index; at < lines.length && has('|', at); at += 1) found.add(at);
  });
  return found;
}

/** How many bars part the cells of a line. */
function pipesIn(line = ''): number {
  return line.split('|').length - 1;
}

/** `|---|:--:|`: the line of Markdown that parts the head of a table from its rows. */
function isRulingLine(line: string): boolean {
  return /^\s*\|?[\s:|-]*-[\s:|-]*$/u.test(line) && line.includes('|');
}

function noGapBetween(text: string, before: Line, line: Line): boolean {
  return !/\n\s*\n/u.test(text.slice(before.end, line.start));
}

function markBetween(text: string, from: number, to: number): string | undefined {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2028 || code === 0x2029) return text.charAt(at);
  }
  return undefined;
}

/** A full stop, a comma outside brackets among Han characters, or sheer length: nobody writes that in a cell. */
function readsAsProse(text: string, line: Line): boolean {
  const printed = text.slice(line.start, line.end);
  if (/^[<#!](?! ?\d)/u.test(printed)) return true;
  if (printed.includes('\u3002')) return true;
  if (isParted(printed, line.han)) return false;
  let depth = 0;
  for (let at = line.start; at < line.end; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth <= 0 && (character === ',' || character === ';') && line.han >= 6) return true;
  }
  return line.han >= 30;
}

/** Gaps part a line into cells however much it says; so does a space before the number at the end of a few words. */
function isParted(printed: string, han: number): boolean {
  if (printed.includes('\t') || printed.split(/ {2,}/u).length > 2) return true;
  const words = /[,;\u3001:]/u.test(printed.replace(/\([^()]*\)/gu, '')) ? [] : printed.split(' ');
  if (words.length > 4 && words.every((word) => word.length < 24) && words.filter(isHanAlone).length < 2) return true;
  const last = printed.slice(printed.lastIndexOf(' ') + 1);
  return han < 20 && last.length < printed.length && /^[\d<>]/u.test(last);
}

/** One Han character by itself: the print was spaced out, and its spaces part no cells. */
function isHanAlone(word: string): boolean {
  return word.length === 1 && isHan(word.charCodeAt(0));
}

/** A line that gaps part into cells is a row even where its first words look like a heading that runs in. */
function isGapped(text: string, line: Line): boolean {
  const cells = text.slice(line.start, line.end).split(/ {2,}|\u3000+/u);
  if (cells.length > 2 || (cells.length === 2 && /^[\d<>]/u.test(cells[1] as string))) return true;
  return cells.length === 2 && line.han <= 16 && !readsAsProse(text, line);
}

/** A line full of Han characters without a gap, on which running text follows. */
function opensProse(text: string, line: Line, next: Line | undefined): boolean {
  if (line.han < 15 || !next || !readsAsProse(text, next)) return false;
  for (let at = line.start; at < line.end; at += 1) if (isSpace(text.charCodeAt(at))) return false;
  return true;
}

function markEdit(text: string, from: number, to: number, insert: string): Edit {
  let start = from;
  while (!isBreak(text.charCodeAt(start))) start += 1;
  let end = to;
  while (!isBreak(text.charCodeAt(end - 1))) end -= 1;
  return { start, end, insert, ruleId };
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x2029;
}

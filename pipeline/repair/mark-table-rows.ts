import { type Edit, type EditMap, editMap } from '../text/index.js';
import { isSpace } from './characters.js';
import { type Line, printedLines } from './lines.js';
import { paragraphMark, rowMark } from './passages.js';

const ruleId = 'repair.mark-table-rows';

/**
 * Marks the rows of a table that was printed as lines of text. A caption, which a rule has marked, opens it;
 * it ends before the first line that reads like running text or that a rule has marked as a heading.
 */
export function markTableRows(text: string): EditMap {
  if (!text.includes(rowMark)) return { ruleId, edits: [] };
  const edits: Edit[] = [];
  let inTable = false;
  let previous: Line | undefined;
  const lines = printedLines(text);
  lines.forEach((line, index) => {
    const mark = previous ? markBetween(text, previous.end, line.start) : undefined;
    if (mark === rowMark) inTable = true;
    else if (mark !== undefined) inTable = false;
    else if (inTable && previous) {
      inTable = !(readsAsProse(text, line) || opensProse(text, line, lines[index + 1]));
      edits.push(markEdit(text, previous.end, line.start, inTable ? rowMark : paragraphMark));
    }
    previous = line;
  });
  return editMap(ruleId, edits);
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
  if ('<#!'.includes(text.charAt(line.start))) return true;
  let depth = 0;
  for (let at = line.start; at < line.end; at += 1) {
    const character = text.charAt(at);
    if (character === '。') return true;
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth <= 0 && (character === ',' || character === ';') && line.han >= 6) return true;
  }
  return line.han >= 30;
}

/** A line full of Han characters without a gap, on which running text follows. */
function opensProse(text: string, line: Line, next: Line | undefined): boolean {
  if (line.han < 15 || !next || !readsAsProse(text, next)) return false;
  for (let at = line.start; at < line.end; at += 1) if (isSpace(text.charCodeAt(at))) return false;
  return true;
}

function markEdit(text: string, from: number, to: number, insert: string): Edit {
  let start = from;
  while (text.charCodeAt(start) !== 0x0a) start += 1;
  let end = to;
  while (text.charCodeAt(end - 1) !== 0x0a) end -= 1;
  return { start, end, insert, ruleId };
}

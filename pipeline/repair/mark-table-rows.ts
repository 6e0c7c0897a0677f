import { type Edit, type EditMap, editMap } from '../text/index.js';
import { isHan } from './characters.js';
import { type Line, printedLines } from './lines.js';
import { rowMark } from './passages.js';

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
  for (const line of printedLines(text)) {
    const mark = previous ? markBetween(text, previous.end, line.start) : undefined;
    if (mark === rowMark) inTable = true;
    else if (mark !== undefined || readsAsProse(text, line)) inTable = false;
    else if (inTable && previous) edits.push(rowEdit(text, previous.end, line.start));
    previous = line;
  }
  return editMap(ruleId, edits);
}

function markBetween(text: string, from: number, to: number): string | undefined {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2028 || code === 0x2029) return text.charAt(at);
  }
  return undefined;
}

/** A full stop, or a comma among many Han characters: nobody writes that in a cell. */
function readsAsProse(text: string, line: Line): boolean {
  const first = text.charAt(line.start);
  if (first === '<' || first === '#' || first === '!') return true;
  let han = 0;
  let commas = 0;
  for (let at = line.start; at < line.end; at += 1) {
    const character = text.charAt(at);
    if (character === '。') return true;
    if (character === ',' || character === ';') commas += 1;
    else if (isHan(text.charCodeAt(at))) han += 1;
  }
  return (commas > 0 && han >= 12) || han >= 30;
}

function rowEdit(text: string, from: number, to: number): Edit {
  let start = from;
  while (text.charCodeAt(start) !== 0x0a) start += 1;
  let end = to;
  while (text.charCodeAt(end - 1) !== 0x0a) end -= 1;
  return { start, end, insert: rowMark, ruleId };
}

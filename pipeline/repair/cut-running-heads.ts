import { type Edit, type EditMap, editMap } from '../text/index.js';
import { type Line, printedLines } from './lines.js';

const ruleId = 'repair.cut-running-heads';
/** A line that stands in a text so often is the head of its pages. */
const often = 3;
/** Nothing repeats the head of a page sooner than so many lines further on. */
const apart = 4;

/** Deletes lines that come back on page after page: the title or the journal, with another page number each time. */
export function cutRunningHeads(text: string): EditMap {
  const groups = new Map<string, { lines: Line[]; last: number; close: boolean }>();
  printedLines(text).forEach((line, index) => {
    const key = line.width <= 90 ? headKey(text, line) : undefined;
    if (key === undefined) return;
    const group = groups.get(key);
    if (!group) groups.set(key, { lines: [line], last: index, close: false });
    else {
      group.lines.push(line);
      group.close ||= index - group.last < apart;
      group.last = index;
    }
  });
  const edits: Edit[] = [];
  for (const { lines, close } of groups.values()) {
    if (lines.length < often || close) continue;
    for (const line of lines) edits.push({ start: line.start, end: line.end, insert: '', ruleId });
  }
  return editMap(ruleId, edits);
}

/** The line without its numbers, if it has enough words to be a head and does not end like a sentence. */
function headKey(text: string, line: Line): string | undefined {
  if ('。,;:、'.includes(text.charAt(line.end - 1)) || '#<|!$'.includes(text.charAt(line.start))) return undefined;
  return line.han >= 8 ? text.slice(line.start, line.end).replace(/[0-9 ]/g, '') : undefined;
}

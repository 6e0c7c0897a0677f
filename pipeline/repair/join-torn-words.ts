import { type Edit, type EditMap, editMap } from '../text/index.js';
import { isLineEnd } from './passages.js';

const ruleId = 'repair.join-torn-words';

/**
 * Deletes a line end inside a Latin word that was torn without a hyphen, when the whole word stands elsewhere
 * in the text and the halves do not.
 */
export function joinTornWords(text: string): EditMap {
  const edits: Edit[] = [];
  let known: ReadonlySet<string> | undefined;
  for (let at = text.indexOf('\n'); at > 0; at = text.indexOf('\n', at + 1)) {
    let end = at + 1;
    while (text.charCodeAt(end) === 0x0a) end += 1;
    if (isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(end))) {
      known ??= words(text);
      const whole = wordEndingAt(text, at) + wordStartingAt(text, end);
      if (known.has(whole.toLowerCase())) edits.push({ start: at, end, insert: '', ruleId });
    }
    at = end - 1;
  }
  return editMap(ruleId, edits);
}

/** All Latin words of a text that stand on one line, in lower case. */
function words(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const word = wordStartingAt(text, at);
    const next = text.charCodeAt(at + word.length);
    if (!isLineEnd(next) && !(at > 0 && isLineEnd(text.charCodeAt(at - 1)))) found.add(word.toLowerCase());
    at += word.length;
  }
  return found;
}

function wordEndingAt(text: string, end: number): string {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function wordStartingAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

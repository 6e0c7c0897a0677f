import { type Span, span } from '../text/index.js';

/** Where a place given by hand lies in a text: a line by its number, or every occurrence of a quoted text. */
export function placesOf(text: string, place: string): Span<'source'>[] {
  return /^\d{1,6}$/.test(place) ? lineSpan(text, Number(place)) : occurrences(text, place);
}

function lineSpan(text: string, line: number): Span<'source'>[] {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return [];
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return line < 1 ? [] : [span(start, end < 0 ? text.length : end)];
}

/** White space does not count on either side, because lines are broken within words and numbers. */
function occurrences(text: string, quote: string): Span<'source'>[] {
  const { squeezed, offsets } = squeeze(text);
  const wanted = squeeze(quote).squeezed;
  const found: Span<'source'>[] = [];
  if (wanted === '') return found;
  for (let at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + wanted.length)) {
    found.push(span(offsets[at] ?? 0, (offsets[at + wanted.length - 1] ?? 0) + 1));
  }
  return found;
}

/** White space to the annotations' own checker, though not to \s. */
const separators = '\u001c\u001d\u001e\u001f\u0085';

/** A text without its white space, and for each character left the offset that it had. */
export function squeeze(text: string): { readonly squeezed: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (/\s/.test(character) || separators.includes(character)) continue;
    squeezed += character;
    offsets.push(at);
  }
  return { squeezed, offsets };
}

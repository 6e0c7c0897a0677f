import { cover, type Document, type EditMap, type Span } from '../text/index.js';
import { numberTokens } from './number-tokens.js';

/** A number of the article: its characters as printed, and its place in the repaired text or the repair that took it out. */
export interface LocatedNumber {
  readonly place: Span<'source'>;
  readonly span?: Span<'text'> | undefined;
  readonly lostTo?: string | undefined;
}

/**
 * The numbers that the ledger counts: every run of digits in the source, runs that the repair joins into one
 * number (`0.` at the end of a line and `03` on the next, `35. 92`) counted once. Edits keep the order of the
 * text, so one pass finds them all in the repaired text; a run of which no digit is left is lost.
 */
export function locateNumbers(document: Document): LocatedNumber[] {
  const { starts, ends } = document.origins;
  const { text } = document;
  const layers = document.layers.map(shiftedLayer);
  const numbers: LocatedNumber[] = [];
  let at = 0;
  for (const place of numberTokens(document.source.text)) {
    while (at < ends.length && (ends[at] ?? 0) <= place.start) at += 1;
    let end = at;
    while (end < starts.length && (starts[end] ?? 0) < place.end) end += 1;
    const span = digitsOf(text, at, end);
    const before = numbers.at(-1);
    if (!span) numbers.push({ place, lostTo: lostTo(layers, place) });
    else if (before?.span && isJoined(text, before.span, span)) {
      numbers[numbers.length - 1] = { place: cover(before.place, place), span: cover(before.span, span) };
    } else numbers.push({ place, span });
  }
  return numbers;
}

/** Whether nothing but a decimal point parts two runs of digits in the repaired text. */
function isJoined(text: string, first: Span<'text'>, second: Span<'text'>): boolean {
  const gap = second.start - first.end;
  return gap <= 0 || (gap === 1 && text[first.end] === '.');
}

/** From the first digit to the last; undefined where there is none. */
function digitsOf(text: string, from: number, until: number): Span<'text'> | undefined {
  let start = from;
  while (start < until && !isDigit(text.charCodeAt(start))) start += 1;
  if (start === until) return undefined;
  let end = until;
  while (!isDigit(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** A layer with how far the edits before each of its edits, and all of them, have moved the text. */
interface ShiftedLayer extends EditMap {
  readonly shifts: Int32Array;
}

function shiftedLayer({ ruleId, edits }: EditMap): ShiftedLayer {
  const shifts = new Int32Array(edits.length + 1);
  edits.forEach(({ start, end, insert }, i) => {
    shifts[i + 1] = (shifts[i] ?? 0) + insert.length - (end - start);
  });
  return { ruleId, edits, shifts };
}

/** The rule whose edit left nothing of a token: the token's place is carried through the layers until one has it whole. */
function lostTo(layers: readonly ShiftedLayer[], token: Span<'source'>): string {
  let { start, end } = token;
  let last = 'repair';
  for (const { edits, ruleId, shifts } of layers) {
    const first = firstEndingAfter(edits, start);
    let shift = shifts[first] ?? 0;
    const from = start + shift;
    for (let i = first; i < edits.length; i += 1) {
      const edit = edits[i] as EditMap['edits'][number];
      if (edit.start >= end) break;
      if (!/[0-9０-９]/u.test(edit.insert)) last = ruleId;
      if (edit.start <= start && edit.end >= end && edit.insert.trim() === '') return ruleId;
      shift += edit.insert.length - (edit.end - edit.start);
    }
    start = from;
    end += shift;
    if (end <= start) return last;
  }
  return last;
}

function firstEndingAfter(edits: EditMap['edits'], place: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

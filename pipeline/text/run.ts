/** Left, top, right and bottom as fractions of the page's width and height. */
export type Box = [left: number, top: number, right: number, bottom: number];

/** A run of source characters that is printed in one piece: where on which page. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly page: number;
  readonly box: Box;
  /** Quarter turns, clockwise, of the direction in which it is printed; 0 is from left to right. */
  readonly turns: 0 | 1 | 2 | 3;
}

/** A place on a page. */
export interface PagePlace {
  readonly page: number;
  readonly box: Box;
}

/** How wide a character is against others of its font, roughly: Han and full-width forms take a whole em. */
export function weightOf(code: number): number {
  if (isWide(code)) return 1;
  return code === 0x20 ? 0.28 : 0.5;
}

/** Whether a character takes a whole em: Han, radicals, CJK punctuation, full-width forms. */
export function isWide(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60);
}

/**
 * Where a stretch of the source is printed: the smallest box around its characters on the page where it begins.
 * Within a run the characters' places are taken from their usual widths. Undefined where nothing of it is printed.
 */
export function printedAt(text: string, runs: readonly Run[], start: number, end: number): PagePlace | undefined {
  let page: number | undefined;
  let box: Box | undefined;
  for (let i = firstBehind(runs, start); i < runs.length; i += 1) {
    const run = runs[i] as Run;
    if (run.start >= end) break;
    page ??= run.page;
    if (run.page === page) box = around(box, part(text, run, Math.max(start, run.start), Math.min(end, run.end)));
  }
  if (page === undefined || !box) return undefined;
  const [left, top, right, bottom] = box.map((edge) => Math.round(Math.min(1, Math.max(0, edge)) * 1e4) / 1e4);
  return { page, box: [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0] };
}

/** The first run that ends behind an offset. */
function firstBehind(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a run's box that some of its characters take. */
function part(text: string, { start, end, box, turns }: Run, from: number, to: number): Box {
  const whole = weight(text, start, end) || 1;
  const head = weight(text, start, from) / whole;
  const tail = weight(text, start, to) / whole;
  const [left, top, right, bottom] = box;
  const along = (low: number, high: number, share: number): number => low + (high - low) * share;
  if (turns === 1) return [left, along(top, bottom, head), right, along(top, bottom, tail)];
  if (turns === 2) return [along(right, left, tail), top, along(right, left, head), bottom];
  if (turns === 3) return [left, along(bottom, top, tail), right, along(bottom, top, head)];
  return [along(left, right, head), top, along(left, right, tail), bottom];
}

function weight(text: string, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += weightOf(text.charCodeAt(at));
  return sum;
}

function around(a: Box | undefined, b: Box): Box {
  if (!a) return b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

import { isWide } from '../../text/index.js';
import type { Item } from './item.js';

/** Advance widths of Times Roman for ASCII from `!` on, in thousandths of an em; from Adobe's font metrics (AFM). */
const times = [
  333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722,
  722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444,
  333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200,
  480, 541,
];

/** Letters that are less apart than this, in ems, belong to one word. */
const touching = 0.16;

/** Some fonts claim a whole em for every Latin letter; the next letter then stands within the one before. */
export function claimsTooMuch(text: string, width: number, size: number): boolean {
  if (width < 0.95 * size * text.length) return false;
  for (let i = 0; i < text.length; i += 1) if (isWide(text.charCodeAt(i))) return false;
  return true;
}

/** The width of a text in a usual Latin font, in ems. */
export function latinWidth(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += times[text.charCodeAt(i) - 33] ?? 500;
  return sum / 1000;
}

/**
 * Corrects estimated widths by how far apart the letters of a line are set: their usual distance is none. The items
 * are those of one line, from left to right.
 */
export function trackedRow(row: readonly Item[]): readonly Item[] {
  const gaps: number[] = [];
  row.forEach((item, i) => {
    const before = row[i - 1];
    const gap = before?.estimated ? (item.left - before.right) / item.size : 1;
    if (gap < 0.5) gaps.push(gap);
  });
  if (gaps.length < 4) return row;
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 0;
  return merged(row, usual);
}

/** Letters that touch once their distance is taken off become one item. */
function merged(row: readonly Item[], usual: number): Item[] {
  const items: Item[] = [];
  for (const item of row) {
    const last = items.at(-1);
    const right = item.estimated ? item.right + usual * item.size : item.right;
    const touches = last?.estimated && item.estimated && item.left - last.right < touching * item.size;
    if (last && touches && last.size === item.size && last.raised === item.raised)
      items[items.length - 1] = { ...last, text: last.text + item.text, right };
    else items.push(item.estimated ? { ...item, right } : item);
  }
  return items;
}

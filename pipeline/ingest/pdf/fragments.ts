import type { Item, Rectangle } from './item.js';
import { trackedRow } from './latin-widths.js';
import { settled } from './raised.js';

/** Items that stand on one line without a wide gap between them, from left to right. */
export interface Fragment extends Rectangle {
  readonly items: readonly Item[];
  readonly baseline: number;
  /** The size of most of its characters. */
  readonly size: number;
}

/** Baselines of one line differ by less than this, in ems. */
const sameLine = 0.3;
/** A gap of so many ems ends a fragment. */
const wideGap = 0.9;

/** Puts items into lines, and lines apart where there is a wide gap; from top to bottom. */
export function fragmentsOf(items: readonly Item[]): Fragment[] {
  return rowsOf(items).flatMap((row) => splitLine(row, wideGap));
}

/** Items by line, each line from left to right; superscripts and subscripts stand in the line that they belong to. */
export function rowsOf(items: readonly Item[]): (readonly Item[])[] {
  const sorted = settled(items).sort((a, b) => a.line - b.line);
  const rows: { line: number; items: Item[] }[] = [];
  for (const { item, line } of sorted) {
    const row = rows.at(-1);
    if (row && line - row.line <= sameLine * item.size) row.items.push(item);
    else rows.push({ line, items: [item] });
  }
  return rows.map((row) => trackedRow(withoutDoubles(row.items.sort((a, b) => inkLeft(a) - inkLeft(b)))));
}

/** Where an item's print begins: an opening bracket or quote that takes an em has it in its right half. */
function inkLeft({ text, left, size }: Item): number {
  return opening.has(text.charCodeAt(0)) ? left + 0.5 * size : left;
}

const opening: ReadonlySet<number> = new Set([0xff08, 0xff3b, 0x3010, 0x300a, 0x3014, 0x201c]);

/** One line, cut where its gaps are wider than so many ems. */
export function splitLine(row: readonly Item[], gap: number): Fragment[] {
  const fragments: Fragment[] = [];
  let from = 0;
  let right = Number.NEGATIVE_INFINITY;
  row.forEach((item, i) => {
    const before = row[i - 1];
    if (before && item.left - right > gap * Math.max(item.size, before.size)) {
      fragments.push(fragment(row.slice(from, i)));
      from = i;
    }
    right = i === from ? item.right : Math.max(right, item.right);
  });
  fragments.push(fragment(row.slice(from)));
  return fragments;
}

/** One fragment of items that are in order already. */
export function fragment(items: readonly Item[]): Fragment {
  const size = usualSize(items);
  const main = items.find((item) => item.size === size && !item.raised) ?? (items[0] as Item);
  return {
    items,
    size,
    baseline: main.baseline,
    left: Math.min(...items.map(({ left }) => left)),
    right: Math.max(...items.map(({ right }) => right)),
    top: main.baseline - 0.86 * size,
    bottom: main.baseline + 0.14 * size,
  };
}

/** The size of most characters; raised ones do not count where there are others. */
export function usualSize(items: readonly Item[]): number {
  const counts = new Map<number, number>();
  for (const { size, text, raised } of items)
    counts.set(size, (counts.get(size) ?? 0) + (raised ? 0.01 : 1) * text.length);
  let best = 0;
  let most = -1;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}

/** The same characters printed twice, a hair apart, are bold print. The items are in order. */
function withoutDoubles(row: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of row) if (!isDouble(item, kept)) kept.push(item);
  return kept;
}

function isDouble(item: Item, before: readonly Item[]): boolean {
  for (let i = before.length - 1; i >= 0 && i >= before.length - 4; i -= 1) {
    const other = before[i] as Item;
    const near = Math.abs(other.left - item.left) < 0.3 * item.size;
    if (near && other.text === item.text && other.raised === item.raised) return true;
  }
  return false;
}

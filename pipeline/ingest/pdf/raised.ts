import type { Item } from './item.js';

/** An item with the baseline of the line that it belongs to. */
export interface Settled {
  readonly item: Item;
  readonly line: number;
}

/** A superscript or subscript has at most this share of the size of what it stands beside, and at least so much. */
const largest = 0.85;
const smallest = 0.4;
/** And at most so many characters. */
const longest = 24;

/** Finds out which items are smaller than their neighbour and stand above or below its baseline. */
export function settled(items: readonly Item[]): Settled[] {
  const sorted = [...items].sort((a, b) => a.baseline - b.baseline);
  const carried = new Map<Item, Item>();
  sorted.forEach((item, i) => {
    const base = item.text.length > longest ? undefined : baseOf(sorted, i);
    if (base) carried.set(item, base);
  });
  // What stands beside a superscript and is as small belongs to it: the dash of [1-3] touches nothing else.
  const raised = [...carried.keys()];
  return sorted.map((item) => {
    const beside = carried.has(item) || item.text.length > longest ? item : (nearest(raised, item) ?? item);
    const base = carried.get(beside);
    if (!base) return { item, line: item.baseline };
    return { item: { ...item, raised: beside.baseline < base.baseline ? 'above' : 'below' }, line: base.baseline };
  });
}

/** What carries the item at a place of a list that is sorted by baseline: the nearest that can. */
function baseOf(sorted: readonly Item[], at: number): Item | undefined {
  const item = sorted[at] as Item;
  let first = at;
  while (first > 0 && item.baseline - (sorted[first - 1] as Item).baseline <= 2 * item.size) first -= 1;
  let best: Item | undefined;
  for (let i = first; i < sorted.length; i += 1) {
    const other = sorted[i] as Item;
    if (other.baseline - item.baseline > 2 * item.size) break;
    if (item.size > largest * other.size || !carries(other, item)) continue;
    if (!best || gap(other, item) < gap(best, item)) best = other;
  }
  return best;
}

function nearest(raised: readonly Item[], item: Item): Item | undefined {
  let best: Item | undefined;
  for (const other of raised) if (isLike(other, item) && (!best || gap(other, item) < gap(best, item))) best = other;
  return best;
}

/** Whether a smaller item can be a superscript or subscript of another: beside it, off its baseline. */
function carries(base: Item, item: Item): boolean {
  if (item.size < smallest * base.size) return false;
  const off = (base.baseline - item.baseline) / base.size;
  if (off < -0.45 || off > 0.75 || (off > -0.08 && off < 0.12)) return false;
  return gap(base, item) < 0.5 * base.size;
}

/** Whether two items are of one size and stand side by side on one line, or nearly. */
function isLike(a: Item, b: Item): boolean {
  const alike = Math.abs(a.size - b.size) < 0.25 * a.size && Math.abs(a.baseline - b.baseline) < 0.4 * a.size;
  return alike && gap(a, b) < 0.5 * a.size;
}

/** The gap between two items side by side, in points. */
function gap(a: Item, b: Item): number {
  return Math.max(b.left - a.right, a.left - b.right, 0);
}

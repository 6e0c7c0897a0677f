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
  const first = sorted.map((item, i) => baseOf(sorted, i, (other) => carries(other, item)));
  // What stands beside a superscript and is as small belongs to it: the dash of [1-3] touches nothing else.
  return sorted.map((item, i) => {
    const beside = first[i] ? i : neighbourOf(sorted, i, (other, at) => first[at] !== undefined && isLike(other, item));
    const base = beside === undefined ? undefined : first[beside];
    if (!base || beside === undefined) return { item, line: item.baseline };
    const raised = (sorted[beside] as Item).baseline < base.baseline ? 'above' : 'below';
    return { item: { ...item, raised }, line: base.baseline };
  });
}

function baseOf(sorted: readonly Item[], at: number, fits: (other: Item, at: number) => boolean): Item | undefined {
  const found = neighbourOf(sorted, at, fits);
  return found === undefined ? undefined : sorted[found];
}

/** The place of the nearest item that fits among those whose baselines are near; the list is sorted by baseline. */
function neighbourOf(
  sorted: readonly Item[],
  at: number,
  fits: (other: Item, at: number) => boolean,
): number | undefined {
  const item = sorted[at] as Item;
  if (item.text.length > longest) return undefined;
  const reach = 2 * item.size;
  let best: number | undefined;
  const look = (i: number): void => {
    const other = sorted[i] as Item;
    if (i === at || !fits(other, i)) return;
    if (best === undefined || gap(other, item) < gap(sorted[best] as Item, item)) best = i;
  };
  for (let i = at - 1; i >= 0 && item.baseline - (sorted[i] as Item).baseline <= reach; i -= 1) look(i);
  for (let i = at + 1; i < sorted.length && (sorted[i] as Item).baseline - item.baseline <= reach; i += 1) look(i);
  return best;
}

/** Whether an item can be a superscript or subscript of another: smaller, beside it, off its baseline. */
function carries(base: Item, item: Item): boolean {
  if (item.size > largest * base.size || item.size < smallest * base.size) return false;
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

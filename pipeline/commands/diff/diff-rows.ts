import type { BoundRow } from './bound-row.js';
import { type Difference, fieldChanges } from './difference.js';
import { pairGreedily } from './pair-greedily.js';
import { rowLabel } from './row-label.js';

/**
 * Compares the numbers of two records of an article, in five passes from the same in every respect to
 * the same binding with another number at another place. Where the article itself changed (`sameText`
 * false), places say nothing.
 */
export function diffRows(a: readonly BoundRow[], b: readonly BoundRow[], sameText: boolean): Difference[] {
  const differences: Difference[] = [];
  let left = a;
  let right = b;
  const pass = (likeness: (x: BoundRow, y: BoundRow) => number, silent: boolean): void => {
    const paired = pairGreedily(left, right, likeness);
    if (!silent) for (const [x, y] of paired.pairs) differences.push(changed(x, y));
    left = paired.left;
    right = paired.right;
  };
  [left, right] = withoutEquals(left, right, sameText ? fullKey : meaningKey);
  if (sameText) {
    pass((x, y) => (sameMeaning(x, y) ? shareOfPlace(x, y) : 0), true);
    pass((x, y) => (x.bindingKey === y.bindingKey ? shareOfPlace(x, y) : 0), false);
    pass(likenessAtPlace, false);
    pass((x, y) => (sameMeaning(x, y) ? 1 : 0), false);
  }
  pass((x, y) => (x.bindingKey === y.bindingKey ? 1 : 0), false);
  for (const row of left) differences.push(lone('removed', row));
  for (const row of right) differences.push(lone('added', row));
  return differences.sort((x, y) => (x.source?.start ?? 0) - (y.source?.start ?? 0));
}

/** Most numbers are the same in both; they are taken out by key, before anything is compared with everything. */
function withoutEquals(
  a: readonly BoundRow[],
  b: readonly BoundRow[],
  key: (row: BoundRow) => string,
): [BoundRow[], BoundRow[]] {
  const counts = new Map<string, number>();
  for (const row of b) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const take = (row: BoundRow): boolean => {
    const count = counts.get(key(row)) ?? 0;
    if (count > 0) counts.set(key(row), count - 1);
    return count > 0;
  };
  const left = a.filter((row) => !take(row));
  // What is still counted has no equal in the first record.
  const right = b.filter((row) => take(row));
  return [left, right];
}

function meaningKey(row: BoundRow): string {
  return `${row.bindingKey}${row.numberKey}`;
}

function fullKey(row: BoundRow): string {
  const { start, end } = row.row.value.source;
  return `${start}-${end}${meaningKey(row)}`;
}

function sameMeaning(a: BoundRow, b: BoundRow): boolean {
  return a.bindingKey === b.bindingKey && a.numberKey === b.numberKey;
}

/** How much of their places two numbers share, from 0 to 1. */
function shareOfPlace(a: BoundRow, b: BoundRow): number {
  const x = a.row.value.source;
  const y = b.row.value.source;
  const common = Math.min(x.end, y.end) - Math.max(x.start, y.start);
  return common <= 0 ? 0 : common / (Math.max(x.end, y.end) - Math.min(x.start, y.start));
}

/** Of several numbers at one place, which are the likeliest to be the same; 0 where they share no place. */
function likenessAtPlace(a: BoundRow, b: BoundRow): number {
  const share = shareOfPlace(a, b);
  if (share === 0) return 0;
  const kept = Object.keys(a.binding).length - fieldChanges(a.binding, b.binding).length;
  return share * (20 + kept + (a.numberKey === b.numberKey ? 2 : 0));
}

function changed(a: BoundRow, b: BoundRow): Difference {
  const fields = [...fieldChanges(a.binding, b.binding), ...fieldChanges(a.number, b.number)];
  const { source } = b.row.value;
  const moved = a.row.value.source.line;
  return {
    change: 'changed',
    of: 'value',
    study: String(a.binding.study),
    label: rowLabel(a),
    fields: fields.length > 0 ? fields : [{ field: 'place', before: `line ${moved}`, after: `line ${source.line}` }],
    source,
  };
}

function lone(change: 'added' | 'removed', row: BoundRow): Difference {
  return { change, of: 'value', study: String(row.binding.study), label: rowLabel(row), source: row.row.value.source };
}

import { isWide } from '../../text/index.js';
import type { Block } from './block.js';
import type { ColumnLine } from './column-lines.js';
import type { Flow } from './flow.js';
import { tight } from './line-text.js';

/** Lines around a line that are asked where its column begins and ends. */
const reach = 6;
/** A first line is set in by more than this, in ems. */
const indent = 1.2;
/** A line that ends so many ems before its column does is the last of its paragraph. */
const shortBy = 1.1;

/** The text as blocks: each paragraph as its lines, whatever columns and pages they stand on; floats after it. */
export function paragraphsOf({ lines, floats }: Flow, bodySize: number): Block[] {
  const blocks: Block[] = [];
  let open: ColumnLine[] = [];
  let next = 0;
  const close = (at: number): void => {
    if (open.length > 0) blocks.push({ kind: 'lines', lines: open });
    open = [];
    for (; next < floats.length && (floats[next]?.after ?? 0) <= at; next += 1) {
      const float = floats[next]?.float;
      if (float) blocks.push(float.block);
    }
  };
  lines.forEach((line, at) => {
    if (open.length === 0 || begins(lines, at, open, bodySize)) close(at);
    open.push(line);
  });
  close(lines.length);
  return blocks;
}

/** Whether a line begins a paragraph, seen from the lines before and around it. */
function begins(lines: readonly ColumnLine[], at: number, open: readonly ColumnLine[], bodySize: number): boolean {
  const line = lines[at] as ColumnLine;
  const before = lines[at - 1] as ColumnLine;
  if (Math.abs(line.size - before.size) > 0.08 * Math.max(line.size, before.size)) return true;
  const sameColumn = line.page === before.page && line.side === before.side && line.baseline > before.baseline;
  if (!sameColumn && (line.side === 'across') !== (before.side === 'across')) return true;
  const here = edgesAround(lines, at);
  const there = edgesAround(lines, at - 1);
  // Titles are centred, so that neither indent nor length tells anything.
  if (line.size > 1.3 * bodySize && sameColumn) return line.baseline - before.baseline > 2.2 * line.size;
  const inset = (line.left - here.left) / line.size;
  const first = open[0] as ColumnLine;
  if (hangs(first, before, line, there.right)) return false;
  if (inset > indent) return true;
  if (sameColumn && line.baseline - before.baseline > 1.35 * usualPitch(lines, at) + 0.2 * line.size) return true;
  // In the middle of a sentence a line may be short because what follows could not be parted.
  const slack = /[\u3002\uff1b\uff1a\uff01\uff1f.;:!?]$/u.test(before.text) ? 0.5 : 2.5;
  return there.right - before.right > Math.max((shortBy + slack) * before.size, firstWord(line) + slack * line.size);
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where the lines around a line begin and end, in its own column and of its own size. */
function edgesAround(lines: readonly ColumnLine[], at: number): Edges {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const line of neighbours(lines, at)) {
    left = Math.min(left, line.left);
    right = Math.max(right, line.right);
  }
  return { left, right };
}

function neighbours(lines: readonly ColumnLine[], at: number): ColumnLine[] {
  const line = lines[at] as ColumnLine;
  const alike = (other: ColumnLine): boolean =>
    other.page === line.page && other.side === line.side && Math.abs(other.size - line.size) <= 0.08 * line.size;
  const found: ColumnLine[] = [];
  for (let i = Math.max(0, at - reach); i <= Math.min(lines.length - 1, at + reach); i += 1) {
    const other = lines[i] as ColumnLine;
    if (alike(other)) found.push(other);
  }
  return found;
}

/** The usual distance between the lines around a line. */
function usualPitch(lines: readonly ColumnLine[], at: number): number {
  const around = neighbours(lines, at);
  const steps = around
    .map((line, i) => line.baseline - (around[i - 1]?.baseline ?? line.baseline))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

/** Whether a line goes on with a numbered entry, whose further lines stand under its words, not under its number. */
function hangs(first: ColumnLine, before: ColumnLine, line: ColumnLine, right: number): boolean {
  if (line.page !== first.page || line.side !== first.side || line.left < first.left + 0.8 * line.size) return false;
  if (right - before.right > 4 * line.size) return false;
  const numbered = /^[[(\uff08\uff3b]?\d{1,3}(?:[\])\uff09\uff3d]|[.\uff0e](?!\d))/u;
  return numbered.test(first.text) && !numbered.test(line.text);
}

/** The width of what cannot be parted at the beginning of a line, in points. */
function firstWord(line: ColumnLine): number {
  const item = line.items[0];
  if (!item || isWide(item.text.charCodeAt(0))) return line.size;
  const text = tight(item.text);
  const end = text.search(/[\s\u2e80-\uff60]/u);
  const share = (end < 0 ? text.length : end) / text.length;
  return (item.right - item.left) * share;
}

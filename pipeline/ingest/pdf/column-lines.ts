import { type Fragment, fragment } from './fragments.js';
import type { Gutter } from './gutter.js';
import type { Item, Rectangle } from './item.js';
import { lineText } from './line-text.js';

/** Where a line stands: in the left or right of two columns, or across the page. */
export type Side = 'left' | 'right' | 'across';

/** One line of a column, with all fragments that stand on it there. */
export interface ColumnLine extends Fragment {
  readonly page: number;
  readonly side: Side;
  readonly text: string;
  /** The text as patterns see it: full-width digits and letters as ASCII, one space for any gap. */
  readonly plain: string;
}

/** A page's lines by column; without a gutter all of them stand across the page. From top to bottom. */
export function columnLines(page: number, fragments: readonly Fragment[], gutter: Gutter | undefined): ColumnLine[] {
  const rows: { baseline: number; fragments: Fragment[] }[] = [];
  const pieces = gutter ? fragments.flatMap((piece) => cutAt(piece, gutter)) : [...fragments];
  for (const piece of pieces.sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && piece.baseline - row.baseline <= 0.3 * piece.size) row.fragments.push(piece);
    else rows.push({ baseline: piece.baseline, fragments: [piece] });
  }
  const lines: ColumnLine[] = [];
  for (const row of rows) {
    const found = linesOf(page, row.fragments, gutter);
    const [only, ...others] = found;
    const before = lines.at(-1);
    const ends = only && before && others.length === 0 && endsParagraph(before, only);
    lines.push(...(ends ? [{ ...only, side: 'across' as const }] : found));
  }
  return lines;
}

/** Cuts what was taken for one piece where its gap is the gutter: a narrow one is no wider than a gap between words. */
function cutAt(piece: Fragment, gutter: Gutter): Fragment[] {
  const { items, size } = piece;
  if (piece.left >= gutter.left || piece.right <= gutter.right) return [piece];
  const at = items.findIndex((item, i) => {
    const before = items[i - 1];
    return before && item.left >= gutter.right - 0.2 * size && printedRight(before) <= gutter.left + 0.2 * size;
  });
  return at < 0 ? [piece] : [fragment(items.slice(0, at)), fragment(items.slice(at))];
}

/** Where the print of an item ends: closing punctuation that takes an em has it in its left half. */
function printedRight({ text, right, size }: Item): number {
  return /[\uff0c\u3002\u3001\uff1b\uff1a\uff09\u201d\u300b]$/u.test(text) ? right - 0.5 * size : right;
}

/** Whether a short line on the left is the last of a paragraph that goes across the page. */
function endsParagraph(before: ColumnLine, line: ColumnLine): boolean {
  const close =
    line.baseline - before.baseline < 1.9 * line.size && Math.abs(line.size - before.size) < 0.04 * line.size;
  return (
    before.side === 'across' && line.side === 'left' && close && Math.abs(line.left - before.left) < 2.5 * line.size
  );
}

function linesOf(page: number, row: readonly Fragment[], gutter: Gutter | undefined): ColumnLine[] {
  const bySide = new Map<Side, Fragment[]>();
  for (const piece of row) {
    const side = sideOf(piece, gutter);
    bySide.set(side, [...(bySide.get(side) ?? []), piece]);
  }
  // What stands on one line with something that crosses the gutter belongs to it.
  if (bySide.has('across')) return [columnLine(page, 'across', row)];
  return [...bySide].map(([side, pieces]) => columnLine(page, side, pieces));
}

/** On which side of the gutter something stands. */
export function sideOf({ left, right }: Pick<Rectangle, 'left' | 'right'>, gutter: Gutter | undefined): Side {
  if (!gutter) return 'across';
  const middle = (gutter.left + gutter.right) / 2;
  if (right <= Math.max(middle, gutter.left + 1)) return 'left';
  return left >= Math.min(middle, gutter.right - 1) ? 'right' : 'across';
}

/** A line of fragments that stand side by side. */
export function columnLine(page: number, side: Side, pieces: readonly Fragment[]): ColumnLine {
  const items = pieces.flatMap((piece) => piece.items).sort((a, b) => a.left - b.left);
  const text = lineText(items);
  return { ...fragment(items), page, side, text, plain: text.normalize('NFKC').replace(/\s+/gu, ' ') };
}

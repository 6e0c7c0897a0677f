import type { Float } from './block.js';
import type { ColumnLine } from './column-lines.js';
import { isHan } from './item.js';

/** The lines of an article in the order in which they are read, and what stands between them. */
export interface Flow {
  readonly lines: readonly ColumnLine[];
  /** Floats by the number of lines before them, in order. */
  readonly floats: readonly { readonly after: number; readonly float: Float }[];
}

interface Placed {
  readonly top: number;
  readonly side: ColumnLine['side'];
  readonly line?: ColumnLine;
  readonly float?: Float;
}

/** Puts the lines and floats of each page in order: bands of two columns, left before right, between what stands across. */
export function flowOf(
  pages: readonly { lines: readonly ColumnLine[]; floats: readonly Float[] }[],
  bodySize: number,
): Flow {
  const lines: ColumnLine[] = [];
  const floats: { after: number; float: Float }[] = [];
  for (const page of pages) {
    for (const { line, float } of inOrder(page.lines, page.floats)) {
      if (line) lines.push(line);
      else if (float) floats.push({ after: lines.length, float });
    }
  }
  return withFootnotesApart({ lines, floats }, bodySize);
}

function inOrder(lines: readonly ColumnLine[], floats: readonly Float[]): Placed[] {
  const placed: Placed[] = [
    ...lines.map((line) => ({ top: line.baseline, side: line.side, line })),
    ...floats.map((float) => ({ top: float.top, side: float.side, float })),
  ];
  // A sort keeps the order of equals, so the parts of a table stay in theirs.
  placed.sort((a, b) => a.top - b.top);
  const ordered: Placed[] = [];
  let left: Placed[] = [];
  let right: Placed[] = [];
  const closeBand = (): void => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const piece of placed) {
    if (piece.side === 'left') left.push(piece);
    else if (piece.side === 'right') right.push(piece);
    else {
      closeBand();
      ordered.push(piece);
    }
  }
  closeBand();
  return ordered;
}

/** The size of most Han characters: that of the running text. */
export function bodySizeOf(lines: readonly ColumnLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 4) / 4;
    let han = 0;
    for (let i = 0; i < text.length; i += 1) if (isHan(text.charCodeAt(i))) han += 1;
    counts.set(rounded, (counts.get(rounded) ?? 0) + han + 0.1 * text.length);
  }
  let best = 0;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}

/**
 * Small print at the foot of a column interrupts a paragraph that goes on in the next: it is a footnote where both
 * the line before it and the first line of the next column or page have the size of the text.
 */
function withFootnotesApart({ lines, floats }: Flow, body: number): Flow {
  const isSmall = (line: ColumnLine | undefined): boolean => line !== undefined && line.size < 0.95 * body;
  const notes = new Set<ColumnLine>();
  const moved: { after: number; float: Float }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!isSmall(lines[at]) || at === 0 || isSmall(lines[at - 1])) continue;
    let end = at;
    while (isSmall(lines[end]) && lines[end]?.page === lines[at]?.page) end += 1;
    const [first, next] = [lines[at] as ColumnLine, lines[end]];
    if (!next || isSmall(next) || !isFurtherOn(lines[end - 1] as ColumnLine, next)) continue;
    const block = { kind: 'lines', lines: lines.slice(at, end) } as const;
    for (const line of block.lines) notes.add(line);
    moved.push({ after: at, float: { block, side: first.side, top: first.baseline, page: first.page } });
  }
  if (moved.length === 0) return { lines, floats };
  const before: number[] = [];
  let count = 0;
  for (const line of lines) {
    before.push(count);
    if (!notes.has(line)) count += 1;
  }
  before.push(count);
  const all = [...floats, ...moved].sort((a, b) => a.after - b.after);
  return {
    lines: lines.filter((line) => !notes.has(line)),
    floats: all.map(({ after, float }) => ({ after: before[after] ?? count, float })),
  };
}

/** Whether the text goes on in another column or on another page, and not just below. */
function isFurtherOn(last: ColumnLine, next: ColumnLine): boolean {
  return next.page !== last.page || next.baseline < last.baseline;
}

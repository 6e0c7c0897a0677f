import type { Fragment } from './fragments.js';

/** The white strip between two columns, in points. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Lines of a column are at least and at most so wide, as a share of the width that a page's text takes. */
const narrowest = 0.26;
const widest = 0.6;
/** So many lines on either side make two columns. */
const fewestLines = 4;

/** The gutter of a page, if enough lines stand on either side of one and hardly any of their width crosses it. */
export function gutterOf(fragments: readonly Fragment[]): Gutter | undefined {
  if (fragments.length < 2 * fewestLines) return undefined;
  const left = Math.min(...fragments.map((line) => line.left));
  const right = Math.max(...fragments.map((line) => line.right));
  const width = right - left;
  const lines = fragments.filter((line) => {
    const share = (line.right - line.left) / width;
    return share >= narrowest && share <= widest;
  });
  let best: { score: number; x: number } | undefined;
  for (let x = left + 0.3 * width; x <= left + 0.7 * width; x += 1) {
    const score = scoreOf(lines, x);
    if (score > 0 && (!best || score > best.score)) best = { score, x };
  }
  return best && stripAt(lines, best.x);
}

/** How well a place parts lines into two columns; nothing where one column has too few of them. */
function scoreOf(lines: readonly Fragment[], x: number): number {
  let before = 0;
  let behind = 0;
  for (const line of lines) {
    if (line.right <= x) before += 1;
    else if (line.left >= x) behind += 1;
  }
  const crossing = lines.length - before - behind;
  const fewer = Math.min(before, behind);
  return fewer < fewestLines ? 0 : before + behind - 4 * crossing;
}

function stripAt(lines: readonly Fragment[], x: number): Gutter {
  const before = lines.filter((line) => line.right <= x).map((line) => line.right);
  const behind = lines.filter((line) => line.left >= x).map((line) => line.left);
  return { left: Math.max(...before), right: Math.min(...behind) };
}

/**
 * The gutter of each page: its own, or that of the pages like it (left and right pages have other margins), so
 * that a page with a large table and a few lines of text is read like the rest. Undefined for one column.
 */
export function guttersOf(pages: readonly (readonly Fragment[])[]): (Gutter | undefined)[] {
  const own = pages.map(gutterOf);
  return own.map((gutter, page) => {
    const alike = own.filter((other, i) => i % 2 === page % 2 && i !== page && other);
    const usual = middle(alike) ?? middle(own);
    if (!usual || !fits(pages[page] ?? [], usual)) return gutter;
    // The columns of a large table may show a gutter where the text of other pages has none.
    const isUsual = gutter && Math.abs(gutter.left + gutter.right - usual.left - usual.right) < 24;
    return gutter && (isUsual || alike.length < 2) ? gutter : usual;
  });
}

/** The gutter whose middle is the median. */
function middle(gutters: readonly (Gutter | undefined)[]): Gutter | undefined {
  const known = gutters.flatMap((gutter) => gutter ?? []).sort((a, b) => a.left + a.right - b.left - b.right);
  return known[known.length >> 1];
}

/** Whether some lines stand beside the gutter of other pages. */
function fits(fragments: readonly Fragment[], { left, right }: Gutter): boolean {
  const x = (left + right) / 2;
  const beside = fragments.filter(
    (line) => Math.abs(line.right - left) < line.size || Math.abs(line.left - right) < 3 * line.size,
  );
  const across = fragments.filter((line) => line.left < x && line.right > x);
  return beside.length > 0 && (beside.length >= 2 || across.length < 6);
}

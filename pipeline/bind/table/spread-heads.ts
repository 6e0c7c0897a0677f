import type { GridCell } from './grid.js';
import type { HeadSense } from './order-grid.js';
import { kindOfHead, type PartedHeads, partByKind } from './part-heads.js';

/**
 * Shares out the heads of a table over a number of columns, by their order: one head a column, or a second line of
 * heads beneath those of the first that have more columns than one. Undefined where they do not fit.
 */
export function spreadHeads(
  lines: readonly (readonly GridCell[])[],
  width: number,
  sense: Omit<HeadSense, 'isMissing'>,
): GridCell[][] | undefined {
  const [top = [], below = [], ...more] = lines;
  if (more.length > 0) return oneEach(lines.flat(), width, sense);
  if (below.length === 0) return oneEach(unfolded(top), width, sense);
  const heads = withoutCorner(top, sense);
  const split = heads.length + below.length - width;
  const each = below.length / split;
  const kinds = split > 0 && split < below.length ? partByKind(heads, below, split, sense) : undefined;
  if (kinds && !Number.isInteger(each)) return spreadRuns(heads, kinds);
  if (split < 1 || !Number.isInteger(each)) return oneEach([...top, ...below], width, sense);
  const over = heads.filter((head) => !(sense.isGrade(head) && below.every(sense.isGrade)));
  const parted = partedHeads(over.length < heads.length && over.length >= split ? over : heads, split, sense);
  if (!parted) return kinds && spreadRuns(heads, kinds);
  let at = 0;
  return heads.flatMap((head): GridCell[][] => {
    if (!parted.has(head)) return [[head]];
    at += each;
    return below.slice(at - each, at).map((part) => [head, part]);
  });
}

/**
 * The same for heads of two lines that were printed a cell a line: the lower ones are the same beneath each of those
 * above, or all alike beneath one.
 */
export function spreadInTwo(
  lines: readonly (readonly GridCell[])[],
  width: number,
  sense: Omit<HeadSense, 'isMissing'>,
): GridCell[][] | undefined {
  const [heads = [], ...more] = lines;
  if (more.length > 0 || heads.length <= width + 1) return undefined;
  for (let cut = 2; cut < heads.length - 1; cut += 1) {
    const [top, below] = [heads.slice(0, cut), heads.slice(cut)];
    const split = withoutCorner(top, sense).length + below.length - width;
    const each = below.length / split;
    const recurs = split > 1 && each > 1 && below.every(({ text }, i) => text === below[i % each]?.text);
    const alike = split === 1 && below.every(({ text }) => kindOfHead(text) === kindOfHead(below[0]?.text ?? ''));
    if (recurs || alike) return spreadHeads([top, below], width, sense);
  }
  return undefined;
}

function spreadRuns(heads: readonly GridCell[], { above, runs }: PartedHeads): GridCell[][] {
  let at = -1;
  return heads.flatMap((head): GridCell[][] => {
    if (!above.has(head)) return [[head]];
    at += 1;
    return (runs[at] ?? []).map((part) => [head, part]);
  });
}

/** The heads of a table that was folded into two halves side by side stand there twice. */
function unfolded(heads: readonly GridCell[]): readonly GridCell[] {
  const half = heads.length / 2;
  const twice = heads.length > 3 && heads.every(({ text }, i) => text === heads[(i + half) % heads.length]?.text);
  return twice ? heads.slice(0, half) : heads;
}

function oneEach(
  heads: readonly GridCell[],
  width: number,
  sense: Omit<HeadSense, 'isMissing'>,
): GridCell[][] | undefined {
  const named = withoutCorner(heads, sense);
  // A second column of row heads has a head, too.
  const [, ...rest] = heads;
  const fitting = [rest, named, withoutCorner(rest, sense), heads.filter(sense.isHead)].find(
    (some) => some.length === width,
  );
  return fitting?.map((head) => [head]);
}

function withoutCorner(heads: readonly GridCell[], sense: Pick<HeadSense, 'isCorner'>): readonly GridCell[] {
  return heads[0] && sense.isCorner(heads[0]) ? heads.slice(1) : heads;
}

/** The heads that have columns beneath them: all of them, or the one run of heads that are alike. */
function partedHeads(
  heads: readonly GridCell[],
  split: number,
  sense: Omit<HeadSense, 'isMissing'>,
): ReadonlySet<GridCell> | undefined {
  if (split === heads.length) return new Set(heads);
  const known = heads.filter((head) => sense.isHead(head) && !sense.isSize(head));
  const sized = heads.filter(({ text }) => /\(n=\d+\)$/u.test(text));
  const arms = heads.filter(sense.isArm);
  const unsized = heads.filter((head) => !sense.isSize(head));
  const found = [arms, sized, known, unsized].find((some) => some.length === split);
  return found && new Set(found);
}

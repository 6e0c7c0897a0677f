import type { GridCell } from './grid.js';
import type { HeadSense } from './order-grid.js';

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
  if (split < 1 || !Number.isInteger(each)) return oneEach([...top, ...below], width, sense);
  const over = heads.filter((head) => !(sense.isGrade(head) && below.every(sense.isGrade)));
  const parted = partedHeads(over.length < heads.length && over.length >= split ? over : heads, split, sense);
  if (!parted) return undefined;
  let at = 0;
  return heads.flatMap((head): GridCell[][] => {
    if (!parted.has(head)) return [[head]];
    at += each;
    return below.slice(at - each, at).map((part) => [head, part]);
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
  const fitting = [heads.slice(1), withoutCorner(heads, sense), heads.filter(sense.isHead)].find(
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
  const known = heads.filter(sense.isHead);
  const sized = heads.filter(({ text }) => /\(n=\d+\)$/u.test(text));
  const arms = heads.filter(sense.isArm);
  const found = [arms, sized, known].find((some) => some.length === split);
  return found && new Set(found);
}

import type { GridCell } from './grid.js';
import type { HeadSense } from './order-grid.js';

/** The runs of lower heads that stand beneath one head each, and the heads above them. */
export interface PartedHeads {
  readonly above: ReadonlySet<GridCell>;
  readonly runs: readonly (readonly GridCell[])[];
}

/**
 * `性别` over `男性 女性` and `分期` over `Ⅱ期 Ⅲ期 Ⅳ期`: lower heads that are alike stand beneath one head. Undefined where
 * as many runs do not come out as heads must have columns beneath them, or where it is not sure which heads those are.
 */
export function partByKind(
  heads: readonly GridCell[],
  below: readonly GridCell[],
  split: number,
  sense: Pick<HeadSense, 'hasValues' | 'isSize'>,
): PartedHeads | undefined {
  const above = [sense.hasValues, sense.isSize]
    .map((has) => heads.filter((head) => !has(head)))
    .find((some) => some.length === split);
  if (!above) return undefined;
  const alike = runsOf(below);
  const runs = [withJoined(alike, false), withJoined(alike, true)].find((some) => some.length === split);
  return runs && { above: new Set(above), runs };
}

/** Neighbours that end alike, or that are all limits. */
function runsOf(heads: readonly GridCell[]): GridCell[][] {
  const runs: GridCell[][] = [];
  heads.forEach((head, i) => {
    const before = heads[i - 1];
    const last = runs.at(-1);
    if (last && before && kindOfHead(before.text) === kindOfHead(head.text) && !turns(last, head)) last.push(head);
    else runs.push([head]);
  });
  return runs;
}

/** How a head ends, or that it is a limit. */
export function kindOfHead(text: string): string {
  return /^[<>\u2264\u2265]/u.test(text) ? '<' : text.slice(-1);
}

/** `Ⅲ期 Ⅳ期 Ⅱ期`: a figure that is lower than the one before it begins anew; so does a limit of another number. */
function turns(run: readonly GridCell[], { text }: GridCell): boolean {
  const last = run.at(-1)?.text ?? '';
  if (/^[<>\u2264\u2265]/u.test(text)) return last.replace(/^\D+/u, '') !== text.replace(/^\D+/u, '');
  return /^[\d\u2160-\u2163]/u.test(text) && text.slice(0, 1) <= last.slice(0, 1);
}

/** Heads that are like no neighbour stand together, or with `joins` beside the run before them. */
function withJoined(runs: readonly (readonly GridCell[])[], joins: boolean): GridCell[][] {
  const found: { readonly run: GridCell[]; readonly single: boolean }[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const single = run.length === 1;
    if (last && single && (last.single || joins)) last.run.push(...run);
    else found.push({ run: [...run], single });
  }
  return found.map(({ run }) => run);
}

import type { Aspect } from './aspect.js';
import type { GridCell } from './grid.js';
import type { Placed } from './place-short.js';
import type { RowPath } from './row-path.js';
import type { TableKind } from './table-kind.js';

/** Whether a cell compares all levels of the head above it: by its row and column, and what heads its row. */
export type ComparesGroup = (cell: GridCell, row: number, column: number, aspect: Aspect) => boolean;

/**
 * A p value printed once beside the levels of a characteristic, or once beneath them, compares all of them. Events and
 * factors have one for each level.
 */
export function testedOnce(
  placed: readonly Placed[],
  paths: readonly RowPath[],
  columns: readonly Aspect[],
  kind: TableKind,
): ComparesGroup {
  if (kind.events || kind.factors) return () => false;
  const groups = groupsTestedOnce(placed, paths, columns);
  return (cell, r, c, aspect) => {
    if (columns[c]?.role === 'p') {
      const group = paths[r]?.group;
      return group !== undefined && (cell.rows > 1 || groups.has(group));
    }
    return aspect.role === 'p' && isAloneInColumns(placed[r]?.cells ?? [], c, columns);
  };
}

/** The heads of rows of which only the first level has a p value. */
function groupsTestedOnce(
  placed: readonly Placed[],
  paths: readonly RowPath[],
  columns: readonly Aspect[],
): ReadonlySet<GridCell> {
  const tests = new Map<GridCell, number[]>();
  paths.forEach(({ group }, r) => {
    if (!group) return;
    const found = placed[r]?.cells.filter((cell, c) => cell !== undefined && columns[c]?.role === 'p').length ?? 0;
    tests.set(group, [...(tests.get(group) ?? []), found]);
  });
  const once = [...tests].filter(
    ([, [first = 0, ...rest]]) => first > 0 && rest.length > 0 && rest.every((count) => count === 0),
  );
  return new Set(once.map(([group]) => group));
}

/** Whether of the columns under one head only this one has a cell in a row. */
function isAloneInColumns(cells: Placed['cells'], c: number, columns: readonly Aspect[]): boolean {
  const head = columns[c]?.heads[0];
  if ((columns[c]?.heads.length ?? 0) < 2) return false;
  const under = columns.flatMap(({ heads }, i) => (heads.length > 1 && heads[0] === head ? [i] : []));
  return under.length > 1 && under.every((i) => i === c || cells[i] === undefined);
}

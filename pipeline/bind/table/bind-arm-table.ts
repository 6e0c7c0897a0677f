import type { Binding, Table, Unbound } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type Aspect, aspectOf, headName } from './aspect.js';
import { CellReader } from './cell-reader.js';
import { type Grid, type GridCell, ruledGrid } from './grid.js';
import { orderGrid } from './order-grid.js';
import { type Placed, placeShort } from './place-short.js';
import { type RowPath, rowPaths } from './row-path.js';
import { type TableKind, tableKind } from './table-kind.js';
import { mentionsIn, type TableScene } from './table-scene.js';

export type { TableScene } from './table-scene.js';

/** What was read from a table, and its values that could not be read, each with the reason. */
export interface TableReading {
  readonly bindings: readonly Binding[];
  readonly unbound: readonly Unbound[];
}

/**
 * Binds a table of one study. Heads of rows and columns are read alike: either may name arms, measures, events,
 * characteristics, grades or times, and a value means what its row and its column say together. A value of which they
 * do not say enough stays open.
 */
export function bindArmTable(table: Table, scene: TableScene): TableReading {
  const kind = tableKind(table, scene);
  const grid = table.ruled ? ruledGrid(table, scene.text) : orderGrid(table, scene.text, headSense(scene, kind));
  const columns = grid.columns.map((heads) => aspectOf(heads, scene, kind.events));
  const across = columns.some(({ arm, group, whole }) => arm ?? group ?? whole);
  const paths = rowPaths(grid, columns, scene);
  const rows = grid.rows.map(({ label }, r) => rowAspect(label, paths[r], scene, kind, across));
  const reader = new CellReader(scene, kind, table, columns, !across && rows.some(({ arm, group }) => arm ?? group));
  for (const cell of grid.loose) reader.leave(cell, 'the heads of the table do not fit its columns');
  const shares = columns.map((_, c) => isOfShares(grid, c));
  const placed = grid.rows.map((row, r) =>
    row.short?.length ? placeShort(row.short, rows[r] as Aspect, columns, shares) : { cells: row.cells, loose: [] },
  );
  const oneTest = testedOnce(placed, paths, columns);
  placed.forEach(({ cells, loose }, r) => {
    for (const cell of loose) reader.leave(cell, 'fewer values in the row than columns');
    reader.readRow(cells, rows[r] as Aspect, paths[r] as RowPath, oneTest);
  });
  reader.readSizes(grid.columns.flat(), columns);
  for (const [r, { label }] of grid.rows.entries()) reader.readSizes(label, [rows[r] as Aspect]);
  reader.readNotes();
  return { bindings: reader.bindings, unbound: reader.unbound };
}

/** Only where no column is an arm's may a row be one; what names a characteristic names none. */
function rowAspect(
  label: readonly GridCell[],
  path: RowPath | undefined,
  scene: TableScene,
  kind: TableKind,
  across: boolean,
): Aspect {
  const heads = path?.label ? [...label.filter((cell) => cell !== path.label && !path.between.includes(cell)), ...path.between, path.label] : label;
  const { arm, group, whole, measure: _, event: __, ...rest } = aspectOf(heads.slice(-1), scene, kind.events);
  const isGroup = group !== undefined && isSized(heads.at(-1), scene);
  return across ? rest : { ...rest, arm, whole, ...(isGroup ? { group } : {}) };
}

function isSized(head: GridCell | undefined, scene: TableScene): boolean {
  return head !== undefined && mentionsIn(scene, head.span).some(({ quantity }) => quantity?.kind === 'size');
}

/** The heads of rows of which only the first level has a p value: it compares all of them. */
function testedOnce(
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
  return new Set([...tests].flatMap(([group, [first = 0, ...rest]]) => (first > 0 && rest.length > 0 && rest.every((n) => n === 0) ? [group] : [])));
}

/** Whether a column prints shares where other columns count. */
function isOfShares(grid: Grid, column: number): boolean {
  const heads = grid.columns[column]?.map(({ text }) => text).join('') ?? '';
  return /%/u.test(heads);
}

function headSense(scene: TableScene, kind: TableKind) {
  const has = (id: string, text: string) => phrase(scene.rulebook, id).test(headName(text));
  return {
    isHead: (cell: GridCell) => {
      const { heads: _, ...said } = aspectOf([cell], scene, kind.events);
      return Object.values(said).some((value) => value !== undefined);
    },
    isCorner: (cell: GridCell) => has('columns.corner', cell.text),
    isMissing: (cell: GridCell) => has('columns.missing-cell', cell.text),
  };
}


import type { Claim, Table, Unbound } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type Aspect, aspectOf, headName } from './aspect.js';
import { CellReader, type HeadedCell } from './cell-reader.js';
import { type Grid, type GridCell, ruledGrid } from './grid.js';
import { captionSizes, headSizes } from './head-sizes.js';
import { isOfAnyEvent, whatOfColumn } from './meaning.js';
import { type HeadSense, orderGrid } from './order-grid.js';
import { type Placed, placeShort } from './place-short.js';
import { type RowPath, rowPaths } from './row-path.js';
import { type TableKind, tableKind } from './table-kind.js';
import { mentionsIn, type TableScene } from './table-scene.js';
import { sumsUp, withTested } from './tested-columns.js';
import { testedOnce } from './tested-once.js';

export type { TableScene } from './table-scene.js';

/** What was read from a table, and its values that could not be read, each with the reason. */
export interface TableReading {
  readonly bindings: readonly Claim[];
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
  const heads = grid.columns.map((printed) => aspectOf(printed, scene, kind));
  const paths = rowPaths(grid, heads, scene);
  const across = areAcross(heads, paths, scene, kind);
  const rows = paths.map((path) => rowAspect(path, scene, kind, across));
  const down = !across && rows.some(({ arm, group }) => arm ?? group);
  const columns = down
    ? withTested(
        heads,
        (column) => whatOfColumn(column, scene, kind),
        (column) => isSum(column, scene, kind),
      )
    : heads;
  const reader = new CellReader(scene, kind, columns, down);
  for (const cell of grid.loose) reader.leave(cell, 'the heads of the table do not fit its columns');
  const sums = columns.map((column) => down && isSum(column, scene, kind));
  const placed = placedRows(grid, rows, columns, sums);
  for (const cell of placed.flatMap(({ loose }) => loose)) reader.leave(cell, 'fewer values in the row than columns');
  reader.readSizes([...captionSizes(table, scene), ...headSizes([...columns, ...rows], scene)]);
  for (const cell of headedCells(placed, rows, columns, paths, down, kind)) reader.read(cell);
  reader.readNotes(table.notes);
  return { bindings: reader.bindings, unbound: reader.unbound };
}

/** Whether columns tell whose their values are; where arms stand in the rows, a sum (a total) is no column of all patients. */
function areAcross(columns: readonly Aspect[], paths: readonly RowPath[], scene: TableScene, kind: TableKind): boolean {
  if (columns.some(({ arm, group }) => arm ?? group)) return true;
  const isArm = (path: RowPath) => rowAspect(path, scene, kind, false).arm !== undefined;
  return columns.some(({ whole }) => whole) && !paths.some(isArm);
}

/** Only where no column is an arm's may a row be one. What a row is about is read with the head above it. */
function rowAspect({ group: above, label }: RowPath, scene: TableScene, kind: TableKind, across: boolean): Aspect {
  if (!label) return { heads: [] };
  const { arm: own, group, whole, measure: _, event: __, ...rest } = aspectOf([label], scene, kind);
  if (across) return rest;
  // An arm may stand above the times at which it was assessed.
  const arm = own ?? (above && aspectOf([above], scene, kind).arm);
  const isSized = mentionsIn(scene, label.span).some(({ quantity }) => quantity?.kind === 'size');
  return { ...rest, arm, whole, ...(isSized && group !== undefined ? { group } : {}) };
}

function placedRows(
  { rows, columns: heads }: Grid,
  aspects: readonly Aspect[],
  columns: readonly Aspect[],
  sums: readonly boolean[],
): Placed[] {
  const shares = heads.map((head) => head.some(({ text }) => text.includes('%')));
  const isPlain = (cell: GridCell | undefined, c: number) => columns[c]?.arm && /^\d+\.\d+$/u.test(cell?.text ?? '');
  const armsArePlain = rows.some(({ cells }) => cells.some(isPlain));
  return rows.map(({ cells, short }, r) =>
    short?.length
      ? placeShort(short, aspects[r] as Aspect, columns, { shares, sums, armsArePlain })
      : { cells, loose: [] },
  );
}

/** Whether a column sums up others: all responses, any event. */
function isSum(column: Aspect, scene: TableScene, kind: TableKind): boolean {
  return isOfAnyEvent(column, scene, kind) || sumsUp(whatOfColumn(column, scene, kind));
}

/**
 * The cells with their heads. Where the arms stand in the rows they come column by column, so that the p value of a
 * column follows what it compares; of factors what compares their levels comes before what each level reached.
 */
function headedCells(
  placed: readonly Placed[],
  rows: readonly Aspect[],
  columns: readonly Aspect[],
  paths: readonly RowPath[],
  down: boolean,
  kind: TableKind,
): HeadedCell[] {
  const once = testedOnce(placed, paths, columns, kind);
  const found: (HeadedCell & { readonly at: number })[] = [];
  placed.forEach(({ cells }, r) => {
    const row = rows[r] as Aspect;
    cells.forEach((cell, c) => {
      const column = columns[c];
      if (!cell || !column || isTaken(cells, columns, c)) return;
      const share = isShare(column, columns[c + 1]) ? cells[c + 1] : undefined;
      const interval = isInterval(columns, share ? c + 2 : c + 1) ? cells[share ? c + 2 : c + 1] : undefined;
      const ofGroup = once(cell, r, c, row);
      found.push({
        cell,
        row,
        column,
        path: paths[r] as RowPath,
        ofGroup,
        share,
        interval,
        at: down ? c : kind.factors ? Number(!compares(column)) : r,
      });
    });
  });
  return found.sort((a, b) => a.at - b.at);
}

function compares({ role }: Aspect): boolean {
  return role === 'p' || role === 'effect';
}

/** A share beside its count, or an interval beside its value, is read with it. */
function isTaken(cells: Placed['cells'], columns: readonly Aspect[], c: number): boolean {
  const before = columns[c - 1];
  if (!before || cells[c - 1] === undefined) return false;
  return isInterval(columns, c) || isShare(before, columns[c]);
}

function isShare(column: Aspect, next: Aspect | undefined): boolean {
  if (column.role !== 'number' || next?.role !== 'percent') return false;
  return column.arm === next.arm && column.group === next.group && column.grade === next.grade;
}

/** Whether a column holds the intervals of the values in the one before. */
function isInterval(columns: readonly Aspect[], c: number): boolean {
  const before = columns[c - 1];
  return columns[c]?.role === 'interval' && before !== undefined && before.role !== 'p' && before.role !== 'statistic';
}

function headSense(scene: TableScene, kind: TableKind): HeadSense {
  const has = (id: string, text: string) => phrase(scene.rulebook, id).test(headName(text, scene));
  return {
    isHead: (cell: GridCell) => {
      const { heads: _, ...said } = aspectOf([cell], scene, kind);
      return Object.values(said).some((value) => value !== undefined);
    },
    isArm: (cell: GridCell) => aspectOf([cell], scene, kind).arm !== undefined,
    isGrade: (cell: GridCell) => {
      const { grade, anyGrade, role } = aspectOf([cell], scene, kind);
      return grade !== undefined || anyGrade !== undefined || role === 'percent' || role === 'no-grade';
    },
    isSize: (cell: GridCell) => aspectOf([cell], scene, kind).role === 'number',
    hasValues: (cell: GridCell) =>
      aspectOf([cell], scene, kind).role === 'number' ||
      has('columns.unit', cell.text) ||
      has('columns.deviation', cell.text),
    isCorner: (cell: GridCell) => has('columns.corner', cell.text) || has('columns.times-corner', cell.text),
    isMissing: ({ text }: GridCell) => phrase(scene.rulebook, 'columns.missing-cell').test(text),
  };
}

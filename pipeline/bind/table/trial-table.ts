import type { Table } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type Aspect, aspectOf } from './aspect.js';
import { type GridCell, type GridRow, ruledGrid } from './grid.js';
import { type Half, type StudyColumn, studyColumn } from './study-columns.js';
import { type TableKind, tableKind } from './table-kind.js';
import type { TableScene } from './table-scene.js';

/** A column of a table of trials: what it says of a trial, or which outcome it gives. */
export interface TrialColumn extends StudyColumn {
  readonly aspect: Aspect;
}

/** One trial of a table, with its row, or with a row for each of its arms. */
export interface TrialRows {
  readonly name: GridCell;
  readonly rows: readonly GridRow[];
}

/** A table that gives what each of several trials reached. */
export interface TrialTable {
  readonly columns: readonly TrialColumn[];
  readonly trials: readonly TrialRows[];
  readonly kind: TableKind;
}

/**
 * Reads a table with the results of a trial a row, or of one of its arms; undefined where its heads name no trials, no
 * treatments or no outcomes. No arm is known yet: `scene` has none.
 */
export function trialTable(table: Table, scene: TableScene): TrialTable | undefined {
  const { text, rulebook } = scene;
  const author = phrase(rulebook, 'columns.author');
  const corner = table.rows[0]
    ?.slice(0, 3)
    .find(({ span }) => author.test(text.slice(span.start, span.end).replace(/\s/gu, '')));
  if (!table.ruled || !corner) return undefined;
  const grid = ruledGrid(inFront(table, corner.column), text, 1);
  const told = grid.columns.map((heads) => columnOf(heads, scene));
  const columns = withMeasures(withArms(told, scene));
  const reports = columns.some(({ aspect }) => aspect.measure ?? aspect.event);
  const trials = trialsIn(grid.rows, scene);
  if (!reports || trials.length < 2) return undefined;
  const treats = columns.some(({ concept }) => concept === 'treatment');
  if (!treats && trials.some(({ rows }) => rows.length > 1)) return undefined;
  const kind = { ...tableKind(table, scene), events: false, factors: false, subgroups: false, baseline: false };
  return { columns, trials, kind };
}

/** `药物|研究|…`: the table with the column that names the trials before the others. */
function inFront(table: Table, first: number): Table {
  const place = (column: number) => (column === first ? 0 : column < first ? column + 1 : column);
  const rows = table.rows.map((row) =>
    row.map((cell) => ({ ...cell, column: place(cell.column) })).sort((a, b) => a.column - b.column),
  );
  return first === 0 ? table : { ...table, rows };
}

function columnOf(heads: readonly GridCell[], scene: TableScene): TrialColumn {
  const column = studyColumn(
    heads.map(({ text }) => text),
    scene.rulebook,
  );
  const half: Half | undefined = column.half;
  const isHalf = ({ text }: GridCell) =>
    ['columns.experimental', 'columns.control'].some((id) => phrase(scene.rulebook, id).test(text.replace(/\s/gu, '')));
  const own = aspectOf(half === undefined ? heads : heads.filter((head) => !isHalf(head)), scene, {
    events: false,
    factors: false,
  });
  const aspect: Aspect = column.concept === 'size' ? { ...own, role: 'number' } : own;
  // `试验组` beneath the name of an outcome stands over what the arm reached, and not over what it got.
  const gives = own.measure !== undefined || own.event !== undefined || own.role !== undefined;
  return { ...column, concept: column.concept === 'treatment' && gives ? undefined : column.concept, aspect };
}

/** `研究|分组|n|ORR`, `研究|治疗组|ORR`: the column that says what the arms got, where no other one does. */
function withArms(columns: readonly TrialColumn[], { rulebook }: TableScene): TrialColumn[] {
  const isTreated = ({ concept, half }: TrialColumn) => concept === 'treatment' && half === undefined;
  if (columns.some((column) => isTreated(column) || column.half === 1)) return [...columns];
  const first = columns.findIndex(({ heads }) => phrase(rulebook, 'columns.arms-of-trial').test(heads));
  return columns.map((column, c) => (c === first ? { ...column, concept: 'treatment', half: undefined } : column));
}

/** `中位PFS|HR|P`: what compares the arms is of the one outcome that stands before it. */
function withMeasures(columns: readonly TrialColumn[]): TrialColumn[] {
  let before: readonly Aspect[] = [];
  let tests: Aspect | undefined;
  return columns.map((column) => {
    const { aspect } = column;
    const names = aspect.measure !== undefined || aspect.event !== undefined;
    if (aspect.role !== 'p' && aspect.role !== 'effect' && aspect.role !== 'interval') {
      if (tests) before = [];
      tests = undefined;
      if (names && !before.some(({ measure }) => measure?.name === aspect.measure?.name)) before = [...before, aspect];
      return column;
    }
    const [only, another] = before;
    const of: Aspect | undefined = names ? aspect : (tests ?? (another ? undefined : only));
    tests = of;
    if (names || !of) return column;
    return {
      ...column,
      aspect: { ...aspect, measure: of.measure, event: of.event, heads: [...of.heads, ...aspect.heads] },
    };
  });
}

/** The rows of each trial; a row without a name, or beside a name that spans rows, goes on with the trial above. */
function trialsIn(rows: readonly GridRow[], scene: TableScene): TrialRows[] {
  const trials: { name: GridCell; rows: GridRow[] }[] = [];
  for (const row of rows) {
    const [name] = row.label;
    const last = trials.at(-1);
    if (row.short !== undefined) continue;
    if (last && (name === undefined || name === last.name)) last.rows.push(row);
    else if (name && phrase(scene.rulebook, 'columns.trial-name').test(name.text)) trials.push({ name, rows: [row] });
  }
  return trials;
}

import type { Claim, Study, StudyArm, Unbound } from '../../model/index.js';
import type { ArmList } from '../arm-list.js';
import { citedNumbers } from '../cited-numbers.js';
import type { Aspect } from './aspect.js';
import type { TableReading } from './bind-arm-table.js';
import { CellReader } from './cell-reader.js';
import type { GridCell } from './grid.js';
import { fieldValues } from './study-field.js';
import { mentionsIn, type TableScene } from './table-scene.js';
import { tabledArms, tabledStudy } from './tabled-study.js';
import { type CellNote, toldCell } from './told-cell.js';
import { opposesByStroke, sidesOf, type Treatment, treatmentsOf } from './trial-arms.js';
import type { TrialColumn, TrialRows, TrialTable } from './trial-table.js';

/** A study that the text tells of, with its arms as they were found. */
export interface ToldStudy {
  readonly study: Study;
  readonly list: ArmList;
}

export interface TrialReading extends TableReading {
  /** The trials that only the table tells of, and those whose arms it tells. */
  readonly studies: readonly Study[];
}

/** Binds the results of the trials of a table, each to the study of the same name or citation if the text tells of it. */
export function bindTrialTable(
  table: TrialTable,
  told: readonly ToldStudy[],
  scene: Omit<TableScene, 'study' | 'arms'>,
): TrialReading {
  const read = table.trials.map((trial) => readTrial(trial, table, told, scene));
  return {
    studies: read.flatMap(({ studies }) => studies),
    bindings: read.flatMap(({ bindings }) => bindings),
    unbound: read.flatMap(({ unbound }) => unbound),
  };
}

function readTrial(
  trial: TrialRows,
  { columns, kind }: TrialTable,
  told: readonly ToldStudy[],
  scene: Omit<TableScene, 'study' | 'arms'>,
): TrialReading {
  const slashed = opposesByStroke(trial, columns);
  const treatments = treatmentsOf(trial, columns, slashed, scene);
  const known = toldOf(trial.name, told, scene);
  const placed = known && placesOf(treatments, known, scene);
  const arms = placed ?? tabledArms(treatments);
  const study = known && placed ? known.study : studyOf(trial.name, arms, scene);
  const reader = new CellReader(
    { ...scene, study: study.key, arms },
    kind,
    columns.map(({ aspect }) => aspect),
    true,
  );
  const claims: Claim[] = [];
  trial.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      const column = columns[c];
      if (!cell || !column || column.concept === 'treatment' || column.concept === 'year') return;
      const isOfAll = cell.rows > 1 && trial.rows.length > 1;
      const own = trial.rows.length > 1 && !isOfAll ? arms[r] : arms.length === 1 ? arms[0] : undefined;
      if (column.concept !== undefined && column.concept !== 'size')
        claims.push(...characteristics(cell, column, study.key, own, scene));
      else readCell(cell, column, { own, arms, isOfAll, reader, slashed, scene });
    });
  });
  return {
    studies: known && placed ? [] : [study],
    bindings: [
      ...claims,
      ...reader.bindings.map((claim) => ({ ...claim, trail: ['bind.trial-table', ...claim.trail] })),
    ],
    unbound: reader.unbound as Unbound[],
  };
}

interface Place {
  /** The arm of the row, or the only one. */
  readonly own: StudyArm | undefined;
  readonly arms: readonly StudyArm[];
  /** Whether the cell spans the rows of all arms. */
  readonly isOfAll: boolean;
  readonly reader: CellReader;
  /** Whether a stroke sets the arms against each other: `甲药/乙药`, `5.1/3.9`. */
  readonly slashed: boolean;
  readonly scene: Pick<TableScene, 'text' | 'rulebook'>;
}

function readCell(whole: GridCell, column: TrialColumn, place: Place): void {
  const { own, arms, isOfAll, reader, slashed, scene } = place;
  const { cell, note } = toldCell(whole, scene);
  const half = column.half ?? (slashed ? 'both' : undefined);
  const aspect = note.time ? { ...column.aspect, heads: [...column.aspect.heads, note.time] } : column.aspect;
  const compares = aspect.role === 'p' || aspect.role === 'effect';
  const ofOne = half === 0 || half === 1 ? arms[half] : own;
  const sides = compares || ofOne ? [cell] : sidesOf(cell, half);
  const isPair = sides.length === 2 && arms.length === 2;
  const isWhole = isOfAll || arms.length === 0 || aspect.role === 'number';
  sides.forEach((side, i) => {
    const arm = compares ? undefined : (ofOne ?? (isPair ? arms[i] : undefined));
    const row: Aspect = arm ? { heads: [], arm } : { heads: [], whole: true };
    const path = { group: undefined, label: undefined, between: [], first: true };
    if (!compares && !arm && !(isWhole && sides.length === 1)) reader.leave(side, 'no arm of the trial named');
    else reader.read({ cell: side, row, column: aspect, path, ofGroup: false, share: undefined, interval: undefined });
  });
  readNote(note, column.aspect, reader);
}

/** The effect and the p value in the bracket behind the values of both arms. */
function readNote({ effect, p }: CellNote, aspect: Aspect, reader: CellReader): void {
  const path = { group: undefined, label: undefined, between: [], first: true };
  const rest = { row: { heads: [], whole: true }, path, ofGroup: false, share: undefined, interval: undefined };
  if (effect) reader.read({ ...rest, cell: effect.cell, column: { ...aspect, role: 'effect', effect: effect.type } });
  if (p) reader.read({ ...rest, cell: p, column: { ...aspect, role: 'p' } });
}

/** Age, sex, stage and lines of treatment, as in a table of included studies. */
function characteristics(
  cell: GridCell,
  column: TrialColumn,
  study: string,
  own: StudyArm | undefined,
  { rulebook }: Pick<TableScene, 'rulebook'>,
): Claim[] {
  if (column.half !== undefined) return [];
  return fieldValues(column.concept, cell.text, column.heads, rulebook).map(({ kind, item, quantity, start, end }) => {
    const span = { start: cell.span.start + start, end: cell.span.start + end };
    return { kind, item, quantity, study, span, arm: own?.id, trail: ['bind.trial-table'] };
  });
}

/** The study that the text tells of under the citation, else the name, of a row. */
function toldOf(
  name: GridCell,
  told: readonly ToldStudy[],
  scene: Pick<TableScene, 'mentions'>,
): ToldStudy | undefined {
  const cited = mentionsIn(scene, name.span)
    .filter(({ kind }) => kind === 'citation')
    .flatMap(citedNumbers);
  const letters = (text: string) => text.replace(/\[.*$/u, '').replace(/[\s-]/gu, '').toLowerCase();
  const others = told.filter(({ study }) => !study.own);
  const byName = others.find(({ study }) => study.name !== undefined && letters(study.name) === letters(name.text));
  return byName ?? others.find(({ study }) => study.citations.some((number) => cited.includes(number)));
}

/** The arms of a told study that the treatments of a row are; undefined unless each of them is one. */
function placesOf(
  treatments: readonly Treatment[],
  { study, list }: ToldStudy,
  scene: Pick<TableScene, 'mentions'>,
): readonly StudyArm[] | undefined {
  const [first, second] = study.arms;
  if (first && !second && treatments.length < 2) return [first];
  if (study.arms.length !== treatments.length) return undefined;
  const found = treatments.map(({ span, drugs }) => {
    const names = mentionsIn(scene, span);
    const place = names.length === 1 && names[0] ? list.find(names[0]) : undefined;
    if (place !== undefined) return study.arms[place];
    const within = study.arms.filter(
      (arm) => arm.drugs.length > 0 && arm.drugs.every(({ name }) => drugs.some((drug) => drug.name === name)),
    );
    return within.length === 1 ? within[0] : undefined;
  });
  // Where one of two is known, the other one is what is left.
  const whole = found.map((arm, i) => {
    const other = found.length === 2 ? found[1 - i] : undefined;
    return arm ?? (other && study.arms.find((one) => one !== other));
  });
  const arms = whole.filter((arm) => arm !== undefined);
  return new Set(arms).size === treatments.length ? arms : undefined;
}

function studyOf(name: GridCell, arms: readonly StudyArm[], scene: Pick<TableScene, 'mentions'>): Study {
  const printed = name.text.replace(/\s*\[.*$/u, '');
  // An acronym is the study's own name, another word that of its author.
  const isAcronym = /[A-Z]{2}|[A-Za-z][- ]{0,2}(?!(?:19|20)\d\d(?!\d))\d/u.test(printed);
  return tabledStudy(isAcronym ? { name: printed } : { lead: printed }, {
    key: `table#${name.span.start}`,
    span: name.span,
    citations: mentionsIn(scene, name.span).filter(({ kind }) => kind === 'citation'),
    arms,
  });
}

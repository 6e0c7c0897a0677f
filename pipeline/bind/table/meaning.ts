import { phrase } from '../../rulebook/index.js';
import { type Aspect, armIn, aspectOf, headName } from './aspect.js';
import type { GridCell } from './grid.js';
import { characteristicOf, levelOf, measureOf, plainName, type What, whatOf } from './row-names.js';
import type { RowPath } from './row-path.js';
import type { ValueHeads } from './state-value.js';
import type { TableKind } from './table-kind.js';
import { mentionsIn, type TableScene } from './table-scene.js';

/** Everything that the heads of one cell say together. */
export interface Meaning {
  readonly row: Aspect;
  readonly column: Aspect;
  readonly what: What | undefined;
  /** The levels that the name of the row lists, each with a number of its own in the cell. */
  readonly levels: readonly What[];
  /** The head of the row and its level, as printed. */
  readonly path: string;
  readonly grade: string | undefined;
  readonly time: string | undefined;
  readonly heads: ValueHeads;
}

/** What names the value of a cell: the path of its row, or where the arms stand in the rows its column. */
export interface HeadPath {
  readonly row: Aspect;
  readonly column: Aspect;
  readonly path: RowPath;
  /** Whether the arms stand in the rows. */
  readonly down: boolean;
  /** Whether the cell compares all levels of the head above. */
  readonly ofGroup: boolean;
}

export function meaningOf({ row, column, path, down, ofGroup }: HeadPath, scene: TableScene, kind: TableKind): Meaning {
  const labels = [path.group, ...path.between, path.label].filter((head) => head !== undefined);
  const isArm = (head: GridCell) => armIn(head, headName(head.text, scene), scene) !== undefined;
  // The arm stands at the end of its row, or above a time of assessment.
  const told = labels.slice(0, -1).some(isArm) ? labels : labels.slice(0, -1);
  const ofRow = down ? told.filter((head) => !isArm(head)) : labels;
  const heads = down ? [...ofRow, ...tellingHeads(column, scene, kind)] : ofRow;
  const times = [...heads, ...column.heads].filter((head) => isTime(head, scene));
  const named = heads.filter((head) => !times.includes(head) && !isOnlyMark(head, scene));
  const levels = ofGroup && named.length > 1 ? named.slice(0, -1) : named;
  const what = outcomeOf(column, scene, kind) ?? whatIn(levels, scene, kind);
  const landmark = what?.kind === 'measure' ? named.flatMap((head) => landmarkIn(head, scene)).at(-1) : undefined;
  const printed = [...named.toReversed(), ...column.heads].map(({ text }) => text.replace(/\s/gu, ''));
  return {
    row,
    column,
    what,
    levels: levelsIn(named.at(-1), scene, kind),
    path: [path.group, ...path.between, path.label].flatMap((head) => head?.text ?? []).join(' '),
    grade: column.grade ?? row.grade,
    time: landmark ?? times[0]?.text ?? [...named, ...column.heads].flatMap((head) => timeBehind(head, scene)).at(0),
    heads: {
      ...formOf(printed, column, scene, kind),
      ...(isLevel(what, named) ? { printed: printed.slice(0, 1) } : {}),
    },
  };
}

/** What a column of a table with the arms in its rows is about. */
export function whatOfColumn(column: Aspect, scene: TableScene, kind: TableKind): What | undefined {
  const named = tellingHeads(column, scene, kind).filter((head) => !isTime(head, scene));
  return whatIn(
    named.filter((head) => !isOnlyMark(head, scene)),
    scene,
    kind,
  );
}

/** Whether a column of a table of events is of whichever of them. */
export function isOfAnyEvent({ heads }: Aspect, scene: TableScene, kind: TableKind): boolean {
  return kind.events && heads.some((head) => isAnyEvent(head, scene));
}

/** `<60` beneath `年龄(岁)`: the unit is that of the limit, and what the row counts are patients. */
function isLevel(what: What | undefined, named: readonly GridCell[]): boolean {
  return what?.kind === 'item' && named.length > 1 && /^[<>\u2264\u2265]?\d/u.test(named.at(-1)?.text ?? '');
}

/** The heads of a column that say what its values are of. */
function tellingHeads(column: Aspect, scene: TableScene, kind: TableKind): GridCell[] {
  const isTest = (head: GridCell) => aspectOf([head], scene, kind).role === 'p';
  const alone = column.heads.filter((head) => !isTest(head)).length === 1;
  return column.heads.filter((head) => !saysWhich(head, scene, kind, alone));
}

/** Whether a head says which grade, test or kind of number its values are, and not what they are of. */
function saysWhich(head: GridCell, scene: TableScene, kind: TableKind, alone: boolean): boolean {
  const { grade, anyGrade, role, measure, event } = aspectOf([head], scene, kind);
  if (anyGrade !== undefined || (role === 'percent' && kind.events && alone)) return !isAnyEvent(head, scene);
  // `HR(OS)`, `≥3级CRS` also say what it is of.
  return (grade !== undefined && event === undefined) || (role !== undefined && measure === undefined);
}

/** In a table of factors or subgroups the outcome: what a column names, or under an arm of a subgroup the caption. */
function outcomeOf(column: Aspect, scene: TableScene, kind: TableKind): What | undefined {
  if (!kind.factors && !kind.subgroups) return undefined;
  const { measure, arm } = column;
  const head = column.heads.find(
    ({ span }) => measure && span.start <= measure.span.start && measure.span.end <= span.end,
  );
  if (head) return whatOf(head, scene);
  return kind.subgroups && arm && kind.measure ? measureOf(kind.measure) : undefined;
}

/** `性别(男/女)`, `临床分期(Ⅲ/Ⅳ期)`: the levels in the brackets of a head; `男/女` is nothing but levels. */
function levelsIn(head: GridCell | undefined, scene: TableScene, kind: TableKind): What[] {
  if (!head || !kind.baseline) return [];
  const text = scene.text.slice(head.span.start, head.span.end);
  const found = /[(,]([^()/]+(?:\/[^()/]+)+)\)?(?:\/.*)?$/u.exec(text);
  const above = { ...head, text: head.text.replace(/[(,].*$/u, '') };
  if (found?.[1])
    return partsOf(found[1], head.span.start + found.index + 1).map((level) => levelOf(above, level, scene));
  const bare = /^[^()/]+(?:\/[^()/]+)+/u.exec(text)?.[0];
  const levels = bare === undefined ? [] : partsOf(bare, head.span.start).map((level) => whatOf(level, scene));
  return levels.every(({ kind: is, known }) => is === 'item' && known) ? levels : [];
}

/** The parts of a stretch of text that strokes set apart, each with its place. */
function partsOf(parts: string, from: number): GridCell[] {
  let at = from;
  return parts.split('/').map((text) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return { span, text: text.trim(), rows: 1 };
  });
}

/** A head that prints only the unit or the size for the one above: `(月)`, `(n=40)`. */
function isOnlyMark({ text }: GridCell, scene: TableScene): boolean {
  const name = text.replace(/\s/gu, '');
  return ['columns.unit-mark', 'columns.size-mark'].some((id) => name.replace(phrase(scene.rulebook, id), '') === '');
}

/** A head that is all time of assessment: `治疗2个周期后`. */
function isTime(head: GridCell, scene: TableScene): boolean {
  const length = head.text.replace(/\s/gu, '').length - 1;
  return mentionsIn(scene, head.span).some(({ kind, text }) => kind === 'time' && text.length >= length);
}

/** `CA125 治疗后`: the time of assessment behind what was assessed. */
function timeBehind({ span, text }: GridCell, scene: TableScene): string[] {
  const times = mentionsIn(scene, span).filter(({ kind }) => kind === 'time');
  return times.flatMap((time) => (text.endsWith(time.text) ? [time.text] : []));
}

function landmarkIn({ text }: GridCell, scene: TableScene): string[] {
  const time = phrase(scene.rulebook, 'columns.landmark').exec(text.replace(/\s/gu, ''))?.groups?.time;
  return time === undefined ? [] : [time];
}

function whatIn(named: readonly GridCell[], scene: TableScene, kind: TableKind): What | undefined {
  const [group, ...levels] = named;
  const level = levels.at(-1);
  if (!group) return undefined;
  if (kind.events && named.some((head) => isAnyEvent(head, scene))) {
    const name = kind.anyEvent ?? plainName(group.text, scene);
    return { kind: 'event', name, printed: name, known: true };
  }
  const what = level ? levelOf(group, level, scene) : whatOf(group, scene);
  if (kind.events && what.kind === 'item') return { ...what, kind: 'event', name: what.printed };
  return kind.baseline ? characteristicOf(what, scene) : what;
}

function isAnyEvent({ text }: GridCell, scene: TableScene): boolean {
  const total = phrase(scene.rulebook, 'columns.total-events');
  return total.test(text.replace(/\s/gu, '')) || total.test(plainName(text, scene));
}

function formOf(printed: readonly string[], column: Aspect, scene: TableScene, kind: TableKind): ValueHeads {
  const is = (id: string) => printed.some((head) => phrase(scene.rulebook, id).test(head));
  return {
    printed,
    counts: is('columns.count-percent') || column.role === 'number',
    percent: column.role === 'percent' || is('columns.percent-label') || kind.percent,
  };
}

import { armNameKinds, type Mention, type StudyArm } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import type { Span } from '../../text/index.js';
import type { GridCell } from './grid.js';
import type { TableKind } from './table-kind.js';
import { mentionsIn, type TableScene } from './table-scene.js';

/** What the numbers of a row or column are, where its head says so. */
export type Role =
  | 'heterogeneity'
  | 'p'
  | 'statistic'
  | 'effect'
  | 'interval'
  | 'number'
  | 'percent'
  | 'values'
  | 'no-grade';

/** What the heads of a row or column say of the numbers in it. */
export interface Aspect {
  readonly heads: readonly GridCell[];
  readonly role?: Role | undefined;
  readonly arm?: StudyArm | undefined;
  /** All patients. */
  readonly whole?: boolean | undefined;
  /** Patients that are no arm, as printed. */
  readonly group?: string | undefined;
  readonly grade?: string | undefined;
  readonly anyGrade?: boolean | undefined;
  readonly measure?: Mention | undefined;
  readonly event?: Mention | undefined;
  /** Whether what it tests is the heterogeneity of studies. */
  readonly ofHeterogeneity?: boolean | undefined;
  /** HR, OR …; of the role `effect`. */
  readonly effect?: string | undefined;
  /** Which of two analyses, as printed. */
  readonly model?: string | undefined;
}

/** What a head is read by: of which kind its table is. */
export type HeadKind = Pick<TableKind, 'events' | 'factors'>;

/** Reads the heads of a row or column, top down; a lower one says more than the one above. */
export function aspectOf(heads: readonly GridCell[], scene: TableScene, kind: HeadKind): Aspect {
  return Object.assign(
    { heads },
    ...heads.flatMap((head) => partsOf(head, scene, kind)).map((head) => readHead(head, scene, kind)),
  );
}

/** `A组 3~4级`: two lines of heads in one cell, as Markdown has to print them: an arm or a word for grades, and the rest. */
function partsOf(head: GridCell, scene: TableScene, kind: HeadKind): GridCell[] {
  const isGrade = (text: string) =>
    kind.events && ['columns.bare-grade', 'columns.no-grade'].some((id) => phrase(scene.rulebook, id).test(text));
  const { start, end } = head.span;
  const printed = scene.text.slice(start, end);
  const gap = /[\s,:/-]+/gu;
  for (let found = gap.exec(printed); found; found = gap.exec(printed)) {
    const [first, last] = [printed.slice(0, found.index), printed.slice(gap.lastIndex)];
    const above = { ...head, text: first, span: { start, end: start + first.length } };
    const isGraded = found[0].trim() === '' && /\p{L}$/u.test(first) && isGrade(last);
    if (last !== '' && (isGraded || armIn(above, headName(first, scene), scene)))
      return [above, { ...head, text: last, span: { start: end - last.length, end } }];
  }
  return [head];
}

const roles: readonly (readonly [Role, string])[] = [
  ['p', 'columns.p-value'],
  ['statistic', 'columns.statistic'],
  ['statistic', 'columns.coefficient'],
  ['heterogeneity', 'columns.heterogeneity'],
  ['interval', 'columns.interval'],
  ['number', 'columns.number'],
  ['percent', 'columns.percent'],
  ['values', 'columns.values'],
];

/** The name in a head: without its spaces and the size behind it. */
export function headName(text: string, scene: Pick<TableScene, 'rulebook'>): string {
  return text.replace(/\s/gu, '').replace(phrase(scene.rulebook, 'columns.size-mark'), '');
}

function readHead(head: GridCell, scene: TableScene, kind: HeadKind): Partial<Aspect> {
  const name = headName(head.text, scene);
  const has = (id: string) => phrase(scene.rulebook, id).exec(name);
  // `B` is an arm of that name, and in a table of factors a coefficient.
  const lettered = kind.factors || !/^[A-Z]$/u.test(name) ? undefined : armIn(head, name, scene);
  if (lettered) return { arm: lettered };
  const tested = has('columns.heterogeneity-test')?.[0];
  if (tested !== undefined) return heterogeneityIn(name.replace(tested, '').replace(/[()]/gu, ''), scene);
  const whole = has('columns.whole') ? { whole: true } : {};
  // The kind of numbers may stand behind the grade: `Any grade, n (%)`.
  const bare = name.replace(/[,([].*$/u, '');
  if (kind.events && (has('columns.any-grade') ?? phrase(scene.rulebook, 'columns.any-grade').exec(bare)))
    return { ...whole, anyGrade: true, role: 'values' };
  // `多因素HR(95%CI)`, `单因素分析P值`: which analysis, and what of it.
  const model = has('columns.model')?.[0];
  const rest = model === undefined || name === model ? name : name.replace(model, '');
  const says = (id: string) => phrase(scene.rulebook, id).exec(rest);
  const ofModel = model === undefined ? {} : { model };
  const effect = says('columns.effect')?.groups?.type;
  const mentions = mentionsIn(scene, head.span);
  // RR may be a rate of response.
  const isRate = mentions.some(({ kind, text }) => kind === 'measure' && text === effect);
  if (effect !== undefined && !isRate)
    return { ...ofModel, role: 'effect', effect: effect.replace(/^Exp\(B\)$/u, 'HR') };
  const role = roles.find(([, id]) => says(id))?.[0];
  if (role) return { ...whole, ...ofModel, role };
  if (kind.events && has('columns.no-grade')) return { role: 'no-grade' };
  const grade = gradeOf(head, name, scene, kind.events);
  // `≥3级CRS`: the event is told apart from its grade.
  const graded = mentions.find(({ kind }) => kind === 'event');
  if (grade !== undefined) return { grade, ...(graded ? { event: graded } : {}) };
  const arm = armIn(head, name, scene);
  if (arm) return { arm };
  const measure = mentions.find(({ kind, facts }) => kind === 'measure' && facts.reads !== 'dose');
  const event = mentions.find(({ kind }) => kind === 'event');
  // `HR(OS)`: the effect and what it is of.
  const compares =
    measure && measure.text !== 'RR' ? phrase(scene.rulebook, 'columns.effect-of').exec(name)?.groups?.type : undefined;
  if (compares !== undefined) return { role: 'effect', effect: compares, measure };
  // Patients may be named by an event that they had: 肾损伤组.
  const group = !measure && has('columns.group') ? name : undefined;
  return {
    ...ofModel,
    ...(measure ? { measure } : {}),
    ...(event && group === undefined ? { event } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

/** A head over a test of heterogeneity, or one that also says which number of it stands beneath: its p value, its I2. */
function heterogeneityIn(rest: string, { rulebook }: TableScene): Partial<Aspect> {
  const role = roles.find(([, id]) => phrase(rulebook, id).test(rest))?.[0];
  return { ofHeterogeneity: true, ...(role === undefined ? {} : { role }) };
}

function gradeOf(head: GridCell, name: string, scene: TableScene, events: boolean): string | undefined {
  const bare = events
    ? phrase(scene.rulebook, 'columns.bare-grade').exec(name.replace(/[,([].*$/u, ''))?.groups
    : undefined;
  const grades = mentionsIn(scene, head.span).filter(({ kind }) => kind === 'grade');
  if (grades.length > 0 && bare?.worse === undefined) return grades.length === 1 ? grades[0]?.name : undefined;
  if (!bare) return undefined;
  const figure = (printed: string) => (' ⅠⅡⅢⅣⅤ'.indexOf(printed) > 0 ? String(' ⅠⅡⅢⅣⅤ'.indexOf(printed)) : printed);
  const low = figure(bare.low ?? '');
  return `${bare.op ?? (bare.worse === undefined ? '' : '\u2265')}${low}${bare.high === undefined ? '' : `-${figure(bare.high)}`}`;
}

/** The arm that a head names: by all of its words, or by the mention that it consists of. */
export function armIn(head: Pick<GridCell, 'span'>, name: string, scene: TableScene): StudyArm | undefined {
  const plain = scene.list.plain(name);
  const byAlias = scene.arms.find(({ aliases }) => plain !== '' && aliases.has(plain));
  if (byAlias) return byAlias;
  const treated = armBefore(head.span, name, scene);
  if (treated) return treated;
  const [first, ...others] = mentionsIn(scene, head.span).filter(({ kind }) => armNameKinds.has(kind));
  if (!first || others.length > 0 || name.length > first.text.length + 4) return undefined;
  const place = scene.list.find(first);
  return place === undefined ? undefined : scene.arms[place];
}

/** `观察组(吉非替尼)`: the arm before the bracket that says what it got. */
function armBefore({ start, end }: Span<'text'>, name: string, scene: TableScene): StudyArm | undefined {
  const [, label] = /^([^()]+)\([^()]+\)$/u.exec(name) ?? [];
  const open = scene.text.slice(start, end).indexOf('(');
  if (label === undefined || open < 0) return undefined;
  // The bracket of a group that is introduced so is known with it.
  const gives = mentionsIn(scene, { start, end }).some(
    ({ kind, facts }) => facts.drugs !== undefined || kind === 'drug' || kind === 'procedure',
  );
  return gives ? armIn({ span: { start, end: start + open } }, label, scene) : undefined;
}

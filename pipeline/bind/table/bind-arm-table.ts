import type { Cell, Claim, Mention, StudyArm, Table } from '../../model/index.js';
import { phrase, type Rulebook } from '../../rulebook/index.js';
import type { Span } from '../../text/index.js';
import type { ArmList } from '../arm-list.js';
import { mentionsWithin } from '../mentions-within.js';
import { cellP, cellValue } from './cell-value.js';

/** What a table is read with: the text, the mentions in it, the study that it belongs to and its arms. */
export interface TableScene {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly rulebook: Rulebook;
  readonly study: string;
  readonly list: ArmList;
  readonly arms: readonly StudyArm[];
}

type Column = { readonly kind: 'arm'; readonly arm: StudyArm | undefined } | { readonly kind: 'p' } | undefined;

/** Binds a table with a characteristic, measure or event a row, and a column for all patients or one for each arm. */
export function bindArmTable(table: Table, scene: TableScene): Claim[] {
  const caption = table.caption ? scene.text.slice(table.caption.start, table.caption.end) : '';
  const events = phrase(scene.rulebook, 'columns.events-caption').test(caption);
  const columns = columnsOf(table, scene);
  const bindings: Claim[] = [];
  let group = '';
  for (const row of table.rows) {
    const values = table.ruled ? row.filter((cell, i) => i > 0 && isValue(scene, cell)) : trailing(scene, row);
    const label = labelOf(scene, row, values);
    if (values.length === 0) {
      group = label.text || group;
      continue;
    }
    for (const cell of values) {
      const column = table.ruled ? columns[cell.column] : placed(values, cell, columns);
      const binding = bindCell(scene, cell, column, label, group, events);
      if (binding) bindings.push(binding);
    }
  }
  return bindings;
}

/** In a row that is known by its order only, the values are the last cells. */
function trailing(scene: TableScene, row: readonly Cell[]): Cell[] {
  const first = row.findLastIndex((cell) => !isValue(scene, cell)) + 1;
  return row.slice(first);
}

function textOf(scene: TableScene, { span }: Cell): string {
  return scene.text.slice(span.start, span.end);
}

function isValue(scene: TableScene, cell: Cell): boolean {
  const text = textOf(scene, cell);
  return cellValue(text) !== undefined || cellP(text) !== undefined;
}

interface Label {
  readonly text: string;
  readonly span: Span<'text'> | undefined;
}

function labelOf(scene: TableScene, row: readonly Cell[], values: readonly Cell[]): Label {
  const cells = row.filter((cell) => !values.includes(cell) && textOf(scene, cell) !== '');
  const first = cells[0];
  const last = cells.at(-1);
  const text = cells.map((cell) => textOf(scene, cell)).join('');
  return { text, span: first && last ? { start: first.span.start, end: last.span.end } : undefined };
}

/** The columns by their head: the first row that names an arm or a p value. */
function columnsOf(table: Table, scene: TableScene): Column[] {
  for (const row of table.rows.slice(0, 3)) {
    const columns = row.map((cell): Column => columnOf(scene, cell));
    if (columns.some((column) => column?.kind === 'arm')) return columns;
  }
  return [];
}

function columnOf(scene: TableScene, cell: Cell): Column {
  if (phrase(scene.rulebook, 'columns.p-value').test(textOf(scene, cell))) return { kind: 'p' };
  const named = mentionsWithin(scene.mentions, cell.span.start, cell.span.end)[0];
  const place = named === undefined ? undefined : scene.list.find(named);
  return place === undefined ? undefined : { kind: 'arm', arm: scene.arms[place] };
}

/** In a table without rules the values of a row stand in the order of the columns, if there are as many. */
function placed(values: readonly Cell[], cell: Cell, columns: readonly Column[]): Column {
  const known = columns.filter((column) => column !== undefined);
  return known.length === values.length ? known[values.indexOf(cell)] : { kind: 'arm', arm: undefined };
}

function bindCell(
  scene: TableScene,
  cell: Cell,
  column: Column,
  label: Label,
  group: string,
  events: boolean,
): Claim | undefined {
  if (!column) return undefined;
  const text = textOf(scene, cell);
  const what = whatOf(scene, label);
  const base = {
    study: scene.study,
    span: cell.span,
    trail: ['bind.table', ...(what ? [what.ruleId] : [])],
  };
  const named = nameOf(what, label.text || group, events);
  if (column.kind === 'p') {
    const quantity = cellP(text);
    return quantity && { ...base, ...named, kind: 'p', quantity, arms: scene.arms.map(({ id }) => id) };
  }
  const value = cellValue(text);
  if (!value) return undefined;
  const kind =
    named.term !== undefined
      ? 'ae'
      : named.measure !== undefined
        ? value.quantity.kind === 'count'
          ? 'count'
          : 'rate'
        : 'baseline';
  return { ...base, ...named, kind, quantity: value.quantity, arm: column.arm?.id };
}

function whatOf(scene: TableScene, { span }: Label): Mention | undefined {
  if (!span) return undefined;
  return mentionsWithin(scene.mentions, span.start, span.end).find(({ kind }) =>
    ['measure', 'event', 'item', 'qualifier'].includes(kind),
  );
}

function nameOf(
  what: Mention | undefined,
  label: string,
  events: boolean,
): { item?: string; measure?: string; term?: string; preferred?: string } {
  if (events)
    return what?.kind === 'event' && what.name !== undefined
      ? { term: what.text, preferred: what.name }
      : { term: label };
  if (what?.kind === 'measure' && what.name !== undefined) return { measure: what.name };
  return { item: what?.facts.item ?? (what?.kind === 'item' ? what.name : undefined) ?? label };
}

import type { Quantity } from '../../model/index.js';
import { findAll, phrase, type Rulebook } from '../../rulebook/index.js';
import { cellValue } from './cell-value.js';
import type { Concept } from './study-columns.js';

/** A number of a cell of a table of included studies; its place counts from the start of the cell. */
export interface FieldValue {
  readonly kind: 'n' | 'baseline';
  readonly item?: string;
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
}

/** What the numbers of a cell, or of half a cell, say under a head. */
export function fieldValues(
  concept: Concept | undefined,
  cell: string,
  heads: string,
  rulebook: Rulebook,
): FieldValue[] {
  const head = heads.replace(/\s/gu, '');
  if (concept === 'sex') return sexes(cell, head, rulebook);
  const value = cellValue(cell);
  if (!value) return [];
  const whole = { start: 0, end: cell.length };
  const asItem = (item: string, quantity: Quantity): FieldValue[] => [{ kind: 'baseline', item, quantity, ...whole }];
  if (concept === 'size') return value.kind === 'count' ? [{ kind: 'n', quantity: value, ...whole }] : [];
  if (concept === 'age') {
    const limit = phrase(rulebook, 'columns.age-limit').exec(head)?.groups?.limit;
    if (limit) return value.kind === 'count' || value.events !== undefined ? asItem(`age${limit}`, value) : [];
    if (value.kind === 'percentage' || value.kind === 'proportion') return [];
    return asItem('age', { ...value, kind: 'measurement', unit: 'year' });
  }
  if (value.kind !== 'count' && value.kind !== 'number' && value.kind !== 'percentage') return [];
  if (concept === 'prior-lines') return asItem('prior-lines', { ...value, unit: 'line' });
  if (concept === 'stage') {
    const groups = phrase(rulebook, 'columns.stage-limit').exec(head)?.groups;
    const unit = groups?.share ? '%' : value.unit;
    return groups?.limit ? asItem(`${groups.system ?? 'stage'}${groups.limit}`, { ...value, unit }) : [];
  }
  return [];
}

/** `女性:a 男性:b`, or `a/b` under 男/女: how many of either. */
function sexes(cell: string, head: string, rulebook: Rulebook): FieldValue[] {
  const count = (digits: string): Quantity => ({
    kind: 'count',
    printed: digits,
    value: Number(digits),
    unit: 'patients',
  });
  const named = findAll(phrase(rulebook, 'columns.sex-cell'), cell);
  if (named.length > 0)
    return named.map(({ index, 0: text, groups }): FieldValue => {
      const digits = groups?.value ?? '';
      const start = index + text.length - digits.length;
      const item = groups?.male ? 'male' : 'female';
      return { kind: 'baseline', item, quantity: count(digits), start, end: start + digits.length };
    });
  const pair = /^(\d+)\/(\d+)$/u.exec(cell);
  const order = phrase(rulebook, 'columns.sex-order').exec(head);
  if (!pair || !order) return [];
  const items = order.groups?.turned ? ['female', 'male'] : ['male', 'female'];
  const [, first = '', second = ''] = pair;
  return [
    { kind: 'baseline', item: items[0] as string, quantity: count(first), start: 0, end: first.length },
    { kind: 'baseline', item: items[1] as string, quantity: count(second), start: first.length + 1, end: cell.length },
  ];
}

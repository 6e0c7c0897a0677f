import type { BindingKind, Quantity } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { cellValue } from './cell-value.js';
import type { What } from './row-names.js';
import type { TableScene } from './table-scene.js';

/** What a value states, by what its heads say. */
export interface Statement {
  readonly kind: BindingKind;
  readonly quantity: Quantity;
}

/** What the heads of a value say of its form. */
export interface ValueHeads {
  /** All that is printed above and beside it. */
  readonly printed: readonly string[];
  /** Whether plain numbers are shares. */
  readonly percent: boolean;
  /** Whether plain numbers count patients. */
  readonly counts: boolean;
}

/** Reads the value of a cell as what its heads make of it; a string says why that is not sure. */
export function stateValue(text: string, what: What, heads: ValueHeads, scene: TableScene): Statement | string {
  const reads = what.mention?.facts.reads ?? 'both';
  const unit = unitOf(heads.printed, scene);
  const time = what.kind === 'measure' && (reads === 'time' || reads === 'both' || reads === 'cycles');
  if (time && phrase(scene.rulebook, 'columns.not-reached').test(text))
    return { kind: 'median', quantity: { kind: 'not-reached', printed: text, unit } };
  const read = cellValue(text);
  if (!read) return 'no value of a known form';
  if (read.kind === 'proportion' && (read.events ?? 0) > (read.total ?? 0))
    return 'two numbers, neither a part of the other';
  const deviation = heads.printed.some((head) => phrase(scene.rulebook, 'columns.deviation').test(head));
  if (read.kind === 'number' && read.sd !== undefined && !deviation) return 'a number in brackets that no head names';
  if (read.kind === 'percentage' && (unit !== undefined || deviation)) return 'a share of what is measured in a unit';
  const percent = heads.percent && unit === undefined && !heads.counts;
  const quantity = withShare(read, percent);
  if (what.kind === 'event') return stateEvent(quantity);
  if (what.kind === 'item')
    return { kind: 'baseline', quantity: asCharacteristic(quantity, unit, heads.printed, scene) };
  return stateMeasure(quantity, unit, time);
}

/** A plain number under a head that says so is a share. */
function withShare(quantity: Quantity, percent: boolean): Quantity {
  if (!percent || !['count', 'number', 'measurement'].includes(quantity.kind) || quantity.sd !== undefined)
    return quantity;
  const range = quantity.low === undefined ? {} : ({ rangeKind: 'CI95' } as const);
  return { ...quantity, ...range, kind: 'percentage', unit: '%' };
}

function stateEvent(quantity: Quantity): Statement | string {
  if (quantity.kind === 'percentage' || quantity.kind === 'count' || quantity.kind === 'proportion')
    return { kind: 'ae', quantity };
  return 'neither a count nor a share of patients';
}

function stateMeasure(quantity: Quantity, unit: string | undefined, time: boolean): Statement | string {
  if (quantity.kind === 'percentage') return { kind: 'rate', quantity };
  if ((quantity.kind === 'count' || quantity.kind === 'proportion') && unit === undefined)
    return { kind: 'count', quantity };
  if (!time) return 'neither a count nor a share of patients';
  if (quantity.kind === 'number' && unit === undefined) return 'no unit';
  const spread = quantity.low === undefined ? {} : ({ rangeKind: 'CI95' } as const);
  return {
    kind: quantity.sd === undefined ? 'median' : 'mean',
    quantity: { ...quantity, ...spread, kind: 'duration', unit },
  };
}

/** A number with a unit of its own is no count; the numbers beside a middle value are its range or its quartiles. */
function asCharacteristic(
  quantity: Quantity,
  unit: string | undefined,
  printed: readonly string[],
  scene: TableScene,
): Quantity {
  if (quantity.kind === 'percentage' || quantity.kind === 'proportion') return quantity;
  if (quantity.kind === 'count' && unit === undefined) return quantity;
  const range = printed.some((head) => phrase(scene.rulebook, 'columns.range').test(head));
  const spread = quantity.low === undefined ? {} : ({ rangeKind: range ? 'range' : 'IQR' } as const);
  return { ...quantity, ...spread, kind: 'measurement', unit };
}

/** The unit that a head prints; the groups of the phrase are the units. */
function unitOf(printed: readonly string[], scene: TableScene): string | undefined {
  for (const head of printed) {
    const groups = phrase(scene.rulebook, 'columns.unit').exec(head.replace(/\s/gu, ''))?.groups ?? {};
    const unit = Object.keys(groups).find((name) => groups[name] !== undefined);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

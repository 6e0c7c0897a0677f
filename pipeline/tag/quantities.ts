import type { Comparator, Quantity, QuantityKind, RangeKind } from '../model/index.js';
import { normalUnit } from './units.js';

const comparators: Readonly<Record<string, Comparator>> = {
  '=': '=',
  '<': '<',
  '>': '>',
  '≤': '≤',
  '≥': '≥',
  小于: '<',
  低于: '<',
  大于: '>',
  等于: '=',
  为: '=',
};

function numberOf(printed: string | undefined): number | undefined {
  if (printed === undefined || printed === '') return undefined;
  // `1 057`: a space parts the thousands.
  const value = Number(printed.includes(' ') ? printed.replace(/(?<=\d) (?=\d{3})/gu, '') : printed);
  return Number.isFinite(value) ? value : undefined;
}

/** What a pair of bounds is: of an interval with its level, of the quartiles, else of all values. */
function rangeKindOf(groups: Readonly<Record<string, string | undefined>>): RangeKind {
  if (groups.level) return 'CI95';
  return groups.iqr ? 'IQR' : 'range';
}

/** What an effect is an estimate of: printed in letters, told by its name in words, else what the rule says. */
function estimateOf(
  { estimate, odds, relative }: Readonly<Record<string, string | undefined>>,
  facts: Readonly<Record<string, string>>,
): string | undefined {
  // `hr=2.5`: some pages print all abbreviations in small letters.
  if (estimate !== undefined) return /^[a-z]+$/u.test(estimate) ? estimate.toUpperCase() : estimate;
  if (odds !== undefined) return 'OR';
  return relative === undefined ? facts.estimate : 'RR';
}

/** `3年7个月`, `1年半`, `18个半月`: a time told in parts, in months. */
function monthsOf({ years, months, half }: Readonly<Record<string, string | undefined>>): number | undefined {
  if (years === undefined && months === undefined) return undefined;
  const halfOf = half === undefined ? 0 : 1;
  return months === undefined ? 12 * Number(years) + 6 * halfOf : 12 * Number(years ?? 0) + Number(months) + halfOf / 2;
}

/** The quantity that the named groups of a pattern and the facts of its rule say. */
export function quantityOf(
  kind: QuantityKind,
  groups: Readonly<Record<string, string | undefined>>,
  facts: Readonly<Record<string, string>>,
): Quantity {
  const unit = groups.unit ?? facts.unit;
  const value = numberOf(groups.value) ?? monthsOf(groups);
  const low = numberOf(groups.low);
  const high = numberOf(groups.high);
  return {
    kind,
    printed: groups.value ?? value?.toString() ?? '',
    value,
    comparator: groups.op === undefined ? undefined : comparators[groups.op],
    unit: unit === undefined ? undefined : normalUnit(unit),
    low,
    high,
    rangeKind: low !== undefined && kind === 'duration' ? rangeKindOf(groups) : undefined,
    sd: numberOf(groups.sd),
    events: numberOf(groups.events),
    total: numberOf(groups.total),
    estimate: estimateOf(groups, facts),
    level: numberOf(groups.level),
  };
}

import type { BoundRow } from './bound-row.js';

/** A number in words: `rate CR 35.92 %, arm VTD, 诱导后`. */
export function rowLabel({ row, binding }: BoundRow): string {
  const { kind, measure, term, grade, subgroup, time, value, unit, test } = row;
  const type = 'type' in value ? value.type : undefined;
  const what = [test ? `${test} ${kind}` : (type ?? kind), measure ?? term, grade && `grade ${grade}`];
  const arms =
    binding.arm ??
    (Array.isArray(binding.compared) && binding.compared.length > 0 ? binding.compared.join(' : ') : undefined);
  const places = [arms && `arm ${String(arms)}`, subgroup, time];
  return [spaced([...what, figure(value, unit)]), ...places.filter(Boolean)].join(', ');
}

function figure(value: BoundRow['row']['value'], unit: string | undefined): string {
  const op = 'op' in value && value.op ? value.op : undefined;
  if ('not_reached' in value && value.not_reached) return 'not reached';
  return spaced([op, value.value, unit ?? ('unit' in value ? value.unit : undefined)]);
}

function spaced(parts: readonly unknown[]): string {
  return parts.filter((part) => part !== undefined && part !== '' && part !== false).join(' ');
}

import type { TrialRecord } from '../../model/index.js';
import { once } from '../once.js';
import { type Printed, printedValue } from '../printed.js';
import { rowsOf } from '../statements.js';

/** The responses of one set of patients at one time, each measure with every value printed. */
export interface ResponseSet {
  readonly label: string;
  readonly arm?: string | undefined;
  readonly subgroup?: string | undefined;
  readonly unit: string;
  readonly values: ReadonlyMap<string, readonly Printed[]>;
}

export const responseSets = once(readResponseSets);

function readResponseSets(trial: TrialRecord): ResponseSet[] {
  const sets = new Map<string, { head: Omit<ResponseSet, 'values'>; values: Map<string, Printed[]> }>();
  for (const { of, name, statistic, statements, time, unit } of rowsOf(trial)) {
    if (of !== 'outcome' || (statistic !== 'rate' && statistic !== 'count')) continue;
    for (const { arm, subgroup, value } of statements) {
      const printed = printedValue(value);
      if (printed?.op !== '=' || value.range) continue;
      const key = [arm, subgroup, time, unit].join('|');
      const label = [arm, subgroup, time].filter((part) => part !== undefined).join(', ');
      const set = sets.get(key) ?? {
        head: { label, arm, subgroup, unit: unit ?? '' },
        values: new Map<string, Printed[]>(),
      };
      const known = set.values.get(name) ?? [];
      if (!known.some((other) => other.value === printed.value)) set.values.set(name, [...known, printed]);
      sets.set(key, set);
    }
  }
  return [...sets.values()].map(({ head, values }) => ({ ...head, values }));
}

/** The one value printed of a measure; undefined where there is none, or where several differ. */
export function only({ values }: ResponseSet, measure: string): Printed | undefined {
  const printed = values.get(measure) ?? [];
  return printed.length === 1 ? printed[0] : undefined;
}

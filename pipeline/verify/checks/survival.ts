import { survivalMeasures, type TrialRecord } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import type { CheckContext } from '../check.js';
import { type Printed, printedValue } from '../printed.js';
import { rowsOf, type Statement } from '../statements.js';

/** What is printed of the survival of one set of patients. */
export interface Curve {
  readonly label: string;
  readonly arm?: string | undefined;
  readonly name: string;
  /** Rates at times in months, each time once. */
  readonly rates: readonly { readonly months: number; readonly time: string; readonly rate: Printed }[];
  readonly median?: Printed | undefined;
}

/** The curves of a study; what is printed twice with different numbers is of different patients and left out. */
export function curvesOf(trial: TrialRecord, { rulebook }: CheckContext): readonly Curve[] {
  if (last?.trial !== trial || last.rulebook !== rulebook)
    last = { trial, rulebook, curves: readCurves(trial, rulebook) };
  return last.curves;
}

/** The curves of the study at hand, which several checks ask for. */
let last: { trial: TrialRecord; rulebook: CheckContext['rulebook']; curves: readonly Curve[] } | undefined;

function readCurves(trial: TrialRecord, rulebook: CheckContext['rulebook']): Curve[] {
  const sets = new Map<string, Statement[]>();
  for (const { statements } of rowsOf(trial)) {
    for (const statement of statements) {
      if (statement.of !== 'outcome' || !survivalMeasures.has(statement.name)) continue;
      const key = [statement.name, statement.arm, statement.subgroup].join('|');
      sets.set(key, [...(sets.get(key) ?? []), statement]);
    }
  }
  return [...sets.values()].map((statements) => curveOf(statements, rulebook));
}

function curveOf(statements: readonly Statement[], rulebook: CheckContext['rulebook']): Curve {
  const { name, arm, subgroup } = statements[0] as Statement;
  const rates = statements.flatMap(({ statistic, time, value }) => {
    const months = time === undefined ? undefined : monthsOf(time, rulebook);
    const rate = printedValue(value);
    return statistic === 'rate' && months !== undefined && time !== undefined && rate ? [{ months, time, rate }] : [];
  });
  const medians = statements.flatMap(({ statistic, unit, value }) => {
    const printed = printedValue(value);
    return statistic === 'median' && (value.unit ?? unit) === 'month' && printed && printed.op === '=' ? [printed] : [];
  });
  return {
    name,
    arm,
    label: [name, arm, subgroup].filter((part) => part !== undefined).join(', '),
    rates: rates.filter(({ months, rate }) =>
      rates.every((other) => other.months !== months || other.rate.value === rate.value),
    ),
    median: new Set(medians.map(({ value }) => value)).size === 1 ? medians[0] : undefined,
  };
}

/** A printed landmark in months. */
export function monthsOf(time: string, rulebook: CheckContext['rulebook']): number | undefined {
  const factors: [id: string, months: number][] = [
    ['verify.years', 12],
    ['verify.months', 1],
    ['verify.weeks', 12 / 52],
  ];
  for (const [id, months] of factors) {
    const found = phrase(rulebook, id).exec(time)?.groups?.n;
    if (found !== undefined) return Number(found) * months;
  }
  return undefined;
}

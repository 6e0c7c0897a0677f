import type { TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { decimalsOf, printedValue } from '../printed.js';
import { labelOf, rowsOf, type Statement, statementsOf } from '../statements.js';

const id = 'number-domain';

export const numberDomain: TrialCheck = {
  id,
  about:
    'Numbers that cannot be whatever the study: shares outside of 0 to 100, p outside of 0 to 1, ratios of 0 or less.',
  hints: true,
  run: (trial) => {
    const verdicts = [...comparisons(trial), ...grades(trial)];
    for (const statement of statementsOf(trial)) {
      for (const verdict of [share(statement), count(statement)]) if (verdict) verdicts.push(verdict);
    }
    return verdicts;
  },
};

/** Kinds of effect that are ratios. */
export const ratios: ReadonlySet<string> = new Set([
  'HR',
  'aHR',
  'sHR',
  'SHR',
  'csHR',
  'OR',
  'aOR',
  'RR',
  'aRR',
  'IRR',
]);

function share(statement: Statement): Verdict | undefined {
  const { value } = statement.numbers;
  if (!value || statement.unit !== '%') return undefined;
  if (value.value >= 0 && value.value <= 100) return 'holds';
  return finding(id, 'error', `${labelOf(statement)}: ${value.digits} % is no share of patients`, [value]);
}

function count(statement: Statement): Verdict | undefined {
  const { events, total } = statement.numbers;
  if (!events || !total) return undefined;
  if (events.value <= total.value) return 'holds';
  return finding(id, 'error', `${labelOf(statement)}: ${events.digits} of ${total.digits} patients`, [events, total]);
}

function comparisons(trial: TrialRecord): Verdict[] {
  return rowsOf(trial).flatMap(({ name, comparisons }) =>
    comparisons.flatMap(({ p, effect }): Verdict[] => [
      ...(p ? [probability(name, p)] : []),
      ...(effect && ratios.has(effect.type) ? [ratio(name, effect)] : []),
    ]),
  );
}

function probability(name: string, p: Parameters<typeof printedValue>[0]): Verdict {
  const printed = printedValue(p);
  if (!printed) return 'holds';
  if (printed.value < 0 || printed.value > 1)
    return finding(id, 'error', `${name}: p ${printed.op} ${printed.digits} is no probability`, [printed]);
  if (printed.value > 0 || printed.op === '>') return 'holds';
  const bound = 10 ** -Math.max(1, decimalsOf(printed));
  return finding(
    id,
    'info',
    `${name}: p ${printed.op} ${printed.digits}; no p is 0`,
    [printed],
    `p < ${bound.toFixed(Math.max(1, decimalsOf(printed)))} is meant`,
  );
}

function ratio(
  name: string,
  { type, value, source }: { type: string; value: number; source: Statement['value']['source'] },
): Verdict {
  return value > 0
    ? 'holds'
    : finding(id, 'error', `${name}: ${type} ${value}; a ratio is above 0`, [{ value, source }]);
}

/** Adverse events have grades from 1 to 5. */
function grades({ adverse_events = [] }: TrialRecord): Verdict[] {
  return adverse_events.flatMap(({ term, grade, values = [] }): Verdict[] => {
    if (grade === undefined) return [];
    if (/^(?:>=|≥)?[1-5](?:-[1-5])?$/.test(grade)) return ['holds'];
    return [
      finding(
        id,
        'error',
        `${term}: there is no grade ${grade}`,
        values.map(({ value = 0, source }) => ({ value, source })),
      ),
    ];
  });
}

import { finding, type TrialCheck, type Verdict } from '../check.js';
import { contains } from '../interval.js';
import { cutReading, reading } from '../printed.js';
import { labelOf, type Statement, statementsOf } from '../statements.js';

const id = 'percent-of-count';

export const percentOfCount: TrialCheck = {
  id,
  about: 'A percentage against the count and the total that are printed with it: 60.6%(57/94).',
  hints: true,
  run: (trial) => statementsOf(trial).flatMap((statement) => judge(statement) ?? []),
};

function judge(statement: Statement): Verdict | undefined {
  const { value, events, total } = statement.numbers;
  const isShare = statement.unit === '%' || statement.statistic === 'rate';
  if (!value || !events || !total || !isShare || total.value === 0) return undefined;
  const share = (100 * events.value) / total.value;
  if (contains(reading(value), share)) return 'holds';
  const equation = `${events.digits}/${total.digits} = ${share.toFixed(Math.max(1, 2))} %, printed ${value.digits} %`;
  const message = `${labelOf(statement)}: ${equation}`;
  if (events.value > total.value) return finding(id, 'error', message, [events, total, value]);
  if (contains(cutReading(value), share))
    return finding(id, 'info', message, [events, total, value], 'the digits behind were cut, not rounded');
  return finding(id, 'error', message, [events, total, value]);
}

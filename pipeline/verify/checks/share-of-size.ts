import type { ReportedValue, TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { contains } from '../interval.js';
import { printedBeside, reading } from '../printed.js';
import { sizesOf } from '../statements.js';

const id = 'share-of-size';

export const shareOfSize: TrialCheck = {
  id,
  about: 'The share printed beside the size of an arm or a group against the sizes that it can be a share of.',
  hints: true,
  run: (trial) => {
    const sized: [name: string, size: ReportedValue | undefined][] = [
      ...(trial.arms ?? []).map(({ label, size }): [string, ReportedValue | undefined] => [label, size]),
      ...(trial.population?.groups ?? []).map(({ name, size }): [string, ReportedValue] => [name, size]),
    ];
    return sized.flatMap(([name, size]) => (size ? (judge(trial, name, size) ?? []) : []));
  },
};

function judge(trial: TrialRecord, name: string, size: ReportedValue): Verdict | undefined {
  const { value, percent, source } = size;
  if (value === undefined || percent === undefined) return undefined;
  const share = printedBeside(percent, source);
  const wholes = sizesOf(trial).filter(({ n }) => n >= value && n > 0);
  const whole = wholes.find(({ of }) => of === 'study');
  if (!whole) return undefined;
  if (wholes.some(({ n }) => contains(reading(share), (100 * value) / n))) return 'holds';
  const found = ((100 * value) / whole.n).toFixed(1);
  const message = `${name}: ${value}/${whole.n} = ${found} %, printed ${share.digits} %`;
  return finding(
    id,
    'warning',
    message,
    [{ value, source }, { value: whole.n, source: whole.source }, share],
    'a share of all patients of the study',
  );
}

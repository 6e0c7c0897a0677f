import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { type Statement, sizeFor, statementsOf } from '../statements.js';

const id = 'spread';

export const spread: TrialCheck = {
  id,
  about:
    'A standard deviation against the full range of the same quantity: n values that reach both ends spread at least so far.',
  run: (trial) => {
    const statements = statementsOf(trial);
    return statements.flatMap((statement): Verdict[] => {
      const { value, sd } = statement.numbers;
      if (!value || !sd) return [];
      const range = statements.find((other) => isRangeOf(other, statement));
      const n = sizeFor(trial, statement)?.n;
      if (!range || n === undefined || n < 3) return [];
      const { low, high } = range.numbers;
      if (!low || !high) return [];
      const least = (reading(high).low - reading(low).high) / Math.sqrt(2 * (n - 1));
      const most = ((reading(high).high - reading(low).low) / 2) * Math.sqrt(n / (n - 1));
      const read = reading(sd);
      if (read.high >= least && read.low <= most) return ['holds'];
      const bound = read.high < least ? `at least ${least.toFixed(2)}` : `at most ${most.toFixed(2)}`;
      const shown = `${value.digits} ± ${sd.digits}, range ${low.digits} to ${high.digits}`;
      const perhaps = read.high < least ? '; a standard error perhaps' : '';
      return [
        finding(
          id,
          'warning',
          `${statement.name}: ${shown}; ${n} values with this range have an SD of ${bound}${perhaps}`,
          [value, sd, low, high],
          'all patients of the study, and ± a standard deviation',
        ),
      ];
    });
  },
};

function isRangeOf(other: Statement, { name, arm, subgroup }: Statement): boolean {
  const { range } = other.value;
  return other.name === name && other.arm === arm && other.subgroup === subgroup && range?.kind === 'range';
}

import { survivalMeasures, type TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { type Interval, intersect, wholeNumbers } from '../interval.js';
import { printedValue, reading } from '../printed.js';
import { rowsOf, type Statement, sizeFor } from '../statements.js';
import { quickTests, testsOfTwoShares } from '../statistics.js';
import { mostTried } from './denominators.js';
import { shownP } from './p-of-interval.js';

const id = 'p-of-counts';

/** How far a printed p may be off all the tests tried: it may be that of a stratified or adjusted one. */
const factor = 3;

export const pOfCounts: TrialCheck = {
  id,
  about: 'A p value of two shares against all the usual tests of the two counts.',
  hints: true,
  run: (trial) =>
    rowsOf(trial)
      .filter(({ name, statistic }) => (statistic === 'rate' || statistic === 'count') && !survivalMeasures.has(name))
      .flatMap(({ name, statements, comparisons }) =>
        comparisons.flatMap(({ arms, p }): Verdict[] => {
          const printed = p && printedValue(p);
          const pair = (arms ?? []).map((arm) => statements.filter((statement) => statement.arm === arm));
          const [a, b] = pair.map((own) => (own.length === 1 ? own[0] : undefined));
          const [first, second] = [a && counted(trial, a), b && counted(trial, b)];
          if (!printed || pair.length !== 2 || !first || !second) return [];
          return [judge(name, first, second, printed)];
        }),
      ),
};

/** The counts that a share may stand for, at most five. */
interface Counted {
  readonly n: number;
  readonly counts: readonly number[];
  readonly shown: string;
  readonly read: { readonly value: number; readonly source: Statement['value']['source'] };
}

function counted(trial: TrialRecord, statement: Statement): Counted | undefined {
  const { value, events, total } = statement.numbers;
  const n = total?.value ?? sizeFor(trial, statement)?.n;
  const read = events ?? value;
  if (!value || !read || n === undefined || n < 1 || n > mostTried || value.op !== '=') return undefined;
  const isCount = events ?? (statement.unit === 'patients' ? value : undefined);
  if (isCount) {
    return isCount.value <= n ? { n, counts: [isCount.value], shown: `${isCount.digits}/${n}`, read } : undefined;
  }
  const { low, high } = reading(value);
  if (statement.unit !== '%' || low > 100) return undefined;
  const exact = wholeNumbers({ low: (Math.max(0, low) * n) / 100, high: (Math.min(100, high) * n) / 100 });
  const near = (value.value * n) / 100;
  const counts = exact.length > 0 ? exact : [Math.floor(near), Math.min(n, Math.ceil(near))];
  const few = counts.length > 5 ? [counts[0], counts[counts.length >> 1], counts.at(-1)].map(Number) : counts;
  return { n, counts: few, shown: `${value.digits} % of ${n}`, read };
}

function judge(name: string, a: Counted, b: Counted, p: NonNullable<ReturnType<typeof printedValue>>): Verdict {
  const read = reading(p);
  // The exact test takes the longest, and most p values are explained without it.
  const usual = rangeOfTests(a, b, quickTests);
  if (intersect(read, { low: usual.low / 2, high: usual.high })) return 'holds';
  const range = rangeOfTests(a, b, testsOfTwoShares);
  // Half of a p is that of a test on one side.
  if (intersect(read, { low: range.low / 2, high: range.high })) return 'holds';
  const flips = (read.low >= 0.05 && range.high < 0.05) || (read.high <= 0.05 && range.low / 2 > 0.05);
  if (!flips && intersect(read, { low: range.low / (2 * factor), high: range.high * factor })) return 'holds';
  const message = `${name}: ${a.shown} against ${b.shown} gives p from ${shownP(range.low)} to ${shownP(range.high)}, printed p ${p.op} ${p.digits}`;
  return finding(
    id,
    'warning',
    message,
    [a.read, b.read, p],
    'a test of the two shares, neither stratified nor adjusted',
  );
}

function rangeOfTests(a: Counted, b: Counted, tests: typeof testsOfTwoShares): Interval {
  const ps = a.counts.flatMap((x) => b.counts.flatMap((y) => tests({ a: x, n: a.n, b: y, m: b.n })));
  return { low: Math.min(...ps), high: Math.max(...ps) };
}

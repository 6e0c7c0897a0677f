import type { Heterogeneity, TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { type Interval, intersect } from '../interval.js';
import { printedValue, reading } from '../printed.js';
import { chiSquareTail } from '../statistics.js';

const id = 'p-of-heterogeneity';

/** The numbers of pooled comparisons that are tried, less one. */
const degrees = Array.from({ length: 60 }, (_, i) => i + 1);

export const pOfHeterogeneity: TrialCheck = {
  id,
  about: 'I² and the p of the same test: I² = 1 - df/Q, so that each number of studies allows one p.',
  hints: true,
  run: (trial) => heterogeneities(trial).flatMap(([name, test]) => judge(name, test) ?? []),
};

export function heterogeneities({ outcomes = [], adverse_events = [] }: TrialRecord): [string, Heterogeneity][] {
  return [
    ...outcomes.flatMap(({ measure, heterogeneity }): [string, Heterogeneity][] =>
      heterogeneity ? [[measure, heterogeneity]] : [],
    ),
    ...adverse_events.flatMap(({ term, heterogeneity }): [string, Heterogeneity][] =>
      heterogeneity ? [[term, heterogeneity]] : [],
    ),
  ];
}

function judge(name: string, { i2, p }: Heterogeneity): Verdict | undefined {
  const [share, probability] = [i2 && printedValue(i2), p && printedValue(p)];
  if (!share || !probability) return undefined;
  const read = reading(share);
  if (share.value < 0 || share.value >= 100) {
    return finding(id, 'error', `${name}: I² ${share.digits} %, which is from 0 to 100`, [share]);
  }
  const within = { low: Math.max(0, read.low) / 100, high: Math.min(99.99, read.high) / 100 };
  if (degrees.some((df) => intersect(reading(probability), pOf(within, df)))) return 'holds';
  const message = `${name}: no number of studies gives I² ${share.op} ${share.digits} % with p ${probability.op} ${probability.digits}`;
  return finding(id, 'warning', message, [share, probability], 'both of one test of heterogeneity');
}

/** The p values that an I² allows; one that rounds to 0 stands for every Q up to its degrees of freedom. */
function pOf({ low, high }: Interval, df: number): Interval {
  const tail = (share: number): number => chiSquareTail(df / (1 - share), df);
  return { low: tail(high), high: low <= 0 ? 1 : tail(low) };
}

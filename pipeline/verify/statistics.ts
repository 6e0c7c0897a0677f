// jstat has no dependencies and all distributions in one file; @stdlib would bring more than two hundred packages.
import jstat from 'jstat';

const { jStat } = jstat as unknown as typeof import('jstat');

/** Two counts of two groups: `a` of `n`, `b` of `m`. */
export interface TwoCounts {
  readonly a: number;
  readonly n: number;
  readonly b: number;
  readonly m: number;
}

/** The probability of a standard normal value at least so far from 0, both tails. */
export function twoTails(z: number): number {
  return 2 * jStat.normal.cdf(-Math.abs(z), 0, 1);
}

/** The z of a two-sided interval of a level in per cent: 1.96 for 95. */
export function zOfLevel(level: number): number {
  return jStat.normal.inv(0.5 + level / 200, 0, 1);
}

/** The probability of a chi-square value at least so large. */
export function chiSquareTail(x: number, degrees: number): number {
  return x <= 0 ? 1 : 1 - jStat.chisquare.cdf(x, degrees);
}

/** The probability of a t value at least so far from 0, both tails. */
export function twoTailsOfT(t: number, degrees: number): number {
  return 2 * jStat.studentt.cdf(-Math.abs(t), degrees);
}

/** The p values that the usual tests of two shares give, Fisher's exact test among them. */
export function testsOfTwoShares(counts: TwoCounts): number[] {
  return [...quickTests(counts), fisherExact(counts)];
}

/**
 * The tests that have a formula: Pearson's chi-square with and without Yates' correction, the likelihood ratio, z with
 * the variances apart, and t on 0 and 1.
 */
export function quickTests(counts: TwoCounts): number[] {
  const { a, n, b, m } = counts;
  if ((a === 0 && b === 0) || (a === n && b === m)) return [1];
  const difference = Math.abs(a / n - b / m);
  const pooled = (a + b) / (n + m);
  const within = a * (1 - a / n) + b * (1 - b / m);
  const apart = Math.sqrt(((a / n) * (1 - a / n)) / n + ((b / m) * (1 - b / m)) / m);
  const together = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  const corrected = Math.max(0, difference - (1 / n + 1 / m) / 2);
  const sd = Math.sqrt((within / (n + m - 2)) * (1 / n + 1 / m));
  return [
    twoTails(difference / together),
    twoTails(corrected / together),
    chiSquareTail(likelihoodRatio(counts), 1),
    ...(apart > 0 ? [twoTails(difference / apart)] : []),
    ...(sd > 0 ? [twoTailsOfT(difference / sd, n + m - 2)] : []),
  ];
}

/** Twice the log of the likelihood ratio of two shares against one. */
function likelihoodRatio({ a, n, b, m }: TwoCounts): number {
  const share = (a + b) / (n + m);
  const cells: [number, number][] = [
    [a, n * share],
    [n - a, n * (1 - share)],
    [b, m * share],
    [m - b, m * (1 - share)],
  ];
  return 2 * cells.reduce((sum, [seen, expected]) => sum + (seen > 0 ? seen * Math.log(seen / expected) : 0), 0);
}

/** Fisher's exact test, both sides: the sum over all tables that are no more likely than the one seen. */
export function fisherExact({ a, n, b, m }: TwoCounts): number {
  const successes = a + b;
  const log = (k: number): number => logChoose(n, k) + logChoose(m, successes - k) - logChoose(n + m, successes);
  const seen = log(a) + 1e-7;
  let sum = 0;
  for (let k = Math.max(0, successes - m); k <= Math.min(n, successes); k += 1) {
    const likelihood = log(k);
    if (likelihood <= seen) sum += Math.exp(likelihood);
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Logs of the factorials from 0 on, as far as they have been asked for: exact tests ask for the same ones often. */
const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k += 1) logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  return logFactorials[n] ?? 0;
}

import { chiSquareTail, testsOfTwoShares, twoTails, zOfLevel } from '../statistics.js';
import { Random } from './random.js';

/** One arm of a made-up study whose numbers all fit each other. */
export interface ConsistentArm {
  readonly n: number;
  readonly cr: number;
  readonly vgpr: number;
  readonly pr: number;
  readonly sd: number;
  readonly pd: number;
  readonly male: number;
  /** Patients with the event at grades 1-2 and at 3-4. */
  readonly mild: number;
  readonly severe: number;
  /** Hazard a month, of an exponential curve. */
  readonly hazard: number;
}

export interface ConsistentStudy {
  readonly arms: readonly [ConsistentArm, ConsistentArm];
  /** Decimals of the percentages. */
  readonly decimals: number;
  readonly hr: { readonly value: number; readonly low: number; readonly high: number; readonly p: number };
  /** The p of one of the usual tests of the response rates. */
  readonly responseP: number;
  readonly age: { readonly median: number; readonly low: number; readonly high: number };
  /** Of the age: the mean and its standard deviation. */
  readonly mean: { readonly value: number; readonly sd: number };
  /** Of a pooled effect: I² in per cent and the p of Cochran's Q. */
  readonly heterogeneity: { readonly i2: number; readonly p: number };
  /** Months of the longest follow-up. */
  readonly longest: number;
  readonly random: Random;
}

/** A study with all its numbers drawn so that they fit; the same seed gives the same study. */
export function consistentStudy(seed: number): ConsistentStudy {
  const random = new Random(seed);
  const decimals = random.whole(0, 2);
  const arms = [arm(random), arm(random)] as const;
  const [a, b] = arms;
  const tests = testsOfTwoShares({ a: a.cr + a.vgpr + a.pr, n: a.n, b: b.cr + b.vgpr + b.pr, m: b.n });
  const logarithm = Math.log(a.hazard / b.hazard);
  const error = 2 / Math.sqrt((a.n + b.n) * random.between(0.4, 0.8));
  const z = zOfLevel(95);
  const age = { median: random.whole(52, 68), low: random.whole(25, 45), high: random.whole(72, 88) };
  return {
    arms,
    decimals,
    hr: {
      value: Math.exp(logarithm),
      low: Math.exp(logarithm - z * error),
      high: Math.exp(logarithm + z * error),
      p: twoTails(logarithm / error),
    },
    responseP: random.pick(tests),
    age,
    mean: { value: age.median + random.between(-2, 2), sd: ((age.high - age.low) / 2) * random.between(0.3, 0.6) },
    heterogeneity: heterogeneity(random),
    longest: random.whole(40, 70),
    random,
  };
}

function heterogeneity(random: Random): ConsistentStudy['heterogeneity'] {
  const df = random.whole(2, 9);
  const q = df * random.between(0.5, 4);
  return { i2: 100 * Math.max(0, 1 - df / q), p: chiSquareTail(q, df) };
}

function arm(random: Random): ConsistentArm {
  const n = random.whole(40, 320);
  const weights = Array.from({ length: 5 }, () => random.between(0.5, 3));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [cr = 0, vgpr = 0, pr = 0, sd = 0] = weights.map((weight) => Math.floor((n * weight) / total));
  return {
    n,
    cr,
    vgpr,
    pr,
    sd,
    pd: n - cr - vgpr - pr - sd,
    male: random.whole(Math.ceil(n * 0.4), Math.floor(n * 0.65)),
    mild: random.whole(2, Math.floor(n * 0.4)),
    severe: random.whole(1, Math.floor(n * 0.3)),
    hazard: random.between(0.02, 0.06),
  };
}

/** A number with so many decimals; one that lies between two is rounded up or to the even one, as a toss decides. */
export function rounded(value: number, decimals: number, random: Random): string {
  const scaled = value * 10 ** decimals;
  const below = Math.floor(scaled + 1e-9);
  const isTie = Math.abs(scaled - below - 0.5) < 1e-9;
  if (!isTie) return value.toFixed(decimals);
  const even = below % 2 === 0 ? below : below + 1;
  return ((random.next() < 0.5 ? below + 1 : even) / 10 ** decimals).toFixed(decimals);
}

import { describe, expect, it } from 'vitest';
import {
  chiSquareTail,
  fisherExact,
  testsOfTwoShares,
  twoTails,
  twoTailsOfT,
  zOfLevel,
} from '../../pipeline/verify/statistics.js';

/** Against printed tables: the 5 % points of the distributions, and Fisher's tea tasting. */
describe('the distributions', () => {
  it('have the usual 5 % points', () => {
    expect(twoTails(1.959964)).toBeCloseTo(0.05, 6);
    expect(zOfLevel(95)).toBeCloseTo(1.959964, 5);
    expect(zOfLevel(99)).toBeCloseTo(2.575829, 5);
    expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 6);
    expect(chiSquareTail(18.307038, 10)).toBeCloseTo(0.05, 6);
    expect(twoTailsOfT(2.228139, 10)).toBeCloseTo(0.05, 6);
  });

  it('leave all of the probability above nothing', () => {
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(twoTails(0)).toBeCloseTo(1, 9);
  });
});

describe('the tests of two shares', () => {
  it('hold the exact test of the tea tasting: 34 of 70 tables are as far off', () => {
    expect(fisherExact({ a: 3, n: 4, b: 1, m: 4 })).toBeCloseTo(34 / 70, 9);
    expect(fisherExact({ a: 4, n: 4, b: 0, m: 4 })).toBeCloseTo(2 / 70, 9);
  });

  it('agree where the groups are large', () => {
    const ps = testsOfTwoShares({ a: 400, n: 1000, b: 350, m: 1000 });
    expect(Math.max(...ps) - Math.min(...ps)).toBeLessThan(0.005);
    // z = 0.05 / sqrt(0.375 * 0.625 * 0.002) = 2.3094
    expect(ps[0]).toBeCloseTo(twoTails(2.3094), 4);
  });

  it('find no difference between two that are all or nothing', () => {
    expect(testsOfTwoShares({ a: 0, n: 10, b: 0, m: 12 })).toEqual([1, 1]);
  });

  it('give probabilities whatever the counts', () => {
    for (let a = 0; a <= 6; a += 1)
      for (let b = 0; b <= 5; b += 1)
        for (const p of testsOfTwoShares({ a, n: 6, b, m: 5 })) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1.000001);
        }
  });
});

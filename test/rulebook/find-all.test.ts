import { describe, expect, it } from 'vitest';
import { findAll } from '../../pipeline/rulebook/index.js';

describe('finding all places of an expression', () => {
  it('finds each place, however the expression was made, and the same ones when asked again', () => {
    const places = (expression: RegExp) => findAll(expression, '甲药、乙药').map(({ index }) => index);
    for (const expression of [/药/u, /药/gu])
      expect([places(expression), places(expression)]).toEqual([
        [1, 4],
        [1, 4],
      ]);
  });

  it('passes over finds of nothing', () => {
    expect(findAll(/组?/u, '甲组').map(([found]) => found)).toEqual(['组']);
  });
});

import { expect, it } from 'vitest';
import { pairGreedily } from '../../pipeline/commands/diff/pair-greedily.js';

const closeness = (a: number, b: number): number => 10 - Math.abs(a - b);

it('pairs the likest first, each once, and leaves what is like nothing', () => {
  expect(pairGreedily([1, 4, 50], [5, 2, 3], closeness)).toEqual({
    pairs: [
      [1, 2],
      [4, 5],
    ],
    left: [50],
    right: [3],
  });
});

it('of equally like pairs takes the earlier', () => {
  expect(pairGreedily(['a', 'b'], [1], () => 1)).toEqual({ pairs: [['a', 1]], left: ['b'], right: [] });
});

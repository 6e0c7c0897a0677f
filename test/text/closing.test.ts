import { describe, expect, it } from 'vitest';
import { closing } from '../../pipeline/text/index.js';

describe('a bracket', () => {
  it.each([
    ['(a)b', 0, 2],
    ['(a(b)c)d', 0, 6],
    ['(a[b)c]d', 0, 6],
    ['x(ab', 1, -1],
    ['(a\nb)', 0, -1],
  ])('of %j that opens at %i closes at %i', (text, open, close) => {
    expect(closing(text, open)).toBe(close);
  });

  it('is given up where it is too long', () => {
    expect(closing(`(${'a'.repeat(200)})`, 0)).toBe(-1);
    expect(closing(`(${'a'.repeat(200)})`, 0, 300)).toBe(201);
  });
});

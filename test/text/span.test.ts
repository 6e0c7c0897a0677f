import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cover, holds, overlaps, type Span, span } from '../../pipeline/text/index.js';

const spans: fc.Arbitrary<Span<'text'>> = fc
  .tuple(fc.nat(12), fc.nat(6))
  .map(([start, length]) => span(start, start + length));

/** The code units of a span, listed. */
const unitsOf = ({ start, end }: Span<'text'>): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

describe('span', () => {
  it('refuses a negative length, a negative start and what is no number', () => {
    expect(() => span(3, 2)).toThrow('No span can run from 3 to 2.');
    expect(() => span(-1, 2)).toThrow(RangeError);
    expect(() => span(Number.NaN, 2)).toThrow(RangeError);
    expect(() => span(0, Number.NaN)).toThrow(RangeError);
  });

  it('may be empty', () => {
    expect(span(2, 2)).toEqual({ start: 2, end: 2 });
  });
});

describe('two spans', () => {
  it('overlap where they share a code unit', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        fc.pre(a.end > a.start && b.end > b.start);
        expect(overlaps(a, b)).toBe(unitsOf(a).some((unit) => unitsOf(b).includes(unit)));
      }),
    );
  });

  it('are both held by their cover, and by nothing smaller', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const both = cover(a, b);
        expect(holds(both, a) && holds(both, b)).toBe(true);
        expect([a.start, b.start]).toContain(both.start);
        expect([a.end, b.end]).toContain(both.end);
      }),
    );
  });

  it('hold each other only when they are the same', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(holds(a, b) && holds(b, a)).toBe(a.start === b.start && a.end === b.end);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combined, contains, holdsWhole, intersect, mapped, wholeNumbers } from '../../pipeline/verify/interval.js';
import { cutReading, printedBeside, printedValue, reading } from '../../pipeline/verify/printed.js';

const source = { start: 0, end: 4, line: 1, text: '36.10%(13/36),95%CI 1.0~2.50' };

describe('a printed number', () => {
  it('stands for all that rounds to its digits', () => {
    const read = reading({ value: 36.1, digits: '36.10', op: '=', source });
    expect(read.low).toBeCloseTo(36.095, 9);
    expect(read.high).toBeCloseTo(36.105, 9);
  });

  it('holds what lies between two digits whichever way it is rounded', () => {
    for (const digits of ['12.2', '12.3'])
      expect(contains(reading({ value: Number(digits), digits, op: '=', source }), 12.25)).toBe(true);
  });

  it('is a half-line behind a comparator', () => {
    expect(reading({ value: 0.05, digits: '0.05', op: '<', source })).toEqual({
      low: Number.NEGATIVE_INFINITY,
      high: 0.05,
    });
    expect(reading({ value: 4, digits: '4', op: '≥', source })).toEqual({ low: 4, high: Number.POSITIVE_INFINITY });
  });

  it('may have been cut', () => {
    const cut = { value: 94.2, digits: '94.2', op: '=' as const, source };
    expect(contains(reading(cut), 94.26)).toBe(false);
    expect(contains(cutReading(cut), 94.26)).toBe(true);
    expect(contains(cutReading(cut), 94.31)).toBe(false);
  });

  it('has the digits of the source, or those kept beside it', () => {
    expect(printedValue({ value: 36.1, printed: '36.10', source })?.digits).toBe('36.10');
    expect(printedValue({ value: 36.2, printed: '36.10', source })?.digits).toBe('36.2');
    expect(printedBeside(2.5, source).digits).toBe('2.50');
    expect(printedBeside(9, source).digits).toBe('9');
    expect(printedValue({ source })).toBeUndefined();
  });

  it('holds the number that was rounded to it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), fc.nat({ max: 4 }), (value, decimals) => {
        const digits = value.toFixed(decimals);
        expect(contains(reading({ value: Number(digits), digits, op: '=', source }), value)).toBe(true);
      }),
    );
  });
});

describe('intervals', () => {
  it('meet where they share a value, the ends included', () => {
    expect(intersect({ low: 0, high: 1 }, { low: 1, high: 2 })).toBe(true);
    expect(intersect({ low: 0, high: 1 }, { low: 1.1, high: 2 })).toBe(false);
  });

  it('are mapped with what falls, too', () => {
    expect(mapped({ low: 1, high: 4 }, (x) => 1 / x)).toEqual({ low: 0.25, high: 1 });
    expect(combined({ low: 1, high: 2 }, { low: 2, high: 4 }, (a, b) => a / b)).toEqual({ low: 0.25, high: 1 });
  });

  it('know their whole numbers', () => {
    expect(wholeNumbers({ low: 1.2, high: 4 })).toEqual([2, 3, 4]);
    expect(wholeNumbers({ low: 1.2, high: 1.9 })).toEqual([]);
    expect([holdsWhole({ low: 1.2, high: 1.9 }), holdsWhole({ low: 1.2, high: 2 })]).toEqual([false, true]);
  });
});

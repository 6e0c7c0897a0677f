import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../pipeline/text/index.js';
import { articleText } from './arbitraries.js';

describe('LineIndex', () => {
  it('agrees with counting the line breaks before an offset', () => {
    const textAndOffset = articleText.chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length)));
    fc.assert(
      fc.property(textAndOffset, ([text, offset]) => {
        const before = text.slice(0, offset).split('\n');
        expect(new LineIndex(text).place(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
      }),
    );
  });

  it('counts lines and columns from one', () => {
    expect(new LineIndex('').place(0)).toEqual({ line: 1, column: 1 });
  });

  it('takes a line break as the last column of its line', () => {
    const lines = new LineIndex('中位\nOS');
    expect(lines.place(2)).toEqual({ line: 1, column: 3 });
    expect(lines.place(3)).toEqual({ line: 2, column: 1 });
  });

  it('counts UTF-16 code units, so that columns are offsets', () => {
    expect(new LineIndex('𠮷a').place(2)).toEqual({ line: 1, column: 3 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, type Edit, editMap, identity, replay } from '../../pipeline/text/index.js';
import { articleText, editsOver, layerOver } from './arbitraries.js';

const edit = (start: number, end: number, insert = ''): Edit => ({ start, end, insert, ruleId: 'test.rule' });

/** What replay must give, said the slow way: one code unit at a time. */
function replayedSlowly(text: string, edits: readonly Edit[]): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const here = edits.find((one) => one.start <= at && at < one.end);
    if (!here) out += text[at];
    else if (here.start === at) out += here.insert;
  }
  return out;
}

describe('editMap', () => {
  it('sorts its edits by where they begin', () => {
    expect(editMap('test.rule', [edit(4, 6), edit(0, 1), edit(1, 3)]).edits.map(({ start }) => start)).toEqual([
      0, 1, 4,
    ]);
  });

  it('refuses a pure insertion, at whatever place', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.string(), (at, insert) => {
        expect(() => editMap('test.rule', [edit(at, at, insert)])).toThrow(
          `test.rule: an edit must replace something (at ${at}).`,
        );
      }),
    );
  });

  it('refuses an edit that ends before it begins', () => {
    expect(() => editMap('test.rule', [edit(3, 2, 'x')])).toThrow('an edit must replace something');
  });

  it('refuses an edit that begins before the text', () => {
    expect(() => editMap('test.rule', [edit(-1, 2, 'x')])).toThrow(RangeError);
  });

  it('refuses edits that share a code unit, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (start, width, shift, other) => {
          const first = edit(start, start + width);
          const second = edit(start + (shift % width), start + (shift % width) + other);
          expect(() => editMap('test.rule', [first, second])).toThrow('two edits overlap');
          expect(() => editMap('test.rule', [second, first])).toThrow('two edits overlap');
        },
      ),
    );
  });

  it('takes edits that only touch', () => {
    expect(editMap('test.rule', [edit(2, 4), edit(0, 2)]).edits).toHaveLength(2);
  });

  it('leaves the edits that it was given as they were', () => {
    const given = [edit(4, 6), edit(0, 1)];
    editMap('test.rule', given);
    expect(given.map(({ start }) => start)).toEqual([4, 0]);
  });
});

describe('replay', () => {
  const textAndEdits = articleText.chain((text) => fc.tuple(fc.constant(text), editsOver(text.length)));

  it('replaces every edited stretch and keeps the rest', () => {
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        expect(replay(text, editMap('test.rule', edits))).toBe(replayedSlowly(text, edits));
      }),
    );
  });

  it('refuses an edit that reaches past the end of the text', () => {
    expect(() => replay('中位', editMap('test.rule', [edit(1, 3, 'x')]))).toThrow(RangeError);
  });
});

describe('compose', () => {
  const textAndLayer = articleText.chain((text) => fc.tuple(fc.constant(text), layerOver(text.length)));

  it('gives every code unit of the new text an origin, and never an empty one', () => {
    fc.assert(
      fc.property(textAndLayer, ([text, layer]) => {
        const { starts, ends } = compose(identity(text.length), layer);
        const after = replay(text, layer);
        expect([starts.length, ends.length]).toEqual([after.length, after.length]);
        for (let i = 0; i < after.length; i += 1) {
          expect(starts[i]).toBeLessThan(ends[i]!);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('maps a replacement of the same length code unit by code unit', () => {
    const { starts, ends } = compose(identity(6), editMap('test.rule', [edit(2, 4, 'HR')]));
    expect([...starts]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...ends]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('maps each character of any other replacement to the whole stretch that it replaced', () => {
    const { starts, ends } = compose(identity(6), editMap('test.rule', [edit(1, 4, 'HR')]));
    expect([...starts]).toEqual([0, 1, 1, 4, 5]);
    expect([...ends]).toEqual([1, 4, 4, 5, 6]);
  });

  it('leaves no trace of a deletion in its neighbours', () => {
    const { starts, ends } = compose(identity(4), editMap('test.rule', [edit(1, 3)]));
    expect([...starts]).toEqual([0, 3]);
    expect([...ends]).toEqual([1, 4]);
  });
});

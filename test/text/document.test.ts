import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Document,
  editMap,
  holds,
  repaired,
  replay,
  span,
  toSource,
  untouched,
} from '../../pipeline/text/index.js';
import { articleText, layerOver, sourceOf } from './arbitraries.js';

/** A document after up to four layers of repairs, each over the text that the one before left. */
const documents: fc.Arbitrary<Document> = fc.tuple(articleText, fc.nat(4)).chain(([text, layers]) => {
  let document = fc.constant(untouched(sourceOf(text)));
  for (let layer = 0; layer < layers; layer += 1) {
    document = document.chain((before) =>
      layerOver(before.text.length, `test.layer-${layer}`).map((map) => repaired(before, map)),
    );
  }
  return document;
});

/** A document with a span of its text, and a wider one around that; both may be empty. */
const nestedSpans = documents.chain((document) =>
  fc
    .tuple(
      fc.nat(document.text.length),
      fc.nat(document.text.length),
      fc.nat(document.text.length),
      fc.nat(document.text.length),
    )
    .map((offsets) => {
      const [a, b, c, d] = offsets.sort((one, other) => one - other) as [number, number, number, number];
      return { document, wide: span<'text'>(a, d), narrow: span<'text'>(b, c) };
    }),
);

/** Where every code unit of the repaired text stood in the source; `undefined` where a layer put it in. */
function offsetsOfUntouched({ source, layers }: Document): (number | undefined)[] {
  let offsets: (number | undefined)[] = Array.from({ length: source.text.length }, (_, index) => index);
  for (const { edits } of layers) {
    const after: (number | undefined)[] = [];
    let at = 0;
    for (const { start, end, insert } of edits) {
      after.push(...offsets.slice(at, start), ...new Array<undefined>(insert.length).fill(undefined));
      at = end;
    }
    offsets = [...after, ...offsets.slice(at)];
  }
  return offsets;
}

describe('a repaired document', () => {
  it('reads the same wherever no edit touched it, and points back to just there', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const offsets = offsetsOfUntouched(document);
        expect(offsets).toHaveLength(document.text.length);
        offsets.forEach((offset, at) => {
          if (offset === undefined) return;
          expect(document.text[at]).toBe(document.source.text[offset]);
          expect(toSource(document, span(at, at + 1))).toEqual({ start: offset, end: offset + 1 });
        });
      }),
    );
  });

  it('is its source with all layers replayed in order', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(document.layers.reduce(replay, document.source.text)).toBe(document.text);
      }),
    );
  });

  it('keeps source, page and line of the text as received', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const before = untouched(document.source);
        expect(document.source).toBe(before.source);
        expect(document.lines).toEqual(before.lines);
      }),
    );
  });

  it('is the very same document after an empty layer', () => {
    const document = untouched(sourceOf('中位OS'));
    expect(repaired(document, editMap('test.rule', []))).toBe(document);
  });
});

describe('toSource', () => {
  it('gives a wider span a source that holds the source of the narrower one', () => {
    fc.assert(
      fc.property(nestedSpans, ({ document, wide, narrow }) => {
        const outer = toSource(document, wide);
        const inner = toSource(document, narrow);
        expect(outer.end - outer.start).toBeGreaterThanOrEqual(inner.end - inner.start);
        if (narrow.end > narrow.start) expect(holds(outer, inner)).toBe(true);
      }),
    );
  });

  it('never gives an empty source for text that is there, nor one outside the source', () => {
    fc.assert(
      fc.property(nestedSpans, ({ document, narrow }) => {
        const { start, end } = toSource(document, narrow);
        expect(end - start > 0).toBe(narrow.end > narrow.start);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(document.source.text.length);
      }),
    );
  });

  it('takes an unrepaired text as it is', () => {
    const document = untouched(sourceOf('中位OS'));
    expect(toSource(document, span(1, 3))).toEqual({ start: 1, end: 3 });
    expect(toSource(document, span(4, 4))).toEqual({ start: 4, end: 4 });
  });

  it('spans what was taken out of the middle of a number', () => {
    const document = repaired(
      untouched(sourceOf('P=0.\n0001')),
      editMap('test.line-break', [{ start: 4, end: 5, insert: '', ruleId: 'test.line-break' }]),
    );
    expect(document.text).toBe('P=0.0001');
    expect(toSource(document, span(2, 8))).toEqual({ start: 2, end: 9 });
  });

  it('goes back through several layers', () => {
    const spaced = untouched(sourceOf('犘 ＜ 0.05'));
    const first = repaired(spaced, editMap('a', [{ start: 0, end: 1, insert: 'P', ruleId: 'a' }]));
    const second = repaired(first, editMap('b', [{ start: 1, end: 4, insert: '<', ruleId: 'b' }]));
    expect(second.text).toBe('P<0.05');
    expect(toSource(second, span(0, 6))).toEqual({ start: 0, end: 8 });
    expect(toSource(second, span(1, 2))).toEqual({ start: 1, end: 4 });
  });
});

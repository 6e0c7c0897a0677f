import fc from 'fast-check';
import type { Edit, EditMap, Source } from '../../pipeline/text/index.js';
import { editMap } from '../../pipeline/text/index.js';

/** Text as articles have it: Han characters, digits, Latin letters, punctuation, line breaks, astral characters. */
export const articleText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      '中',
      '位',
      '率',
      '⻣',
      '犘',
      '0',
      '1',
      '.',
      '%',
      'P',
      'v',
      ' ',
      '，',
      '。',
      '\n',
      '\r\n',
      '𠮷',
      '😀',
    ),
    {
      maxLength: 60,
    },
  )
  .map((characters) => characters.join(''));

/** Edits that do not overlap, in any order: some put in more than they take out, some less, some nothing. */
export function editsOver(length: number, ruleId = 'test.rule'): fc.Arbitrary<Edit[]> {
  const insert = fc.constantFrom('', 'x', '骨', 'ab', '中位OS', '😀');
  const step = fc.record({ gap: fc.nat(6), width: fc.integer({ min: 1, max: 5 }), insert });
  return fc
    .array(step, { maxLength: 8 })
    .map((steps) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const { gap, width, insert } of steps) {
        const start = at + gap;
        const end = Math.min(start + width, length);
        if (start >= end) break;
        edits.push({ start, end, insert, ruleId });
        at = end;
      }
      return edits;
    })
    .chain((edits) => fc.shuffledSubarray(edits, { minLength: edits.length }));
}

/** One layer of edits over a text of this length. */
export function layerOver(length: number, ruleId = 'test.rule'): fc.Arbitrary<EditMap> {
  return editsOver(length, ruleId).map((edits) => editMap(ruleId, edits));
}

export function sourceOf(text: string): Source {
  return { id: 'article', file: 'article.txt', sha256: '', text, pages: [] };
}

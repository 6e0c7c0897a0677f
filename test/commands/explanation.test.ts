import { describe, expect, it } from 'vitest';
import { explanation } from '../../pipeline/commands/explanation.js';
import { editMap, repaired, type Source, untouched } from '../../pipeline/text/index.js';
import { articleText, quote, record, trial } from '../emit/records.js';

const source: Source = { id: 'article', file: 'article.txt', sha256: 'ab'.repeat(32), text: articleText, pages: [] };

function extraction(): Parameters<typeof explanation>[0] {
  const at = quote('35.92%').start;
  const once = repaired(
    untouched(source),
    editMap('spaces.join', [{ start: 0, end: 2, insert: '一', ruleId: 'spaces.join' }]),
  );
  // One character less before it: the second layer counts in the text that the first one left.
  const twice = repaired(
    once,
    editMap('glyphs.digit', [{ start: at - 1, end: at, insert: '３', ruleId: 'glyphs.digit' }]),
  );
  const numbers = { ...record().numbers, unresolved: [{ text: '5', reason: 'no measure', source: quote('5') }] };
  return {
    record: { ...record(trial()), numbers },
    messages: [
      {
        severity: 'info',
        ruleId: 'tag.lost',
        reason: 'lost',
        path: 'article.txt',
        from: { line: 2, column: 1 },
        to: { line: 2, column: 2 },
      },
    ],
    document: twice,
    entries: [{ place: quote('1.26'), status: 'criterion', ruleId: 'asides.limit' }],
    trails: [
      {
        place: quote('35.92%'),
        label: 'rate 35.92 %, measure CR, arm VTD',
        steps: [
          {
            ruleId: 'bind.each',
            text: 'CR(35.92%',
            note: '0.9',
            children: [{ ruleId: 'numbers.percentage', text: '35.\n92%' }],
          },
        ],
      },
    ],
  };
}

const tree = [
  'article.txt:2:15: rate 35.92 %, measure CR, arm VTD',
  '  诱导后VTD组有较高的CR(⟦35.92%⟧vs22.55%，P=0.03)。',
  '  bind.each: CR(35.92%  (0.9)',
  '    numbers.percentage: 35.92%',
  '  repairs',
  '    glyphs.digit: "3" → "３"',
];

describe('the explanation of a value', () => {
  it.each(['35.92%', '35.9 2 %', 'CR(35.92'])('is found by the text %s, and tells the repairs beneath', (text) => {
    expect(explanation(extraction(), text)).toEqual({
      found: true,
      lines: [...tree, '', 'article.txt:2:1-2:2: info: lost  [tag.lost]'],
    });
  });

  it('is found by its line', () => {
    expect(explanation(extraction(), '2').lines.slice(0, 6)).toEqual(tree);
  });

  it('of a number that is unresolved says why', () => {
    const { found, lines } = explanation(extraction(), '研究[5]');
    expect(found).toBe(true);
    expect(lines[0]).toBe('article.txt:1:9: unresolved: no measure');
  });

  it('of a number that was set aside says by which rule', () => {
    expect(explanation(extraction(), '1.26')).toEqual({
      found: true,
      lines: ['article.txt:3:17: set aside as criterion: 1.26  [asides.limit]'],
    });
  });

  it.each([
    ['中位', 'article.txt: no value at 中位'],
    ['99', 'article.txt: there is no line 99'],
    ['Bortezomib', 'article.txt: there is no Bortezomib'],
  ])('is not found at %s', (place, line) => {
    expect(explanation(extraction(), place)).toEqual({ found: false, lines: [line] });
  });
});

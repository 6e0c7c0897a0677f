import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, toSource } from '../../pipeline/text/index.js';
import { repairedDocument, repairedText } from './repaired.js';

const piece = fc.constantFrom(
  ...['患者', '治疗', '最', ' ', '  ', '　', '\n', '\n\n', '\r\n', '，', '。', '（', '）', '：', '＜', '＝', '%', '％'],
  ...[
    'P',
    'HR',
    '95%CI',
    'mg',
    'mg / m 2',
    'VGPR',
    '0.',
    '05',
    '1 689例',
    '12',
    ' . ',
    '[1]',
    '\n[2]\n',
    '⽩',
    '⻣',
    '犘＜0.05',
  ],
  ...[
    '$',
    '$6 5 . 3 \\%$',
    '\\mathrm',
    '{',
    '}',
    '^',
    '\\~',
    '<table>',
    '</table>',
    '![](',
    ')',
    '# ',
    '1.1 ',
    '表 1 特征\n',
  ],
  ...['\f', '\u2028', '\u2029', '\u00a0', '𠀀', '\ufeff', '-\n', '(204号', '图 1 曲线\n', '· 论著 ·', 'immuno', '一、'],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);

describe('laws of repair', () => {
  it('replay of all layers gives the repaired text, and no edit only inserts', () => {
    fc.assert(
      fc.property(text, (received) => {
        const { document } = repairedDocument(received);
        expect(document.layers.reduce(replay, received)).toBe(document.text);
        for (const { edits } of document.layers) for (const edit of edits) expect(edit.end).toBeGreaterThan(edit.start);
      }),
    );
  });
  it('what no edit touched reads the same in the source', () => {
    fc.assert(
      fc.property(text, (received) => {
        const { document } = repairedDocument(received);
        const inserted = new Set(document.layers.flatMap((layer) => layer.edits.map((edit) => edit.insert)).join(''));
        for (let at = 0; at < document.text.length; at += 1) {
          const { start, end } = toSource(document, { start: at, end: at + 1 });
          const character = document.text.charAt(at);
          if (!inserted.has(character)) expect(received.slice(start, end)).toBe(character);
        }
      }),
    );
  });
  it('a wider span never has a narrower source', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (received, a, b) => {
        const { document } = repairedDocument(received);
        if (document.text.length < 2) return;
        const start = a % (document.text.length - 1);
        const end = start + 1 + (b % (document.text.length - start));
        const inner = toSource(document, { start, end: Math.min(end, document.text.length) });
        const outer = toSource(document, {
          start: Math.max(0, start - 1),
          end: Math.min(end + 1, document.text.length),
        });
        expect(outer.start).toBeLessThanOrEqual(inner.start);
        expect(outer.end).toBeGreaterThanOrEqual(inner.end);
      }),
    );
  });
  it('no mark is left behind', () => {
    fc.assert(
      fc.property(text, (received) => {
        const exempt = received.includes('<table>') || received.includes('![');
        expect(exempt || !/[\u2028\u2029]/.test(repairedText(received))).toBe(true);
      }),
    );
  });
});

describe('cost grows with the length, not with its square', () => {
  const attacks = [
    ' ',
    '\n',
    '$',
    '(',
    '1.',
    '1 ',
    'a',
    'a\n',
    '地 ',
    '表 1 x\n',
    '# ',
    '\\',
    '{',
    '^ ',
    '![',
    '<table',
    '·1·\n',
    '　',
    '[1]\n',
    '杂志',
  ];
  it.each(attacks.map((unit) => [unit]))('%j', (unit) => {
    const time = (count: number): number => {
      const attack = unit.repeat(count);
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3; i += 1) {
        const before = performance.now();
        repairedText(attack);
        best = Math.min(best, performance.now() - before);
      }
      return best;
    };
    time(2000);
    expect(time(16_000)).toBeLessThan(Math.max(60, 16 * time(4000)));
  });
});

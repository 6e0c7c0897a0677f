import { describe, expect, it } from 'vitest';
import { pageItems } from '../../../pipeline/ingest/pdf/page-items.js';
import { unknownGlyphs } from '../../../pipeline/ingest/pdf/unknown-glyphs.js';
import { linesAt, type Print } from './handmade-pdf.js';
import { paragraphs, readHandmade } from './read-handmade.js';

const left = [
  '　甲组患者共四十例其中男性',
  '二十二例女性十八例中位年龄',
  '六十一岁均为初诊的患者经过',
  '六个周期的治疗以后总缓解率',
  '为百分之八十其余的患者中有',
  '三例疾病稳定五例疾病进展后',
];
const right = [
  '改用其他的方案继续治疗直到',
  '随访结束。',
  '　　乙组患者共四十二例其中',
  '男性二十例女性二十二例中位',
  '年龄六十三岁治疗以后的缓解',
  '率低于甲组差异有统计意义。',
];
const columns = (top: number): Print[] => [...linesAt(left, 60, top), ...linesAt(right, 310, top)];

describe('columns', () => {
  it('are read one after the other, whatever order the file draws them in', async () => {
    const drawn = columns(700).sort((a, b) => b.y - a.y || b.x - a.x);
    const { source } = await readHandmade([drawn]);
    expect(paragraphs(source)).toEqual([
      `${left.join('')}${right.slice(0, 2).join('')}`.trim(),
      right.slice(2).join('').trim(),
    ]);
  });

  it('stand between what goes across the page', async () => {
    const title = { text: '某种方案治疗某种疾病的临床观察与分析研究', x: 130, y: 780, size: 18 };
    const abstract = linesAt(
      ['摘要：本文比较了两种方案治疗某种疾病的疗效和安全性，结果表明前一种方案的疗效优于后', '一种方案。'],
      60,
      750,
    );
    const { source } = await readHandmade([[...columns(700), ...abstract, title]]);
    const read = paragraphs(source);
    expect(read.slice(0, 2)).toEqual([title.text, abstract.map(({ text }) => text).join('')]);
    expect(read[2]).toContain('甲组患者');
  });

  it('go on over pages, without heads, feet and page numbers', async () => {
    const furniture = (page: number): Print[] => [
      { text: `某某杂志 2020年第${page}期`, x: 240, y: 810, size: 8 },
      { text: `${page}`, x: 295, y: 40, size: 8 },
    ];
    const { source, messages } = await readHandmade([
      [
        ...furniture(1),
        ...linesAt(left, 60, 700),
        ...linesAt(
          left.map((line) => line.trim()),
          310,
          700,
        ),
      ],
      [...furniture(2), ...linesAt(right, 60, 700), ...linesAt(left, 310, 700)],
    ]);
    expect(source.text).not.toMatch(/某某杂志/u);
    expect(paragraphs(source)[0]).toContain(`${left.at(-1)}${right[0]}`);
    expect(messages.filter(({ ruleId }) => ruleId === 'ingest.running-heads')).toHaveLength(2);
    expect(source.pages.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('characters', () => {
  const beside = (prints: readonly Print[]): Promise<string> =>
    readHandmade([[...prints, ...linesAt(left, 60, 500)]]).then(({ source }) => source.text.split('\n')[0] ?? '');

  it('of a font that is not embedded are known by the maps of the reader', async () => {
    expect(await beside([{ text: '总缓解率为83.8%（62/74例）', x: 60, y: 700 }])).toBe('总缓解率为83.8%（62/74例）');
  });

  it('that are spread over a line close up', async () => {
    const spread = [...'地塞米松'].map((text, i) => ({ text, x: 60 + i * 15, y: 700 }));
    expect(await beside(spread)).toBe('地塞米松');
  });

  it('that are printed twice for bold print count once', async () => {
    const text = '总缓解率';
    expect(
      await beside([
        { text, x: 60, y: 700 },
        { text, x: 60.4, y: 700 },
      ]),
    ).toBe(text);
  });

  it.each([
    ['a citation in brackets', '报道', '[5-7]', '[5-7]'],
    ['a citation of bare numbers', '报道', '5,7', '[5,7]'],
    ['the power of ten', '1.5×10', '9', '^9'],
    ['the power of a unit', '300mg/m', '2', '2'],
  ])('above the line: %s', async (_, text, above, written) => {
    const width = [...text].reduce((sum, character) => sum + (character > '\u2e80' || character === '×' ? 10 : 5), 0);
    expect(
      await beside([
        { text, x: 60, y: 700 },
        { text: above, x: 60 + width, y: 704, size: 6 },
      ]),
    ).toBe(text + written);
  });

  it('that were set apart from their marks join them', () => {
    const piece = (str: string, x: number, width: number) => ({ str, width, transform: [10, 0, 0, 10, x, 50] });
    const content = {
      items: [piece('S', 10, 5), piece('\u030c', 15, 0), piece('TORM', 15, 20)],
      styles: {},
      lang: null,
    };
    const view = { width: 100, height: 100, transform: [1, 0, 0, -1, 0, 100] };
    const { items } = pageItems(1, content as unknown as Parameters<typeof pageItems>[1], view);
    expect(items.map(({ text }) => text)).toEqual(['\u0160', 'TORM']);
  });

  it('without a meaning are told, and those of the Symbol font are none', () => {
    const item = { text: '为\ue123\ufffd\uf0b3\ue123', left: 0, right: 50, baseline: 50, size: 10 };
    const page = { number: 3, width: 595, height: 842, turns: 0, items: [item], askew: [] } as const;
    const [note, ...more] = unknownGlyphs(page);
    expect(note?.reason).toBe('Page 3: characters without a known meaning: U+E123 (2), U+FFFD (1)');
    expect(more).toEqual([]);
  });
});

describe('a page that is turned', () => {
  it('is read upright, and its boxes are those of the page as displayed', async () => {
    const { source } = await readHandmade([linesAt(left, 60, 700)], { rotate: 90 });
    expect(paragraphs(source)[0]).toBe(left.join('').trim());
    const turned = left.map((text, i): Print => ({ text, x: 100 + i * 15, y: 60, turned: 90 }));
    const across = await readHandmade([turned]);
    expect(paragraphs(across.source)[0]).toBe(left.join('').trim());
    const [, top = 0, , bottom = 0] = across.source.runs?.[0]?.box ?? [];
    expect(bottom - top).toBeGreaterThan(0.1);
  });

  it('leaves out what runs across the rest, and says so', async () => {
    const mark = { text: '仅供内部使用', x: 200, y: 400, size: 40, turned: 45 };
    const { source, messages } = await readHandmade([[...linesAt(left, 60, 700), mark]]);
    expect(source.text).not.toContain(mark.text);
    expect(messages.find(({ ruleId }) => ruleId === 'ingest.askew-text')?.reason).toContain(mark.text);
  });
});

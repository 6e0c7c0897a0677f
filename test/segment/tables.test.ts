import { describe, expect, it } from 'vitest';
import { segmented } from './segmented.js';

/** The cells of the tables of a text, row by row. */
function cells(text: string): string[][][] {
  return segmented(text).tables.map(({ rows }) =>
    rows.map((row) => row.map(({ span }) => text.slice(span.start, span.end))),
  );
}

const rows = [
  ['项目', '治疗组', '对照组'],
  ['年龄', '65', '66'],
  ['男性', '20', '18'],
];

describe('a table between pipes', () => {
  const text = `结果见下。\n| 项目 | 治疗组 | 对照组 |\n|---|:--:|---|\n| 年龄 | 65 | 66 |\n| 男性 | 20 | 18 |\n以上。`;

  it('has a cell between two pipes, without the line that rules it', () => {
    expect(cells(text)).toEqual([rows]);
    expect(segmented(text).tables[0]).toMatchObject({ ruled: true, caption: undefined });
  });

  it('is no sentence', () => {
    const { sentences } = segmented(text);
    expect(sentences.map(({ span }) => text.slice(span.start, span.end))).toEqual(['结果见下。', '以上。']);
  });

  it('keeps its empty cells, so that columns stay columns', () => {
    expect(cells('| 项目 | 值 |\n| 年龄 |  |\n|  | 20 |')).toEqual([
      [
        ['项目', '值'],
        ['年龄', ''],
        ['', '20'],
      ],
    ]);
  });

  it('takes two rows', () => {
    expect(cells('| 项目 | 值 |\n以上。')).toEqual([]);
  });
});

describe('a table in HTML', () => {
  it('has a cell for each tag, with what the cell holds', () => {
    const html = rows
      .map(
        (row, i) =>
          `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td class="c">${cell}</td>`)).join('')}</tr>`,
      )
      .join('');
    expect(cells(`<table border="1">${html}</table>`)).toEqual([rows]);
  });

  it('has numbered columns', () => {
    const text = '<table><tr><td>年龄</td><td></td><td>65</td></tr></table>';
    const row = segmented(text).tables[0]?.rows[0] ?? [];
    expect(row.map(({ column }) => column)).toEqual([0, 1, 2]);
  });
});

describe('a table by line', () => {
  const text = [
    '结果良好。',
    '表1 两组患者的基线特征',
    '项目 治疗组 对照组',
    '年龄 65 66',
    '男性 20 18',
    '两组年龄和性别的差异均无统计学意义。',
  ].join('\n');

  it('begins behind its caption and ends before the first sentence', () => {
    expect(cells(text)).toEqual([rows]);
    const table = segmented(text).tables[0];
    expect(table?.ruled).toBe(false);
    expect(text.slice(table?.caption?.start, table?.caption?.end)).toBe('表1 两组患者的基线特征');
  });

  it('is not opened by a mention of a table', () => {
    expect(cells('两组的基线特征见表1。\n年龄 65\n男性 20')).toEqual([]);
  });
});

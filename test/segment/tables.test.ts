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

describe('a table between pipes without pipes at its ends', () => {
  it('is known by the line that parts its head from its rows', () => {
    const text = '项目 | 治疗组\n--- | ---\n年龄 | 65\n男性 |';
    expect(cells(text)).toEqual([
      [
        ['项目', '治疗组'],
        ['年龄', '65'],
        ['男性', ''],
      ],
    ]);
    expect(segmented(text).tables[0]?.heads).toBe(1);
  });

  it('is none without that line', () => {
    expect(cells('甲 | 乙\n丙 | 丁')).toEqual([]);
  });
});

describe('a table in HTML over several lines', () => {
  it('is one table, with the caption above it and the notes beneath', () => {
    const text = '表1 疗效\n<table>\n<tr><td>CR</td>\n<td>3</td></tr>\n</table>\n注:CR为完全缓解。\n结束。';
    const { tables, sentences } = segmented(text);
    expect(cells(text)).toEqual([[['CR', '3']]]);
    expect(tables[0]?.notes.map(({ start, end }) => text.slice(start, end))).toEqual(['注:CR为完全缓解。']);
    expect(text.slice(tables[0]?.caption?.start, tables[0]?.caption?.end)).toBe('表1 疗效');
    expect(sentences.map(({ span }) => text.slice(span.start, span.end))).toEqual(['注:CR为完全缓解。', '结束。']);
  });
});

describe('a table of lines that tabs part', () => {
  it('needs no caption and keeps its empty cells', () => {
    const text = '结果如下。\n项目\t治疗组\t对照组\n年龄\t\t66\n两组相似。';
    expect(cells(text)).toEqual([
      [
        ['项目', '治疗组', '对照组'],
        ['年龄', '', '66'],
      ],
    ]);
    expect(segmented(text).tables[0]?.ruled).toBe(true);
  });
});

describe('a table whose gaps kept its columns', () => {
  const text = [
    '表2 疗效',
    '组别      CR      PR',
    '甲组      3       5',
    '乙组      4       6',
    'P值               0.04',
    '以上。',
  ].join('\n');

  it('has the cells of short rows in the columns above them', () => {
    const table = segmented(text).tables[0];
    expect(table?.ruled).toBe(true);
    expect(table?.rows.map((row) => row.map(({ column }) => column))).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
      [0, 2],
    ]);
  });

  it('has heads over all columns that only a lower head names', () => {
    const heads = ['表2 疗效', '组别      甲组              乙组', '         CR     PR       CR     PR'];
    const rows = ['早期      1      2        3      4', '晚期      5      6        7      8'];
    const table = segmented([...heads, ...rows].join('\n')).tables[0];
    expect(table?.rows[0]?.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 1],
      [1, 2],
      [3, 2],
    ]);
  });

  it('knows only the order of cells of which two would share a column', () => {
    const crossed = [
      '表2 疗效',
      '组别      CR      PR',
      '甲组      3       5',
      '乙组      4       6',
      '甲  乙',
      '以上。',
    ];
    expect(segmented(crossed.join('\n')).tables[0]?.ruled).toBe(false);
  });
});

describe('a caption', () => {
  it('may be printed in two languages', () => {
    const text = '表1 基线\nTable 1 Baseline\n项目 甲组\n年龄 65';
    const table = segmented(text).tables[0];
    expect(text.slice(table?.caption?.start, table?.caption?.end)).toBe('表1 基线\nTable 1 Baseline');
    expect(cells(text)[0]?.[0]).toEqual(['项目', '甲组']);
  });

  it('is no sentence, and a second one ends the table', () => {
    const text = '表1 基线\n项目 甲组\n年龄 65\n表2 疗效\n项目 甲组\nCR 3';
    expect(segmented(text).sentences).toEqual([]);
    expect(cells(text)).toHaveLength(2);
  });
});

describe('a sentence that begins with the number of a table', () => {
  it('is a sentence and opens no table', () => {
    const text = '表1列出了发生率至少5%的不良反应。\n贫血 25%\n发热 36%';
    expect(cells(text)).toEqual([]);
    expect(segmented(text).sentences.map(({ span }) => text.slice(span.start, span.end))[0]).toContain('表1列出了');
  });
});

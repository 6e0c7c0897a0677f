import { describe, expect, it } from 'vitest';
import { type Grid, ruledGrid } from '../../../pipeline/bind/table/grid.js';
import { orderGrid } from '../../../pipeline/bind/table/order-grid.js';
import { placeShort } from '../../../pipeline/bind/table/place-short.js';
import type { Cell, Table } from '../../../pipeline/model/index.js';

type Printed =
  | string
  | { readonly text: string; readonly columns?: number; readonly rows?: number; readonly column?: number };

/** A table with these cells, one behind the other in its text. */
function tableOf(rows: readonly (readonly Printed[])[], ruled: boolean): { table: Table; text: string } {
  let text = '';
  const made = rows.map((row) => {
    let next = 0;
    return row.map((printed): Cell => {
      const { text: own, column = next, ...spans } = typeof printed === 'string' ? { text: printed } : printed;
      const start = text.length;
      text += `${own} `;
      next = column + (spans.columns ?? 1);
      return { span: { start, end: start + own.length }, column, ...spans };
    });
  });
  const span = { start: 0, end: text.length };
  return { text, table: { span, caption: undefined, rows: made, heads: undefined, notes: [], ruled } };
}

const shown = ({ columns, rows }: Grid) => ({
  columns: columns.map((heads) => heads.map(({ text }) => text)),
  rows: rows.map(({ label, cells, short = [] }) => [
    label.map(({ text }) => text),
    cells.map((cell) => cell?.text),
    short.map(({ text }) => text),
  ]),
});

function ruled(rows: readonly (readonly Printed[])[]) {
  const { table, text } = tableOf(rows, true);
  return shown(ruledGrid(table, text));
}

const sense = {
  isHead: ({ text }: { text: string }) => /组|P/u.test(text),
  isArm: ({ text }: { text: string }) => /组/u.test(text),
  isSize: ({ text }: { text: string }) => text === 'n',
  hasValues: ({ text }: { text: string }) => text === 'n',
  isGrade: ({ text }: { text: string }) => /级/u.test(text),
  isCorner: ({ text }: { text: string }) => text === '项目',
  isMissing: ({ text }: { text: string }) => text === '-',
};

function ordered(lines: readonly string[]) {
  const { table, text } = tableOf(
    lines.map((line) => line.split(' ')),
    false,
  );
  return shown(orderGrid(table, text, sense));
}

describe('the grid of a table with known columns', () => {
  it('gives a head to each column that it spans, and a cell to the first of its rows', () => {
    const rows = [
      [{ text: '项目', columns: 2 }, '甲组', { text: 'P', column: 3 }],
      [{ text: '性别', rows: 2 }, '男', '5', { text: '0.3', rows: 2 }],
      [{ text: '女', column: 1 }, '6'],
    ];
    expect(ruled(rows)).toEqual({
      columns: [['甲组'], ['P']],
      rows: [
        [['性别', '男'], ['5', '0.3'], []],
        [['性别', '女'], ['6', undefined], []],
      ],
    });
  });

  it('has as heads all rows before the first value, but no row that heads others', () => {
    const rows = [
      ['项目', '甲组', '', '乙组', ''],
      ['', '1级', '2级', '1级', '2级'],
      ['皮肤', '', '', '', ''],
      ['皮疹', '1', '2', '3', '4'],
    ];
    const { columns, rows: read } = ruled(rows);
    expect(columns).toEqual([
      ['甲组', '1级'],
      ['甲组', '2级'],
      ['乙组', '1级'],
      ['乙组', '2级'],
    ]);
    expect(read.map(([label]) => label)).toEqual([['皮肤'], ['皮疹']]);
  });

  it('puts the right half of a folded table beneath the left one', () => {
    const { columns, rows } = ruled([
      ['项目', '数', '项目', '数'],
      ['甲', '1', '乙', '2'],
    ]);
    expect(columns).toEqual([['数']]);
    expect(rows).toEqual([
      [['甲'], ['1'], []],
      [['乙'], ['2'], []],
    ]);
  });
});

describe('a ruled table with cells missing', () => {
  const head = ['项目', '甲组', '乙组', 'P'];

  it('keeps the values of a row that ends early apart, for one may be missing anywhere', () => {
    const { rows } = ruled([head, ['早期', '5', '6', '0.4'], ['晚期', '7', '8']]);
    expect(rows[1]).toEqual([['晚期'], [], ['7', '8']]);
  });

  it('knows the place of values where empty cells were kept', () => {
    const { rows } = ruled([head, ['早期', '5', '', '0.4'], ['晚期', '', '8']]);
    expect(rows.map(([, cells]) => cells)).toEqual([
      ['5', undefined, '0.4'],
      [undefined, '8', undefined],
    ]);
  });

  it('has no columns where a head is missing', () => {
    const { table, text } = tableOf(
      [
        ['项目', '甲组', 'P'],
        ['早期', '5', '6', '0.4'],
      ],
      true,
    );
    const grid = ruledGrid(table, text);
    expect(grid.columns).toEqual([]);
    expect(grid.loose.map((cell) => cell.text)).toContain('6');
  });

  it('counts the columns that cells of rows above reach down to', () => {
    const { rows } = ruled([head, ['早期', '5', '6', { text: '0.4', rows: 2 }], ['晚期', '7', '8']]);
    expect(rows[1]).toEqual([['晚期'], ['7', '8', undefined], []]);
  });
});

describe('the grid of a table of which only the order is known', () => {
  const rows = [
    [['甲'], ['1', '2'], []],
    [['乙'], ['3', '4'], []],
  ];

  it('is the same whether a row or a cell has a line', () => {
    const expected = { columns: [['A组'], ['B组']], rows };
    expect(ordered(['项目 A组 B组', '甲 1 2', '乙 3 4'])).toEqual(expected);
    expect(ordered(['项目', 'A组', 'B组', '甲', '1', '2', '乙', '3', '4'])).toEqual(expected);
  });

  it('joins a name that was broken over lines, and keeps one with values of its own apart', () => {
    const { rows: read } = ordered(['项目 A组 B组', '甲乙', '丙', '1 2', '丁', '戊 3 4']);
    expect(read.map(([label]) => label)).toEqual([['甲乙丙'], ['丁'], ['戊']]);
  });

  it('shares out a second line of heads', () => {
    expect(ordered(['项目 A组 B组', '轻 重 轻 重', '甲 1 2 3 4', '乙 5 6 7 8']).columns).toEqual([
      ['A组', '轻'],
      ['A组', '重'],
      ['B组', '轻'],
      ['B组', '重'],
    ]);
  });

  it('leaves the values of a row that has fewer than there are columns without one', () => {
    expect(ordered(['项目 A组 B组', '甲 1 2', '乙 3', '丙 4 5']).rows[1]).toEqual([['乙'], [], ['3']]);
  });

  it('has no columns where the heads do not fit', () => {
    const { table, text } = tableOf(
      [
        ['项目', '某', '另'],
        ['甲', '1', '2', '3'],
        ['乙', '4', '5', '6'],
      ],
      false,
    );
    const grid = orderGrid(table, text, sense);
    expect(grid.columns).toEqual([]);
    expect(grid.loose.map((cell) => cell.text)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});

describe('a row with fewer values than columns', () => {
  const shape = (shares: readonly boolean[]) => ({ shares, sums: shares.map(() => false), armsArePlain: true });
  const cell = (text: string) => ({ text, span: { start: 0, end: text.length }, rows: 1 });
  const heads = ['甲组', '乙组', 'χ2', 'P'].map(cell);
  const roles = [undefined, undefined, 'statistic', 'p'] as const;
  const columns = heads.map((head, i) => ({ heads: [head], role: roles[i] }));
  const place = (values: readonly string[]) => {
    const { cells, loose } = placeShort(values.map(cell), { heads: [] }, columns, shape([false, false, false, false]));
    return { cells: cells.map((found) => found?.text), loose: loose.map(({ text }) => text) };
  };

  it.each([
    [['12(30.0)', '10(25.0)'], ['12(30.0)', '10(25.0)', undefined, undefined], []],
    [['12(30.0)', '10(25.0)', '<0.001'], ['12(30.0)', '10(25.0)', undefined, '<0.001'], []],
    [['12(30.0)', '10(25.0)', '0.412'], ['12(30.0)', '10(25.0)', undefined, undefined], ['0.412']],
    [['12(30.0)'], [undefined, undefined, undefined, undefined], ['12(30.0)']],
    [['0.412'], [undefined, undefined, undefined, '0.412'], []],
  ])('%j', (values, cells, loose) => {
    expect(place(values)).toEqual({ cells, loose });
  });

  it('of p values goes to the one set of columns that fits', () => {
    const outcomes = ['例数', 'CR', 'ORR(%)'].map((text, i) => ({
      heads: [cell(text)],
      role: i === 0 ? ('number' as const) : undefined,
    }));
    const shares = [false, false, true];
    const { cells } = placeShort([cell('0.04')], { heads: [], role: 'p' }, outcomes, shape(shares));
    expect(cells.map((found) => found?.text)).toEqual([undefined, undefined, '0.04']);
    expect(
      placeShort([cell('0.04')], { heads: [], role: 'p' }, outcomes, shape([false, false, false])).loose,
    ).toHaveLength(1);
  });
});

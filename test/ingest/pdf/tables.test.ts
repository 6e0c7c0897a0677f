import { describe, expect, it } from 'vitest';
import { repairSource } from '../../../pipeline/repair/index.js';
import { segment } from '../../../pipeline/segment/index.js';
import { linesAt, type Print } from './handmade-pdf.js';
import { readHandmade, rulebook } from './read-handmade.js';

const body = (top: number): Print[] =>
  linesAt(
    Array.from({ length: 8 }, () => '甲组患者的总缓解率高于乙组的患者差异有统计学意义而且不良反应也更少见因此值得推广'),
    60,
    top,
    11,
  );

/** Rows of cells at fixed places, smaller than the text. */
function table(rows: readonly (readonly string[])[], top: number, places = [60, 260, 380], pitch = 14): Print[] {
  return rows.flatMap((row, r) =>
    row.flatMap((text, c) => (text === '' ? [] : [{ text, x: places[c] as number, y: top - r * pitch, size: 8 }])),
  );
}

/** The tables of a PDF as rows of cells, as the segmentation sees them. */
async function tablesOf(...pages: readonly Print[][]): Promise<string[][][]> {
  const { source } = await readHandmade(pages);
  const document = repairSource(source, rulebook, () => {});
  return segment(document, rulebook).tables.map(({ rows }) =>
    rows.map((row) => row.map(({ span }) => document.text.slice(span.start, span.end))),
  );
}

const caption = (text: string, y: number): Print => ({ text, x: 200, y, size: 8 });
const head = ['指标', '甲组', '乙组'];

describe('tables', () => {
  it('are rows and columns by where their cells stand, with names of groups and empty cells', async () => {
    const rows = [head, ['性别', '', ''], ['男', '22', '18'], ['女', '', '24']];
    const note = { text: '注：女性只在乙组中统计。', x: 60, y: 520, size: 8 };
    const read = await tablesOf([...body(760), caption('表1 一般资料', 600), ...table(rows, 580), note, ...body(480)]);
    expect(read).toEqual([rows]);
  });

  it('have heads over several columns in each of these', async () => {
    const places = [60, 180, 260, 360, 440];
    const rows = [
      ['指标', '治疗前', '', '治疗后', ''],
      ['', '甲组', '乙组', '甲组', '乙组'],
      ['血钙', '2.1', '2.2', '2.3', '2.4'],
      ['血磷', '1.1', '1.2', '1.3', '1.4'],
    ];
    const [read] = await tablesOf([...body(760), caption('表1 血钙和血磷', 600), ...table(rows, 580, places)]);
    expect(read?.[0]).toEqual(['指标', '治疗前', '治疗前', '治疗后', '治疗后']);
    expect(read?.slice(1)).toEqual(rows.slice(1));
  });

  it('have cells that are broken over lines', async () => {
    // A row with a second line is taller by this line.
    const upper = table([head, ['非常好的部分', '23', '15'], ['缓解及以上', '', '']], 580, undefined, 10).map(
      (print) => (print.y === 580 ? { ...print, y: 590 } : print),
    );
    const lower = table(
      [
        ['部分缓解', '25', '26'],
        ['疾病稳定', '9', '17'],
      ],
      540,
      undefined,
      20,
    );
    const read = await tablesOf([...body(760), caption('表1 疗效', 610), ...upper, ...lower]);
    expect(read[0]?.[1]).toEqual(['非常好的部分缓解及以上', '23', '15']);
    expect(read[0]).toHaveLength(4);
  });

  it('go on on the next page, with or without a caption and heads of their own', async () => {
    const first = [head, ['恶心', '12', '15'], ['皮疹', '8', '2']];
    const second = [
      ['乏力', '5', '6'],
      ['便秘', '7', '9'],
    ];
    const whole = [[...first, ...second]];
    const opening = [...body(760), caption('表2 不良反应', 120), ...table(first, 100)];
    expect(await tablesOf(opening, [...table(second, 780), ...body(700)])).toEqual(whole);
    const again = [caption('续表2', 790), ...table([head, ...second], 770), ...body(680)];
    expect(await tablesOf(opening, again)).toEqual(whole);
  });

  it('keep rows that stand alike at the head of a page, and numbers beside each other', async () => {
    const first = [head, ['男', '男12', '男12'], ['皮疹', '8', '2']];
    const second = [
      ['', '男', '男'],
      ['', '117', '86'],
      ['便秘', '7', '9'],
    ];
    const opening = [...body(760), caption('表2 不良反应', 120), ...table(first, 100)];
    const [read] = await tablesOf(opening, [...table(second, 800), ...body(700)]);
    expect(read?.flat()).toEqual(expect.arrayContaining(['117', '86', '便秘']));
    expect(read?.flat().filter((cell) => cell === '男')).toHaveLength(3);
  });

  it('have the names of parts in a column of their own, which names over both hide', async () => {
    const rows = [
      ['性别/例', '男', '', '24(60)'],
      ['', '女', '', '16(40)'],
      ['', '', '骨髓中浆细胞的比例（百分数）', '31.20'],
      ['蛋白类型/例', 'IgG型', '', '21(52)'],
      ['', 'IgA型', '', '9(23)'],
      ['', '', '红细胞沉降率（毫米每小时）', '12.5'],
      ['', '', '既往接受化疗的线数（中位数）', '3(1)'],
    ];
    const read = await tablesOf([...body(760), caption('表1 基线', 600), ...table(rows, 580, [60, 150, 80, 380])]);
    expect(read[0]?.slice(0, 3)).toEqual([
      ['性别/例', '男', '24(60)'],
      ['', '女', '16(40)'],
      ['骨髓中浆细胞的比例(百分数)', '骨髓中浆细胞的比例(百分数)', '31.20'],
    ]);
  });

  it('have heads over two columns that go over two lines in the middle of these', async () => {
    const places = [60, 180, 240, 330, 390, 470];
    const upper: Print[] = [
      { text: '既往治疗的次', x: 194, y: 580, size: 8 },
      { text: '例数', x: 365, y: 575, size: 8 },
      { text: '数/次', x: 208, y: 570, size: 8 },
      { text: '指标', x: 60, y: 570, size: 8 },
    ];
    const rows = [
      ['', '甲组', '乙组', '甲组', '乙组', ''],
      ['张某[4]', '3', '2', '148', '147', '①'],
      ['李某[5]', '2', '2', '136', '139', '②'],
      ['王某[6]', '2', '3', '251', '177', '①'],
    ];
    const print = [...upper, ...table(rows, 556, places)];
    const [read] = await tablesOf([...body(760), caption('表1 纳入研究', 600), ...print, ...body(480)]);
    expect(read?.[0]?.slice(1, 5)).toEqual(['既往治疗的次数/次', '既往治疗的次数/次', '例数', '例数']);
    expect(read?.slice(1)).toEqual(rows);
  });

  it('have cells in which a value stands below the name that awaits it', async () => {
    const places = [60, 180, 260, 330, 390, 470];
    const cell = (text: string, x: number, y: number): Print => ({ text, x, y, size: 8 });
    const study = (name: string, y: number, [women, men]: readonly [string, string]): Print[] => [
      ...table([[name, '3', '2', '148', '', '147']], y, places),
      cell('女：', 390, y + 15),
      cell(women, 390, y + 6),
      cell('男：', 390, y - 4),
      cell(men, 390, y - 14.5),
    ];
    const heads = table([['作者', '甲', '乙', '丙', '性别', '丁']], 580, places);
    const studies = [...study('张某', 550, ['61', '87']), ...study('李某', 508, ['97', '64'])];
    const [read] = await tablesOf([...body(760), caption('表1 纳入研究', 600), ...heads, ...studies, ...body(440)]);
    expect(read?.map((row) => row[4])).toEqual(['性别', '女:61男:87', '女:97男:64']);
  });

  it('take no sentence that begins like a caption', async () => {
    const lines = linesAt(['差异有统计学意义，两组患者的各项结果见', '表1，其余结果相似。'], 60, 600, 11);
    expect(await tablesOf([...body(760), ...lines, ...body(560)])).toEqual([]);
  });
});

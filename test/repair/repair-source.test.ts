import { describe, expect, it } from 'vitest';
import { repairedDocument, repairedText } from './repaired.js';

/** Lines as wide as a journal's column, so that the repairs know what a full line is. */
const column = [
  '本组患者均在入院后完成各项检查并接受诱导化疗方',
  '案，随访至研究结束时仍有部分患者处于持续缓解状',
  '态，研究者据此认为该方案对老年患者同样安全并且',
];
const second = [
  '另一组患者在首次复发之后改用含新药的三药方案并',
  '按照体表面积计算剂量，治疗期间定期复查血常规和',
  '肝肾功能，出现严重感染时暂停给药并予以对症处理',
];
const third = [
  '对照组仅予口服激素和最佳支持治疗而不使用其他的',
  '抗肿瘤药物，两组在年龄、性别、分期以及既往治疗',
  '线数上均衡可比，失访者按最后一次随访的结果计算',
];

describe('lines', () => {
  it('of a paragraph become one, whatever separates them', () => {
    const joined = `${column.join('')}有效。`;
    for (const end of ['\n', '\r\n', ' \n\n', '\n \n']) {
      expect(repairedText(`${column.join(end)}${end}有效。`).replaceAll(',', '，')).toBe(joined);
    }
  });
  it('end a paragraph where one is short', () => {
    const text = [...column, '有效。', ...second, '可行。'].join('\n');
    expect(repairedText(text).split('\n')).toHaveLength(2);
  });
  it('are left alone in Markdown, where a line is a paragraph', () => {
    const paragraph = column.join('').repeat(3);
    expect(repairedText(`# 结果\n\n${paragraph}\n\n${paragraph}`).split('\n')).toHaveLength(3);
  });
  it('begin with headings of all kinds', () => {
    const start = [
      '摘要：观察新方案治疗老年患者的疗效以及安全性能',
      ...column,
      '均完成了全部的研究。',
      '1　资料与方法',
      '1.1 一般资料',
    ];
    const text = [...start, ...second, '结    果', ...third, '图 1 生存曲线'];
    const lines = repairedText(text.join('\n')).split('\n');
    expect(lines.filter((line) => line.length < 12)).toEqual(['1 资料与方法', '1.1 一般资料', '结果', '图1生存曲线']);
  });
  it('part a heading that runs in from its paragraph', () => {
    const text = [...column, '完成。', '2.1　甲试验　甲试验共纳入患者若干例并且随机分为两', ...second].join('\n');
    expect(repairedText(text).split('\n')[1]).toBe('2.1 甲试验');
  });
  it.each([
    ['hyphens', 'immuno-\nglobulin', 'immunoglobulin'],
    ['two words', 'very good\npartial response', 'very good partial response'],
    ['a known word', '用isatuximab治疗,再用isatu\nximab维持', '用isatuximab治疗,再用isatuximab维持'],
    ['abbreviations', '风险比( H\n\nR)及9\n5%CI', '风险比(HR)及95%CI'],
    ['numbers', 'P＜0.\n0001', 'P<0.0001'],
    ['signs', 'P≥0.\n\n10，以及CD3\n\n8', 'P≥0.10,以及CD38'],
    ['units', '血钙>2.75 mmol·\nL-1，', '血钙>2.75mmol·L-1,'],
    ['citations', '的异常分泌\n［1］\n，治疗', '的异常分泌[1],治疗'],
  ])('join %s', (_, text, expected) => {
    expect(repairedText(text)).toBe(expected);
  });
});

describe('characters and spaces', () => {
  it.each([
    ['full-width forms', '【摘要】　（ＣＲ：３％）', '[摘要](CR:3%)'],
    ['what stays', '“甲”、《乙》。10³与m²', '“甲”、《乙》。10³与m²'],
    ['spaced Han', '地 塞 米 松 与 M 蛋白', '地塞米松与M蛋白'],
    ['operators', 'P ＜0. 05，n = 32，≥ 2 个', 'P<0.05,n=32,≥2个'],
    ['units', '60 mg / m 2，每 28 d', '60mg/m2,每28d'],
    ['statistics', '若 I 2 ≤50%', '若I2≤50%'],
    ['digit groups', 'P=0.001 2，共 1 689 例', 'P=0.0012,共1689例'],
    ['days', 'd1 ~ d21', 'd1~d21'],
    ['Latin words', '检索 Cochrane Library 等', '检索Cochrane Library等'],
    ['neighbours', 'OR 1.86 与 HR 0.44', 'OR 1.86与HR 0.44'],
    ['radicals', '⽩⾎病与⻣髓', '白血病与骨髓'],
    ['italics', '犘＜0.05，犎犚=0.7，狀=120', 'P<0.05,HR=0.7,n=120'],
    ['a lost glyph', '减少； 常见的反应', '减少;最常见的反应'],
    ['no lost glyph', '最后减少； 常见的反应', '最后减少;常见的反应'],
    ['ranges', '3–5 个月，8∼10 年', '3-5个月,8~10年'],
  ])('%s', (_, text, expected) => {
    expect(repairedText(text)).toBe(expected);
  });
});

describe('formulas', () => {
  it.each([
    ['为 $6 5 . 3 \\%$ 和', '为65.3%和'],
    ['（ $P < 0 . 0 5$ ）', '(P<0.05)'],
    ['共 $8 \\sim 1 0$ 年，8\\~10年', '共8~10年,8~10年'],
    ['$2 0 0 ~ \\mathrm { m g / m } ^ { 2 }$', '200mg/m2'],
    ['（ $\\scriptstyle P = 0 . 2 9 3$ ）', '(P=0.293)'],
    ['( $scriptstyle \\scriptstyle { \\overbrace { n = 2 3 } }$ )', '(n=23)'],
    ['$\\textcircled{1}$ 甲', '①甲'],
    ['$2 9 \\% ^ { [ 2 ] }$ 。', '29%[2]。'],
    ['甲 $^ +$ 乙', '甲+乙'],
    ['$H R \\equiv 0 . 5 5$', 'HR=0.55'],
    ['$1 0 ^ { 9 } / \\mathrm { L }$', '10^9/L'],
    ['前 $\\operatorname { C R R + n C R R }$ 为', '前CRR+nCRR为'],
    ['照射 $8 \\sim$ （20$1 2 ~ \\mathrm { G y }$ 。', '照射8~12Gy。'],
    ['花费 $100 and $200', '花费$100 and $200'],
  ])('%s', (text, expected) => {
    expect(repairedText(text)).toBe(expected);
  });
  it('leave images as they are, and of HTML tables all but their characters and what stands for characters', () => {
    const table = '<table><tr><td>Age （岁）</td><td>＜60<sup>a</sup></td><td>1 0&plusmn;2</td></tr></table>';
    const text = repairedText(`甲。\n\n${table}\n\n![](a （1）.jpg)\n`);
    expect(text).toContain('<table><tr><td>Age (岁)</td><td><60a</td><td>1 0±2</td></tr></table>');
    expect(text).toContain('![](a （1）.jpg)');
  });

  it('mend formulas in the cells of HTML tables, each in its own cell', () => {
    const table =
      '<table><tr><td>$2 2 （ 6 9 . 5 \\% ）$</td><td>$ 5</td><td>1 $</td><td>$\\geq 3$级</td></tr></table>';
    const text = repairedText(`甲。\n\n${table}\n`);
    expect(text).toContain('<table><tr><td>22(69.5%)</td><td>$ 5</td><td>1 $</td><td>≥3级</td></tr></table>');
  });
});

describe('tables', () => {
  const table = [
    '表 1 患者的基线特征',
    '项目 数值',
    '年龄 60 . 00 ± 1 . 55',
    '男性 22 （69）',
    '血钙 2 . 17 （2 . 02，2 . 45）',
    '甲组 154 153 3 3',
  ];
  it('keep a row on a line and a space between cells', () => {
    const text = [...column, '完成。', ...table, ...second, '有效。'].join('\n');
    expect(repairedText(text).split('\n').slice(1, 7)).toEqual([
      '表 1 患者的基线特征',
      '项目 数值',
      '年龄 60.00±1.55',
      '男性 22(69)',
      '血钙 2.17(2.02,2.45)',
      '甲组 154 153 3 3',
    ]);
    expect(repairedText(text).split('\n')).toHaveLength(8);
  });
});

describe('pages', () => {
  it('lose their heads, and the paragraph around goes on', () => {
    const head = '某某临床药学杂志, 2020 年 3 月，第 12 卷 第 3 期·274·';
    const { document, messages } = repairedDocument([...column, head, ...second].join('\n\n'));
    expect(document.text).not.toContain('杂志');
    expect(document.text).not.toContain('\n');
    expect(messages.map((message) => message.ruleId)).toContain('lines.running-heads');
  });
  it('lose a line that comes back with another number each time', () => {
    const pages = [column, second, third].map((lines, page) =>
      [...lines, `某医师等新方案治疗复发患者的疗效 ${page + 12}`].join('\n'),
    );
    expect(repairedText(pages.join('\n'))).not.toContain('某医师');
  });
});

describe('two columns joined line by line', () => {
  const garble = Array.from({ length: 6 }, (_, i) => `${column[i % 3]} ${column[(i + 1) % 3]}`);
  it('are set aside with a warning, and nothing else is', () => {
    const { document, messages } = repairedDocument([...column, '完成。', ...garble, ...second, '有效。'].join('\n'));
    expect(messages.filter((message) => message.severity === 'warning')).toEqual([
      expect.objectContaining({
        ruleId: 'repair.set-aside-columns',
        reason: 'columns joined line by line; set aside',
        from: { line: 5, column: 1 },
        to: { line: 10, column: expect.any(Number) },
      }),
    ]);
    expect(document.text.split('有效。')[0]?.match(/本组患者/g)).toHaveLength(1);
  });
  it('are seen with a wide gap between them, too', () => {
    const wide = garble.map((line) => line.replace(' ', '      '));
    const { messages } = repairedDocument([...column, '完成。', ...wide, ...second, '有效。'].join('\n'));
    expect(messages.filter((message) => message.severity === 'warning')).toHaveLength(1);
  });
  it('are not seen in the rows of a table', () => {
    const rows = Array.from(
      { length: 8 },
      (_, i) => `不良反应的种类名称${i}                          观察组患者        ${i}（5.0）   对照组`,
    );
    expect(repairedDocument(rows.join('\n')).messages.every((message) => message.severity === 'info')).toBe(true);
  });
  it('are not seen in a few wide lines', () => {
    expect(
      repairedDocument(garble.slice(0, 3).join('\n')).messages.every((message) => message.severity === 'info'),
    ).toBe(true);
  });
});

it('reports every layer once, with its number of edits and the place of the first', () => {
  const { messages } = repairedDocument('甲。\n乙 ＜ 丙 ＜ 丁');
  expect(messages).toContainEqual({
    severity: 'info',
    ruleId: 'glyphs.punctuation',
    reason: '2 edits',
    path: 'test.txt',
    from: { line: 2, column: 3 },
  });
});

describe('a web page', () => {
  it('becomes lines of text, with its headings marked and its tables kept', () => {
    const page = [
      '<!DOCTYPE html><html><head><title>x</title><style>p{margin:0}</style></head><body>',
      '<h2>2 结果</h2><p>两组ORR<sup>[3]</sup>不同(P&lt;0.05)。</p>',
      '<table><tr><td>CR</td><td>5&nbsp;例</td></tr></table></body></html>',
    ].join('\n');
    expect(repairedText(page).trim().split(/\n+/u)).toEqual([
      '# 2结果',
      '两组ORR[3]不同(P<0.05)。',
      '<table><tr><td>CR</td><td>5</td></tr></table>',
    ]);
  });

  it('is none for want of the tags of one', () => {
    expect(repairedText('甲<br>乙。').trim()).toBe('甲<br>乙。');
  });
});

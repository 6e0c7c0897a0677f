import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

const drugsOf = (text: string) => Object.values(armsOf(text));

describe('arms that are compared', () => {
  it.each([
    ['比较了替雷利珠单抗联合仑伐替尼与多纳非尼', [['tislelizumab', 'lenvatinib'], ['donafenib']]],
    ['比较了多纳非尼与替雷利珠单抗联合仑伐替尼', [['donafenib'], ['tislelizumab', 'lenvatinib']]],
    [
      '对比多西他赛联合奈达铂和替吉奥与奈达铂联合替吉奥',
      [
        ['docetaxel', 'nedaplatin', 'S-1'],
        ['nedaplatin', 'S-1'],
      ],
    ],
    [
      '比较了替雷利珠单抗联合白蛋白紫杉醇和奈达铂与伊立替康',
      [['tislelizumab', 'nab-paclitaxel', 'nedaplatin'], ['irinotecan']],
    ],
    [
      '评估了特瑞普利单抗联合培美曲塞和奈达铂对比安慰剂联合奈达铂',
      [
        ['toripalimab', 'pemetrexed', 'nedaplatin'],
        ['placebo', 'nedaplatin'],
      ],
    ],
    ['对比了特瑞普利单抗联合化疗与单纯化疗', [['toripalimab', 'chemotherapy'], ['chemotherapy']]],
    ['比较了阿美替尼与一代EGFR-TKI', [['aumolertinib'], ['EGFR-TKI']]],
  ])('are the two sides of what a study compared: %s', (compared, drugs) => {
    const text = `某研究[6]${compared}一线治疗晚期患者的疗效,两组ORR分别为41.3%和29.6%。`;
    expect(drugsOf(text)).toEqual(drugs);
  });

  it('are the two sides of what is said to be compared behind them', () => {
    const text = '某研究[6]将替雷利珠单抗联合仑伐替尼与多纳非尼联合TACE相比,ORR分别为41.3%和29.6%。';
    expect(drugsOf(text)).toEqual([
      ['tislelizumab', 'lenvatinib'],
      ['donafenib', 'TACE'],
    ]);
  });

  it('may be compared with all of a combination', () => {
    const text = '某研究[6]显示,与奈达铂联合替吉奥和伊立替康相比,替雷利珠单抗的ORR更高(41.3% vs 29.6%)。';
    expect(drugsOf(text)).toContainEqual(['nedaplatin', 'S-1', 'irinotecan']);
  });

  it('are a drug and the class that it surpassed, unless a drug of the class is named', () => {
    const told = (other: string) => `一项研究[6]显示,恩沙替尼较${other}显著延长中位PFS(26.1个月 vs 12.4个月)。`;
    expect(drugsOf(told('标准ALK-TKI'))).toEqual([['ensartinib'], ['ALK-TKI']]);
    expect(drugsOf(told('ALK-TKI克唑替尼'))).not.toContainEqual(['ALK-TKI']);
  });

  it('are no kinds of treatment that are both part of what the patients got', () => {
    const text = '某研究[6]用RVD方案诱导,比较ASCT与化疗巩固的差异。49例患者完成RVD后ORR为79.6%。';
    expect(Object.keys(armsOf(text))).toEqual(['RVD']);
  });

  it('begin anew with the name of a group behind a comma', () => {
    const text = '某研究[6]中,试验组口服阿帕替尼,多纳非尼组中位OS为10.9个月,阿帕替尼组为9.1个月。';
    expect(drugsOf(text)).toEqual(expect.arrayContaining([['donafenib'], ['apatinib']]));
  });
});

describe('arms by their part and by their drug', () => {
  it('are one where only one part is left', () => {
    const text =
      '某研究[6]中,试验组接受替雷利珠单抗联合仑伐替尼,对照组接受多纳非尼。替雷利珠单抗组ORR为41.3%,而多纳非尼组为29.6%。';
    expect(armsOf(text)).toEqual({ 替雷利珠单抗: ['tislelizumab', 'lenvatinib'], 多纳非尼: ['donafenib'] });
  });

  it('got what the text says of those who got a placebo, too', () => {
    const text =
      '某研究[6]中,试验组接受替雷利珠单抗联合化疗,安慰剂组接受安慰剂联合化疗。试验组ORR为41.3%,安慰剂组为29.6%。';
    expect(armsOf(text)).toMatchObject({ 安慰剂组: ['placebo', 'chemotherapy'] });
  });

  it('are not called by a word of contrast before their name', () => {
    const text = '某研究[6]中,放疗组OS为9.6个月,而手术组为18.2个月;放疗组PFS为5.1个月,而手术组为8.8个月。';
    expect(Object.keys(armsOf(text)).every((label) => !label.startsWith('而'))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

const drugsOf = (text: string) => Object.values(armsOf(text));

describe('arms that are compared', () => {
  it.each([
    ['比较了替雷利珠单抗联合仑伐替尼与多纳非尼', [['tislelizumab', 'lenvatinib'], ['donafenib']]],
    ['比较了多纳非尼与替雷利珠单抗联合仑伐替尼', [['donafenib'], ['tislelizumab', 'lenvatinib']]],
    [
      '对比多西他赛联合奈达铂和替吉奥与奈达铂联合替吉奥',
      [
        ['docetaxel', 'nedaplatin', 'tegafur-gimeracil-oteracil'],
        ['nedaplatin', 'tegafur-gimeracil-oteracil'],
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
    [
      '比较了替雷利珠单抗联合仑伐替尼与多纳非尼和TACE',
      [
        ['tislelizumab', 'lenvatinib'],
        ['donafenib', 'TACE'],
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

  it('are those that are compared, and no control that is told of alone', () => {
    const told = (got: string) =>
      armsOf(`某研究[6]的对照组${got}。结果显示恩沙替尼对比培美曲塞的PFS延长2.1个月(8.7 vs 6.6个月)。`);
    for (const got of ['接受化疗', '为研究者选择的化疗', '另行讨论'])
      expect(told(got)).toEqual({ 恩沙替尼: ['ensartinib'], 培美曲塞: ['pemetrexed'] });
  });

  it.each(['对照组', '而对照组仅', '对照组化疗的中位PFS', '安慰剂对照组'])(
    'are a drug and %s, which has a value of its own',
    (other) => {
      const text = `一项研究[4]中,恩沙替尼的中位PFS为25.8个月,${other}为12.7个月。`;
      const arms = armsOf(text);
      expect(Object.keys(arms)).toHaveLength(2);
      expect(arms.恩沙替尼).toEqual(['ensartinib']);
      const values = trialsOf(text)[0]?.outcomes?.[0]?.values?.map(({ arm }) => arm);
      expect(new Set(values).size).toBe(2);
    },
  );

  it('do not take the value of a control that is none of them', () => {
    const text = '一项研究[4]的对照组采用培美曲塞,ORR为20%。恩沙替尼联合贝伐珠单抗的ORR为40%。';
    const values = trialsOf(text)[0]?.outcomes?.flatMap(({ values: told = [] }) => told.map(({ value }) => value));
    expect(values).toEqual([40]);
  });

  it('got a placebo, of which 治疗 is no part', () => {
    expect(armsOf('某研究[6]评估了瑞戈非尼对比安慰剂治疗胃癌的疗效,中位PFS为3.4个月和1.1个月。')).toHaveProperty(
      '安慰剂',
    );
  });

  it('may be compared with all of a combination', () => {
    const text = '某研究[6]显示,与奈达铂联合替吉奥和伊立替康相比,替雷利珠单抗的ORR更高(41.3% vs 29.6%)。';
    expect(drugsOf(text)).toContainEqual(['nedaplatin', 'tegafur-gimeracil-oteracil', 'irinotecan']);
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

  it('are none of the regimens one of which the patients had had before', () => {
    const text =
      'LUNARIS研究[6]在R-CHOP14或R-CHOP21治疗后达到CR的患者中比较来那度胺与安慰剂。49例接受随机分组(LEN组22例,PBO组27例)。LEN组中位PFS未达到,PBO组为21.4个月。';
    expect(Object.keys(armsOf(text))).toEqual(['LEN', 'PBO']);
  });

  it('got all of what their part is said to have got, against a placebo, too', () => {
    const text =
      '某研究[6]中,试验组接受替雷利珠单抗联合化疗,对照组接受安慰剂联合化疗。替雷利珠单抗组ORR为41.3%,而安慰剂组为29.6%。';
    expect(armsOf(text)).toMatchObject({ 替雷利珠单抗: ['tislelizumab', 'chemotherapy'] });
  });

  it('are not called by a word of contrast before their name', () => {
    const text = '某研究[6]中,放疗组OS为9.6个月,而手术组为18.2个月;放疗组PFS为5.1个月,而手术组为8.8个月。';
    expect(Object.keys(armsOf(text)).every((label) => !label.startsWith('而'))).toBe(true);
  });
});

describe('arms that each have a number of their own', () => {
  it.each([
    [
      '替雷利珠单抗序贯TCbHP方案的pCR率达58.6%,而ddEC-THP方案的pCR率为47.1%',
      ['tislelizumab', 'docetaxel', 'carboplatin', 'trastuzumab', 'pertuzumab'],
      ['epirubicin', 'cyclophosphamide', 'docetaxel', 'trastuzumab', 'pertuzumab'],
    ],
    ['接受阿美替尼治疗的患者中位OS为33.8个月,接受厄洛替尼治疗的患者中位OS为27.1个月', ['aumolertinib'], ['erlotinib']],
    ['阿美替尼治疗的患者中位OS为33.8个月,而厄洛替尼组患者为27.1个月', ['aumolertinib'], ['erlotinib']],
    ['多纳非尼的手足综合征发生率为48.3%,仑伐替尼的手足综合征发生率为24.4%', ['donafenib'], ['lenvatinib']],
    ['多西他赛的ORR为14.1%,多西他赛联合雷莫西尤单抗的ORR为22.7%', ['docetaxel'], ['docetaxel', 'ramucirumab']],
  ])('are the treatments before one measure: %s', (told, one, other) => {
    expect(new Set(drugsOf(`某研究[6]中,${told}。`).map((drugs) => drugs.join('+')))).toEqual(
      new Set([one.join('+'), other.join('+')]),
    );
  });

  it('are no treatments whose numbers are of different measures', () => {
    const text = '某研究[6]中,阿帕替尼的ORR为21.3%,多西他赛的疾病控制率为48.8%。';
    expect(drugsOf(text)).toEqual([['apatinib']]);
  });
});

describe('letters of regimens', () => {
  it.each([
    ['ddEC-THP组与TCbHP-AC组', ['ddEC-THP', 'TCbHP-AC']],
    ['BR+伊布替尼组与BR+安慰剂组', ['BR+伊布替尼', 'BR+安慰剂']],
    ['度伐利尤单抗+GC组与安慰剂+GC组', ['度伐利尤单抗+GC', '安慰剂+GC']],
    ['厄洛替尼组与吉西他滨单药治疗组', ['厄洛替尼', '吉西他滨单药治疗组']],
    ['ddXY-ABC组与XY-ABC组', ['ddXY-ABC', 'XY-ABC']],
  ])('name arms by all that is printed: %s', (named, labels) => {
    expect(Object.keys(armsOf(`某研究[6]中,${named}的ORR分别为41.3%和29.6%。`))).toEqual(labels);
  });

  it('are what they mean beside hormones', () => {
    const text = '某研究[6]中,阿贝西利+AI组和阿贝西利+ET组的ORR分别为41.3%和29.6%。';
    expect(drugsOf(text)).toEqual([
      ['abemaciclib', 'aromatase inhibitor'],
      ['abemaciclib', 'endocrine therapy'],
    ]);
  });

  it('are two regimens one behind the other where both are known', () => {
    const [arm = []] = drugsOf('某研究[6]纳入60例患者,接受TCbHP-AC方案治疗,pCR率为47.7%。');
    expect(arm).toEqual(['docetaxel', 'carboplatin', 'trastuzumab', 'pertuzumab', 'doxorubicin', 'cyclophosphamide']);
  });

  it('stand for what the article says in a combination, too', () => {
    const text =
      '某研究[6]中,替雷利珠单抗序贯TP方案(白蛋白紫杉醇、奈达铂)组的ORR为41.3%,替雷利珠单抗序贯TP组均完成治疗,化疗组为29.6%。';
    expect(drugsOf(text)[0]).toEqual(['tislelizumab', 'nab-paclitaxel', 'nedaplatin']);
  });

  it.each(['同步放化疗的OS较单纯放疗延长(31个月 vs 24个月)', '同步放化疗者的3年OS率显著高于单纯放疗(42% vs 31%)'])(
    'are treatments of which one exceeds the other by a measure: %s',
    (told) => {
      const text = `一项研究[4]显示,${told}。`;
      expect(Object.keys(armsOf(text))).toEqual(['同步放化疗', '单纯放疗']);
      expect(Object.keys(armsOf(text.replace('较', '和').replace('显著高于', '和')))).not.toHaveLength(2);
    },
  );
});

describe('treatments of which each patient got one', () => {
  it('are no treatment together, whatever kinds they are of', () => {
    const text = '回顾性分析92例复发宫颈癌患者,复发后接受手术、放疗或化疗。结果 2年OS率为38.0%。';
    expect(armsOf(text)).toEqual({});
  });

  it('are the arms where those who got one fared better than those who got the other', () => {
    const text =
      '回顾性分析92例肝癌患者的资料。结果 接受HAIC治疗的患者2年OS率高于接受TACE治疗者(42.0%比28.6%,P=0.03)。';
    expect(armsOf(text)).toEqual({ HAIC: ['HAIC'], TACE: ['TACE'] });
  });

  it('are the arms where a list has a number for each, be they known by their kind alone', () => {
    const text =
      '回顾性分析73例老年胶质瘤患者的资料。结果 同步放化疗与单纯放疗患者中位OS分别为21.5个月和12.0个月(P=0.04)。';
    expect(armsOf(text)).toEqual({ 同步放化疗: ['radiotherapy', 'chemotherapy'], 单纯放疗: ['radiotherapy'] });
    const those = '回顾性分析73例肝癌患者的资料。结果 手术切除者和消融治疗者的5年OS率分别为44.0%和39.2%(P=0.45)。';
    expect(armsOf(those)).toEqual({ 手术切除: ['surgery'], 消融治疗: ['ablation'] });
  });

  it('are none of all patients where those who got it only fared better', () => {
    const text =
      '回顾性分析92例肝癌患者的资料。结果 接受手术切除者2年OS率高于接受TACE、消融或对症处理者(P=0.03)。中位OS为21个月。';
    expect(armsOf(text)).toEqual({});
  });

  it('may be a class of treatment that says what was given, and a technique', () => {
    const arms = armsOf('某研究[7]比较同步放化疗与手术,5年OS率分别为31.2%和28.4%。');
    expect(arms).toEqual({ 同步放化疗: ['radiotherapy', 'chemotherapy'], 手术: ['surgery'] });
  });
});

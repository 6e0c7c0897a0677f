import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

describe('arms that are called by doses alone', () => {
  it('got the drug right before one of the doses', () => {
    const text = '方法 对比卡铂和多西他赛。随机分为多西他赛75mg/m2组和100mg/m2组。结果 ORR分别为38.0%和44.0%。';
    expect(Object.values(armsOf(text))).toEqual([['docetaxel'], ['docetaxel']]);
  });

  it('got the only drug that is named', () => {
    const text = '方法 72例患者接受伊马替尼治疗。结果 400mg组ORR为51.0%,600mg组为56.0%。';
    expect(Object.values(armsOf(text))).toEqual([['imatinib'], ['imatinib']]);
  });

  it('got none that is known where two drugs are named, neither before a dose', () => {
    const text = '方法 72例患者接受伊马替尼治疗,部分联用干扰素。结果 400mg组ORR为51.0%,600mg组为56.0%。';
    expect(Object.values(armsOf(text))).toEqual([[], []]);
  });
});

describe('patients who took one dose or another', () => {
  it.each([
    [
      '一项达雷妥尤单抗研究[3]评估了在16mg/kg(n=41)和8mg/kg(n=29)两个剂量组的疗效,ORR分别为34.1%和10.3%。',
      { '16mg/kg': ['daratumumab'], '8mg/kg': ['daratumumab'] },
    ],
    [
      '一项teclistamab研究[8]中,接受0.8mg/kg治疗的患者ORR为72.0%,接受0.4mg/kg治疗者为68.0%。',
      { '0.8mg/kg': ['teclistamab'], '0.4mg/kg': ['teclistamab'] },
    ],
    [
      '一项ide-cel研究[9]中,输注4.5×10^8个细胞的患者ORR为79.2%,输注3×10^8个细胞者为69.1%。',
      { '4.5×10^8个细胞': ['idecabtagene vicleucel'], '3×10^8个细胞': ['idecabtagene vicleucel'] },
    ],
    [
      '一项研究[4]中,达雷妥尤单抗8mg/kg(n=31)和16mg/kg(n=43)的ORR分别为9.7%和34.9%。',
      { '达雷妥尤单抗8mg/kg': ['daratumumab'], '16mg/kg': ['daratumumab'] },
    ],
  ])('are arms that got the drug: %s', (text, arms) => {
    expect(armsOf(text)).toEqual(arms);
  });

  it('are no arms where one dose alone is told', () => {
    const text = '一项达雷妥尤单抗研究[3]中,接受16mg/kg治疗的患者ORR为34.1%。';
    expect(Object.keys(armsOf(text))).toEqual(['达雷妥尤单抗']);
  });

  it('got none that is known beside an arm of another kind', () => {
    const text = '一项研究[4]中,达雷妥尤单抗8mg/kg组、16mg/kg组和安慰剂组的ORR分别为9.7%、34.9%和3.1%。';
    expect(armsOf(text)['16mg/kg']).toEqual([]);
  });
});

describe('arms of one drug in two doses beside a placebo', () => {
  it.each([
    [
      '随机分为来那度胺5mg组(n=41)、来那度胺15mg组(n=43)和安慰剂组(n=40)',
      ['来那度胺5mg组', '来那度胺15mg组', '安慰剂组'],
    ],
    [
      '随机分为5mg来那度胺组(n=41)、15 mg来那度胺组(n=43)和安慰剂组(n=40)',
      ['5mg来那度胺组', '15mg来那度胺组', '安慰剂组'],
    ],
    ['随机接受5mg来那度胺(n=41)、15mg来那度胺(n=43)或安慰剂(n=40)', ['5mg来那度胺', '15mg来那度胺', '安慰剂']],
  ])('are three: %s', (way, labels) => {
    expect(Object.keys(armsOf(`方法 124例患者${way}。结果 ORR分别为22.0%、37.2%和10.0%。`))).toEqual(labels);
  });

  it.each(['5mg来那度胺组和15mg来那度胺组', '来那度胺5mg组和来那度胺15mg组'])(
    'go by their doses alone, too: %s',
    (groups) => {
      const text = `方法 84例患者随机分为${groups}。结果 15mg组贫血发生率为37.2%,5mg组为22.0%。`;
      expect(Object.values(armsOf(text))).toEqual([['lenalidomide'], ['lenalidomide']]);
    },
  );

  it('are no arms where the dose is that of a drug added to others', () => {
    const text = '结果 R-CHOP联合25mg来那度胺组的ORR为80.0%,R-CHOP组为70.0%。';
    expect(Object.keys(armsOf(text))).toEqual(['R-CHOP+来那度胺', 'R-CHOP']);
  });
});

describe('what is told behind the name of a group', () => {
  it('is not what it got where those who got it are the next group', () => {
    const text = '方法 单纯化疗的38例为对照组,联合贝伐珠单抗化疗的42例为观察组。结果 观察组ORR为45.2%,对照组为23.7%。';
    expect(armsOf(text).对照).not.toContain('bevacizumab');
  });
});

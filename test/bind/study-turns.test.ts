import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const named = (text: string) => trialsOf(text).map(({ id }) => id);

describe('a study', () => {
  it('is the same by the short name that a bracket gives it', () => {
    const text =
      'LUNARIS-Lung05(LL05)研究显示,赛沃替尼组ORR为41.2%,化疗组为29.6%。LL05研究中赛沃替尼组皮疹发生率为18.7%。';
    expect(named(text)).toEqual(['LUNARIS-Lung05']);
  });

  it('is another one where a text that tells of others comes to another drug, unless only what befell patients is told', () => {
    const told = '恩沙替尼是常用药物之一。一项临床试验显示,总体ORR为13.1%。\n';
    expect(named(`${told}吉非替尼同样出色,ORR达到25.1%。阿来替尼的ORR为42.4%。`)).toHaveLength(3);
    expect(named(`${told}地塞米松预处理后皮疹发生率为25.1%。`)).toHaveLength(1);
    expect(named('58例患者接受恩沙替尼,ORR为13.1%。吉非替尼的ORR为25.1%。')).toEqual(['own']);
  });

  it('may be called by its registry number alone', () => {
    const text = '病例最多的是NCT01234567的II期临床,中位PFS为4.4月。I期临床研究NCT07654321的ORR为52.9%。';
    expect(trialsOf(text).map(({ registry }) => registry)).toEqual([['NCT01234567'], ['NCT07654321']]);
  });

  it('describes those who met its criteria', () => {
    const text = '目的 观察恩沙替尼的疗效。方法 口服恩沙替尼。结果 共62例患者(女性:41%)符合研究纳入标准。';
    expect(trialsOf(text)[0]?.population?.size?.value).toBe(62);
  });

  it('goes on to be called by its name alone, and in another paper', () => {
    const told = 'LUNARIS研究[3]中,吉非替尼组ORR为61.2%。';
    expect(named(`${told}次年公布了LUNARIS的随访结果[4],吉非替尼组DCR为84.7%。`)).toEqual(['LUNARIS']);
    expect(named(`${told}次年公布了LUNARIS2的随访结果[4],吉非替尼组DCR为84.7%。`)).toHaveLength(2);
    expect(named(`# 1 疗效\n\n${told}\n\n# 2 安全性\n\nLUNARIS研究[4]中,吉非替尼组皮疹发生率为31.3%。`)).toEqual([
      'LUNARIS',
    ]);
    const another = 'VEGALIS研究中,仑伐替尼的ORR为24.1%,';
    expect(named(`${told}${another}高于LUNARIS中吉非替尼的结果。DCR为70.3%。`)).toEqual(['LUNARIS', 'VEGALIS']);
    const [, second] = trialsOf(`${told}${another}高于LUNARIS中吉非替尼的结果。DCR为70.3%。`);
    expect(second?.outcomes?.map(({ measure }) => measure)).toEqual(['ORR', 'DCR']);
  });

  it('has its heading for itself in each section with results of it', () => {
    const told = '# 1 VEGALIS试验\n\nVEGALIS试验旨在评估仑伐替尼。\n\n## 1.1 仑伐替尼联合依维莫司\n\n';
    const text = `${told}在VEGALIS中,40例接受仑伐替尼联合依维莫司,ORR为43%。一项阿昔替尼的研究[2]显示ORR仅为22%。`;
    const other = trialsOf(text).find(({ id }) => id === 'ref-2');
    expect(other?.arms?.flatMap(({ drugs = [] }) => drugs.map(({ name }) => name))).toEqual(['axitinib']);
  });

  it.each([
    '在LUNARIS研究的基础上,VEGA-2研究中',
    '继LUNARIS研究之后,VEGA-2研究显示',
    '在LUNARIS研究获得成功后,VEGA-2研究证实',
  ])('is the one that followed another: %s', (told) => {
    expect(named(`${told}赛沃替尼组的ORR为41.2%,化疗组为29.6%。`)).toEqual(['VEGA-2']);
  });

  it('is the first that is named where the second is only beside it', () => {
    expect(named('在LUNARIS研究中,与VEGA-2研究相比,赛沃替尼组的ORR为41.2%。')[0]).toBe('LUNARIS');
  });

  it.each(['本研究结果显示', '本次研究结果表明', '本研究中', '我们的研究结果提示'])(
    'of others ends where the article comes back to its own: %s',
    (turn) => {
      const text = `目的 观察伊立替康联合恩度的疗效。方法 62例患者分为观察组和对照组,各31例。结果 观察组中位PFS为5.6个月,对照组为4.4个月。\n\n# 讨论\n\nWeber等[7]的研究中,恩度组和安慰剂组中位OS分别为6.3个月和4.9个月。${turn},观察组中位PFS为5.6个月,长于对照组的4.4个月。`;
      const other = trialsOf(text).find(({ id }) => id === 'ref-7');
      expect(other?.outcomes?.map(({ measure }) => measure)).toEqual(['OS']);
    },
  );

  it('of its own is what an article tells of under 一、资料与方法 and 二、结果, though it cites others', () => {
    const text =
      '观察伊立替康联合恩度的疗效\n\n一、资料与方法\n\n1.一般资料:62例患者分为观察组(n=31)和对照组(n=31)。\n\n二、结果\n\n1.近期疗效:观察组和对照组ORR分别为45.2%和29.0%。\n\n三、讨论\n\nWeber等[7]的研究中,恩度组和安慰剂组中位OS分别为6.3个月和4.9个月。';
    const own = trialsOf(text).find(({ id }) => id === 'own');
    expect(own?.outcomes?.map(({ measure }) => measure)).toEqual(['ORR']);
  });

  const report =
    '近日,某药监局批准泊马度胺联合地塞米松用于骨髓瘤。\n该批准基于一项单臂Ⅱ期研究,74例患者接受泊马度胺治疗。';

  it('goes on in the next paragraph where the text has told of no other', () => {
    expect(named(`${report}\n试验结果显示,ORR为38.2%。\n贫血发生率为21.6%。`)).toHaveLength(1);
    expect(named(`ORR为20.3%的甲药令人失望。\n一项研究中74例患者接受泊马度胺治疗。\n贫血发生率为21.6%。`)).toHaveLength(
      2,
    );
  });

  it('that an approval rests on tried what was approved', () => {
    const drugs = (text: string) => trialsOf(text)[0]?.arms?.[0]?.drugs?.map(({ name }) => name);
    expect(drugs(`${report}ORR为38.2%。`)).toEqual(['pomalidomide', 'dexamethasone']);
    expect(drugs(`${report.replace('该批准基于', '此前')}ORR为38.2%。`)).toEqual(['pomalidomide']);
  });

  it('is none where many are told of, and another one where one is told of by its design', () => {
    const told = '一项研究显示,吉非替尼的DCR为71.4%。';
    const many = `${told}大量临床研究证实,吉非替尼的ORR为20%~30%。`;
    expect(trialsOf(many)[0]?.outcomes?.map(({ measure }) => measure)).toEqual(['DCR']);
    expect(named(`${told}日本的一组小样本研究中,吉非替尼的ORR为23.8%。`)).toHaveLength(2);
  });
});

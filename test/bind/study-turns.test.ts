import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const named = (text: string) => trialsOf(text).map(({ id }) => id);

describe('a study', () => {
  it('is the same by the short name that a bracket gives it', () => {
    const text =
      'LUNARIS-Lung05(LL05)研究显示,赛沃替尼组ORR为41.2%,化疗组为29.6%。LL05研究中赛沃替尼组皮疹发生率为18.7%。';
    expect(named(text)).toEqual(['LUNARIS-Lung05']);
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
});

import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

const measuresOf = (text: string) =>
  trialsOf(text).flatMap(({ outcomes = [] }) => outcomes.map(({ measure }) => measure));

describe('effects in words that no measure has', () => {
  it('are of what stands right before their bracket, and not of the measure before that', () => {
    const text =
      'Meta分析显示,试验组近期有效率[RR=1.31,95%CI(1.12,1.52),P<0.001]、功能状态(KPS)评分提高率[RR=1.77,95%CI(1.51,2.02),P=0.003]更高。';
    expect(measuresOf(text)).toEqual(['ORR', '功能状态(KPS)评分提高率']);
  });

  it('are of a level with its gloss', () => {
    const text = 'Meta分析显示,试验组白介素(IL)-6水平[WMD=-4.12,95%CI(-6.2,-2.1),P=0.01]低于对照组。';
    expect(measuresOf(text)).toEqual(['白介素(IL)-6']);
  });
});

describe('arms of pooled studies', () => {
  it('are the group that another one is said to be lower or higher than', () => {
    const text =
      '目的 Meta分析中西医结合与单纯西医的疗效。结果 恶心OR=0.61(P=0.02),提示中西医结合治疗组低于单纯西药组;腹泻OR=0.57(P=0.01),提示中西医结合治疗组低于单纯西药组。';
    expect(Object.keys(armsOf(text))).toEqual(['中西医结合治疗', '单纯西药组']);
  });

  it('are of the class of drugs that all patients got', () => {
    const told = (given: string) => `一项Meta分析[4]分析了9 310例患者,${given},肺炎发生率为2.9%。`;
    expect(Object.keys(armsOf(told('均使用单药PD-1抑制剂治疗')))).toEqual(['PD-1抑制剂']);
    expect(armsOf(told('既往未使用PD-1抑制剂治疗'))).toEqual({});
  });
});

it('what patients had progressed on or did not tolerate is no arm', () => {
  const text = '一项研究中,41例对伊马替尼进展或不耐受的患者接受舒尼替尼37.5mg治疗,ORR为12.2%。';
  expect(armsOf(text)).toEqual({ 舒尼替尼: ['sunitinib'] });
});

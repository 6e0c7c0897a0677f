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

describe('what is told behind the name of a group', () => {
  it('is not what it got where those who got it are the next group', () => {
    const text = '方法 单纯化疗的38例为对照组,联合贝伐珠单抗化疗的42例为观察组。结果 观察组ORR为45.2%,对照组为23.7%。';
    expect(armsOf(text).对照).not.toContain('bevacizumab');
  });
});

import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

const told = (first: string, second: string) => `结果 ${first}ORR为61.5%,${second}为40.3%。结论 有效。`;

describe('groups that are called by a letter and by their part in the study', () => {
  it.each([
    ['A组为治疗组,采用放疗加热疗,B组为对照组,单纯放疗。', '治疗组', '对照'],
    ['A组为对照组,单纯放疗;B组为治疗组,采用放疗加热疗。', '治疗组', '对照'],
    ['Ⅰ组为观察组,行放疗加热疗;Ⅱ组为对照组,仅行放疗。', '观察组', '对照'],
  ])('go by their part where the results do: %s', (methods, tried, control) => {
    const arms = armsOf(`方法 70例喉癌患者分为两组,各35例。${methods}${told(tried, '对照组')}`);
    expect(arms[tried]).toEqual(['radiotherapy', 'hyperthermia']);
    expect(arms[control]).toEqual(['radiotherapy']);
  });

  it('go by their letters where the results do', () => {
    const arms = armsOf(
      `方法 70例喉癌患者分为两组。A组为观察组,放疗加热疗;B组为对照组,单纯放疗。${told('A组', 'B组')}`,
    );
    expect(arms).toEqual({ A: ['radiotherapy', 'hyperthermia'], B: ['radiotherapy'] });
  });

  it('get nothing that only a list of groups sets beside them', () => {
    const arms = armsOf(`方法 70例喉癌患者分为对照组,放疗组和热疗组。${told('放疗组', '热疗组')}`);
    expect(arms.对照组 ?? arms.对照 ?? []).toEqual([]);
  });

  it('get nothing that they are only said to fall short of', () => {
    const arms = armsOf(
      `方法 70例喉癌患者分为治疗组和对照组,治疗组采用热疗。${told('治疗组', '对照组')}对照组不及放疗。`,
    );
    expect(arms.对照组 ?? arms.对照 ?? []).toEqual([]);
  });

  it('are one by the name that they were introduced by, with their size or without', () => {
    const text = '85例结肠癌患者分为联合治疗组(n=43)和单药治疗组(n=42)。单药治疗组采用卡培他滨治疗。';
    expect(armsOf(text).单药治疗组).toEqual(['capecitabine']);
    expect(Object.keys(armsOf(text))).toEqual(['联合治疗组', '单药治疗组']);
  });

  it('get what the counted patients got who are put into them', () => {
    const arms = armsOf(`方法 其中35例放疗患者列入A组,35例放疗加热疗患者列入B组。${told('B组', 'A组')}`);
    expect(arms).toEqual({ A: ['radiotherapy'], B: ['radiotherapy', 'hyperthermia'] });
  });
});

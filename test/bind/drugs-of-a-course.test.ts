import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

describe('the drugs of a course of treatments', () => {
  it.each([
    ['采用多西他赛+洛铂诱导化疗加放疗(诱导组)52例', ['docetaxel', 'lobaplatin', 'radiotherapy']],
    ['采用吉西他滨联合洛铂诱导化疗后放疗(诱导组)52例', ['gemcitabine', 'lobaplatin', 'radiotherapy']],
    ['采用洛铂同期放化疗(诱导组)52例', ['lobaplatin', 'radiotherapy']],
    ['采用同期放化疗(诱导组)52例', ['radiotherapy', 'chemotherapy']],
  ])('are named where the words for chemotherapy behind them are not: %s', (first, drugs) => {
    const text = `方法 收集鼻咽癌106例,其中${first},单纯放疗(放疗组)54例。结果 诱导组和放疗组5年OS率分别为78.8%和72.2%。结论 有效。`;
    expect(armsOf(text).诱导组).toEqual(drugs);
  });

  it.each([
    ['其中接受手术加放疗者52例,为联合组;接受单纯手术者54例,为单一组。', ['surgery', 'radiotherapy']],
    ['接受手术加放疗的52例患者设为联合组,接受单纯手术的54例患者设为单一组。', ['surgery', 'radiotherapy']],
    ['行手术加放疗治疗的52例食管癌患者(联合组)和行手术治疗的54例食管癌患者(单一组)。', ['surgery', 'radiotherapy']],
  ])('are those of the patients that a group is made of: %s', (methods, drugs) => {
    const text = `方法 收集食管癌106例,${methods}结果 联合组和单一组5年OS率分别为48.1%和37.0%。结论 有效。`;
    expect(armsOf(text)).toEqual({ 联合组: drugs, 单一组: ['surgery'] });
  });

  it.each(['观察组是卡培他滨维持治疗', '观察组患者实行单药口服卡培他滨维持治疗', '观察组实施卡培他滨维持治疗'])(
    'are told by any word for treating: %s',
    (told) => {
      const text = `方法 将乳腺癌患者分为两组,对照组定期随访,${told}。结果 观察组ORR为25.0%,对照组为9.4%。结论 有效。`;
      expect(armsOf(text).观察组).toEqual(['capecitabine']);
    },
  );

  it('are no arms of their own where one group of patients had different operations', () => {
    const text = '方法 分析肺癌患者,本组共行肺叶切除91例,全肺切除26例。结果 3年OS率为61.5%。结论 有效。';
    expect(Object.keys(armsOf(text)).length).toBeLessThan(2);
  });
});

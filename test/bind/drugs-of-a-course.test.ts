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

  it.each([
    ['A组膀胱内灌注丝裂霉素,B组膀胱内单纯灌注吡柔比星。', ['mitomycin'], ['pirarubicin']],
    ['A组于电切术后3d行丝裂霉素治疗,B组于术后24h内应用吡柔比星。', ['mitomycin'], ['pirarubicin']],
    ['A组作单纯手术切除,B组给予吡柔比星。', ['surgery'], ['pirarubicin']],
  ])('are told with the way and the time that they were given: %s', (methods, first, second) => {
    const text = `方法 将膀胱癌患者分为A组28例和B组29例,${methods}结果 A组和B组复发率分别为7.1%和20.7%。结论 有效。`;
    expect(armsOf(text)).toEqual({ A: first, B: second });
  });

  it('are those of the other arm, too, where they came on the basis of the kind of treatment that it got', () => {
    const text =
      '方法 对照组给予洛铂化疗,观察组在化疗的基础上应用参麦注射液。结果 观察组ORR为41.2%,对照组为33.1%。结论 有效。';
    expect(armsOf(text).观察组).toEqual(['shenmai injection', 'lobaplatin']);
  });

  it('are spelled out behind the size of the arm and the word for chemotherapy', () => {
    const text =
      '方法 试验组68例化疗方案:多西他赛75 mg/m2,d1;洛铂30 mg/m2,d1。对照组69例化疗方案:多西他赛75 mg/m2,d1;卡培他滨1000 mg/m2,d1~14。结果 试验组ORR为41.2%,对照组为33.3%。结论 有效。';
    expect(armsOf(text)).toEqual({ 试验组: ['docetaxel', 'lobaplatin'], 对照: ['docetaxel', 'capecitabine'] });
  });

  it('are those of the arms by name where these are told by their parts in the study, too', () => {
    const text =
      'ABLE-5研究[3]中患者随机分为试验组和对照组,1 012例患者纳入帕博利珠单抗+化疗组(n=505)和安慰剂+化疗组(n=507)。试验组和对照组中位OS为60.3个月和58.1个月。';
    expect(armsOf(text)).toEqual({
      '帕博利珠单抗+化疗组': ['pembrolizumab', 'chemotherapy'],
      '安慰剂+化疗组': ['placebo', 'chemotherapy'],
    });
  });

  it.each([
    ['A组:单纯手术,28例;B组:手术联合放疗,29例。', ['surgery'], ['surgery', 'radiotherapy']],
    ['A组(28例):单用吡柔比星;B组(29例)吡柔比星联合放疗。', ['pirarubicin'], ['pirarubicin', 'radiotherapy']],
    ['A组28例直接手术;B组29例先行放疗4周后再行手术。', ['surgery'], ['radiotherapy', 'surgery']],
    ['A组28例仅放疗;B组29例给予吡柔比星,序贯放疗。', ['radiotherapy'], ['pirarubicin', 'radiotherapy']],
  ])('are spelled out behind the name, one after the other: %s', (methods, first, second) => {
    const text = `方法 将膀胱癌患者分为两组。${methods}结果 A组和B组复发率分别为7.1%和20.7%。结论 有效。`;
    expect(armsOf(text)).toEqual({ A: first, B: second });
  });

  it('are those that all patients got in the same way, too', () => {
    const text =
      '方法 将鼻咽癌患者分为A组(n=47)和B组(n=48)。A组先用洛铂化疗2周期,B组单纯放疗。两组放疗方法相同。结果 5年生存率分别为72.3%和58.3%。结论 有效。';
    expect(armsOf(text)).toEqual({ A: ['lobaplatin', 'radiotherapy'], B: ['radiotherapy'] });
  });

  it('may be unknown where one group is said to lack what the other one is named by', () => {
    const text =
      '方法 纳入3篇文献。结果 与无局部治疗组相比,局部治疗组3年OS率(HR=0.61,95%CI 0.44~0.85)更高。结论 有效。';
    expect(Object.keys(armsOf(text)).toSorted()).toEqual(['局部治疗组', '无局部治疗组']);
  });

  it('may be alike in the two groups that patients were divided into', () => {
    const text =
      '方法 膀胱癌患者分为热灌注组91例和对照组112例,热灌注组行丝裂霉素热灌注化疗,对照组应用丝裂霉素常规灌注。结果 热灌注组复发率(24.2%)低于对照组(37.5%)。结论 有效。';
    expect(armsOf(text)).toEqual({ 热灌注组: ['mitomycin'], 对照: ['mitomycin'] });
  });

  it('are no arms of their own where one group of patients had different operations', () => {
    const text = '方法 分析肺癌患者,本组共行肺叶切除91例,全肺切除26例。结果 3年OS率为61.5%。结论 有效。';
    expect(Object.keys(armsOf(text)).length).toBeLessThan(2);
  });
});

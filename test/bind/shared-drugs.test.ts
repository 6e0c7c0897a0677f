import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

describe('the drugs of an arm', () => {
  it.each([
    ['两组均行TACE治疗,观察组联合消癥化积方口服,对照组联合安慰剂。', ['消癥化积方', 'TACE'], ['placebo', 'TACE']],
    [
      '随机分为2组各34例,均采用调强放疗。观察组予养阴利咽颗粒口服,对照组予康复新液含漱。',
      ['养阴利咽颗粒', 'radiotherapy'],
      ['kangfuxin solution', 'radiotherapy'],
    ],
    [
      '对照组采用吉西他滨注射液联合顺铂注射液化疗,观察组加服柏叶养胃汤。',
      ['柏叶养胃汤', 'gemcitabine', 'cisplatin'],
      ['gemcitabine', 'cisplatin'],
    ],
    ['两组均给予地塞米松预防过敏。观察组给予多西他赛,对照组给予紫杉醇。', ['docetaxel'], ['paclitaxel']],
  ])('are what all patients got and what it got besides: %s', (methods, drugs, others) => {
    const arms = armsOf(`方法 ${methods}结果 观察组ORR为51.2%,对照组为30.7%。结论 有效。`);
    expect(arms.观察组).toEqual(drugs);
    expect(arms.对照组 ?? arms.对照).toEqual(others);
  });

  it('are the one drug that the article abbreviates by letters, whatever regimen has these elsewhere', () => {
    const text =
      '比较吡柔比星(Pirarubicin,THP)和丝裂霉素(MMC)灌注。方法 分为THP组45例和MMC组43例。结果 THP组ORR为51.1%,MMC组为37.9%。';
    expect(armsOf(text)).toEqual({ THP: ['pirarubicin'], MMC: ['mitomycin'] });
  });

  it('are those of the combination that the letters behind the last drug of it stand for', () => {
    const text = '方法 接受来那度胺-硼替佐米-地塞米松(RVD)治疗40例,RVD组ORR为80.0%。结论 有效。';
    expect(Object.values(armsOf(text))[0]).toContain('bortezomib');
  });

  it.each([
    [
      '3组均行根治性放疗,A组给予顺铂,B组给予奈达铂,C组给予紫杉醇。',
      { A: ['cisplatin', 'radiotherapy'], B: ['nedaplatin', 'radiotherapy'], C: ['paclitaxel', 'radiotherapy'] },
    ],
  ])('are what the patients of three arms got, too: %s', (methods, arms) => {
    expect(
      armsOf(`方法 105例宫颈癌患者随机分为A组、B组、C组,每组35例,${methods}结果 CR率分别为88.6%、82.9%、80.0%。`),
    ).toEqual(arms);
  });

  it('are a drug by its own letters, though a regimen is called by these and a word', () => {
    const text =
      '方法 对照组仅给予重组人粒细胞刺激因子治疗,观察组给予八珍汤及重组人粒细胞刺激因子治疗。结果 观察组感染率3.3%,对照组26.7%。';
    expect(armsOf(text)).toEqual({ 观察组: ['bazhen decoction', 'G-CSF'], 对照: ['G-CSF'] });
  });

  it.each([
    ['对照组(单独放疗)', ['radiotherapy']],
    ['对照组(41例,单用顺铂)', ['cisplatin']],
    ['对照组(仅行放疗)', ['radiotherapy']],
    ['对照组(随访3年)', []],
  ])('are all that the bracket behind the group says that it got: %s', (control, drugs) => {
    const arms = armsOf(`方法 83例患者随机分为两组。结果 ${control}的ORR为26.8%,观察组(放疗联合顺铂)为52.4%。`);
    expect(arms.对照).toEqual(drugs);
  });
});

import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

const results = (one: string, other: string) => `结果 ${one}和${other}ORR分别为51.2%和30.7%。结论 有效。`;

describe('what the methods say that a group got', () => {
  it.each([
    ['对照组:采用SOX方案化疗。观察组:在对照组基础上加用恩度。', ['tegafur-gimeracil-oteracil', 'oxaliplatin']],
    ['对照组:伊立替康静脉滴注,第1天。观察组:伊立替康联合恩度。', ['irinotecan']],
    ['对照组采用GP方案化疗。观察组用药同对照组,同时给予恩度。', ['gemcitabine', 'cisplatin']],
    ['对照组采用GP方案化疗。观察组:GP方案同对照组,同时给予恩度。', ['gemcitabine', 'cisplatin']],
    ['对照组采用GP方案化疗。观察组:化疗方案同对照组,另加用恩度。', ['gemcitabine', 'cisplatin']],
  ])('stands behind its name and a colon, or is that of another group: %s', (methods, drugs) => {
    const arms = armsOf(`方法 62例患者分为两组,各31例。${methods}${results('观察组', '对照组')}`);
    expect(arms.对照组 ?? arms.对照).toEqual(drugs);
    expect(arms.观察组?.toSorted()).toEqual([...drugs, 'recombinant human endostatin'].toSorted());
  });

  it('says what the chemotherapy was by which the group is called', () => {
    const arms = armsOf(
      `方法 62例患者分为化疗组和联合组。化疗组采用GP方案化疗。联合组在化疗组基础上加用恩度。${results('化疗组', '联合组')}`,
    );
    expect(arms.化疗组).toEqual(['gemcitabine', 'cisplatin']);
    expect(arms.联合组).toEqual(['recombinant human endostatin', 'gemcitabine', 'cisplatin']);
  });

  it('keeps 联合组 apart from the combination that is the other group', () => {
    const arms = armsOf(
      `方法 62例患者分为GP组和联合组。GP组:吉西他滨1000mg/m2,顺铂75mg/m2。联合组:在GP组治疗的基础上加用恩度。${results('GP组', '联合组')}`,
    );
    expect(arms).toEqual({
      GP: ['gemcitabine', 'cisplatin'],
      联合组: ['recombinant human endostatin', 'gemcitabine', 'cisplatin'],
    });
  });

  it.each([
    ['31例接受恩度联合GP方案化疗(联合组),30例接受单纯GP方案化疗(化疗组)。', '联合组', '化疗组'],
    ['31例接受恩度联合GP方案治疗(联合组,n=31),30例接受GP方案治疗(化疗组)。', '联合组', '化疗组'],
    ['31例采用恩度联合GP方案(双药组),30例采用GP方案(单纯组)。', '双药组', '单纯组'],
  ])('stands before the bracket in which the group is named: %s', (methods, one, other) => {
    const arms = armsOf(`方法 回顾性分析61例患者,其中${methods}${results(one, other)}`);
    expect(arms[one]).toEqual(['recombinant human endostatin', 'gemcitabine', 'cisplatin']);
    expect(arms[other]).toEqual(['gemcitabine', 'cisplatin']);
  });

  it.each([
    ['西达本胺联合R-CHOP(CR-CHOP)方案', 'CR-CHOP'],
    ['来那度胺联合R-CHOP方案(R2-CHOP)', 'R2-CHOP'],
  ])('is called by the letters behind all of it: %s', (treatment, name) => {
    const arms = armsOf(
      `目的 评价${treatment}治疗淋巴瘤。方法 ${name}组31例,R-CHOP组30例。${results(`${name}组`, 'R-CHOP组')}`,
    );
    expect(Object.keys(arms)).toEqual([name, 'R-CHOP']);
    expect(arms[name]).toHaveLength((arms['R-CHOP']?.length ?? 0) + 1);
  });

  it.each([
    ['治疗组31例,为注射用唑来膦酸4mg;对照组31例,给予注射用帕米膦酸60mg。', ['zoledronic acid'], ['pamidronic acid']],
    ['治疗组化疗前30min静脉推注帕洛诺司琼,对照组于化疗开始前给予恩丹西酮。', ['palonosetron'], ['ondansetron']],
    ['治疗组放疗的同时口服柏叶石膏汤;对照组单纯放疗。', ['radiotherapy', '柏叶石膏汤'], ['radiotherapy']],
    ['治疗组化疗期间配合参芪颗粒口服;对照组单纯化疗。', ['chemotherapy', '参芪颗粒'], ['chemotherapy']],
    [
      '治疗组于放疗期间每日静脉滴注恩度,对照组单纯放疗。',
      ['recombinant human endostatin', 'radiotherapy'],
      ['radiotherapy'],
    ],
    ['两组均行放疗,治疗组同时静滴恩度。', ['recombinant human endostatin', 'radiotherapy'], ['radiotherapy']],
  ])('stands behind when and how it was given: %s', (methods, one, other) => {
    const arms = armsOf(`方法 62例患者分为两组。${methods}${results('治疗组', '对照组')}`);
    expect(arms.治疗组?.toSorted()).toEqual(one.toSorted());
    expect(arms.对照组 ?? arms.对照).toEqual(other);
  });

  it('is that of the letters in the bracket behind its name', () => {
    const arms = armsOf(
      `方法 62例患者分为两组,多西他赛联合顺铂组(DP)31例,多西他赛单药组(D)31例。${results('DP组', '单药(D)组')}`,
    );
    expect(arms).toEqual({ DP: ['docetaxel', 'cisplatin'], D: ['docetaxel'] });
  });

  it('is that of a biosimilar too', () => {
    const [trial] = trialsOf(
      'LYRA研究[8]中,替雷利珠单抗联合贝伐珠单抗类似物组(n=90)较索仑替尼组(n=88)死亡风险降低31%。',
    );
    expect(trial?.arms?.map(({ size }) => size?.value)).toEqual([90, 88]);
  });
});

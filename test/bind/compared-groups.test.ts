import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const study = '方法 将184例肝癌患者随机分为甲替尼组(n=91)和对照组(n=93)。结果 ';

/** The outcomes of a study of two arms that tells this. */
function outcomesOf(told: string) {
  return trialsOf(study + told)[0]?.outcomes ?? [];
}

/** Whose the values are: arm and subgroup of each. */
function ownersOf(told: string) {
  return outcomesOf(told).flatMap(({ subgroup, values }) =>
    (values ?? []).map(({ arm, value }) => [arm, subgroup, value]),
  );
}

/** What the comparisons compare. */
function comparisonsOf(told: string) {
  return outcomesOf(told).flatMap(({ comparisons }) =>
    (comparisons ?? []).map(({ arms, subgroups }) => [arms, subgroups]),
  );
}

describe('groups of patients that are set against each other', () => {
  it('have the numbers of 两组 where they stand right before it', () => {
    const told = '血红蛋白≥120 g/L者较低水平组可提高PFS,两组5年PFS率分别为82.3%和71.4%(HR=0.61,P=0.02)。';
    expect(ownersOf(told)).toEqual([
      [undefined, '血红蛋白≥120g/L', 82.3],
      [undefined, '低水平', 71.4],
    ]);
    expect(comparisonsOf(told)).toEqual([
      [undefined, ['血红蛋白≥120g/L', '低水平']],
      [undefined, ['血红蛋白≥120g/L', '低水平']],
    ]);
  });

  it('have the numbers in a bracket', () => {
    expect(ownersOf('Ⅱ级患者中位OS长于Ⅲ级(50.2个月比16.1个月,P=0.02)。')).toEqual([
      [undefined, 'Ⅱ级', 50.2],
      [undefined, 'Ⅲ级', 16.1],
    ]);
  });

  it('have the numbers by the names that the text gives them', () => {
    const told = '颅内播散组与原位复发组相比,中位PFS无差异(7.1个月比9.4个月,P=0.06)。';
    expect(ownersOf(told)).toEqual([
      [undefined, '颅内播散', 7.1],
      [undefined, '原位复发', 9.4],
    ]);
  });

  it('are parts of the arm that is named before them', () => {
    const told = '甲替尼组中男性中位OS长于女性(15.1个月比12.3个月,P=0.04)。';
    expect(ownersOf(told)).toEqual([
      ['甲替尼', '男性', 15.1],
      ['甲替尼', '女性', 12.3],
    ]);
    expect(comparisonsOf(told)).toEqual([[undefined, ['男性', '女性']]]);
  });

  it('are not looked for behind numbers of the arms', () => {
    const told = '早期患者多于晚期患者(P=0.4),两组ORR分别为52.1%和31.3%,DCR分别为80.4%和60.2%。';
    expect(outcomesOf(`甲替尼组与对照组相比,${told}`).flatMap(({ subgroup }) => subgroup ?? [])).toEqual([]);
  });

  it('have the measure that the sentence named before the first of them', () => {
    const told = '患者3年OS率Ⅰ期与Ⅱ期差异明显(92.1%、81.4%,P=0.03),Ⅱ期与Ⅲ期无明显差异(81.4%、76.2%,P=0.41)。';
    expect(outcomesOf(told).map(({ measure }) => measure)).not.toContain('stage-III');
    expect(ownersOf(told).map(([, , value]) => value)).toEqual(expect.arrayContaining([92.1, 81.4, 76.2]));
  });

  it('are told of behind a semicolon, and not the arm before it', () => {
    const told = '甲替尼组1年OS率为91.2%;Ⅲ期患者1年OS率为60.3%。';
    expect(ownersOf(told)).toEqual([
      ['甲替尼', undefined, 91.2],
      [undefined, 'Ⅲ期', 60.3],
    ]);
  });
});

describe('a comparison', () => {
  it('of a factor compares no arms', () => {
    const told = '多因素分析显示,门静脉癌栓(HR=2.31,95%CI 1.40~3.81,P=0.001)是OS的独立危险因素。';
    expect(comparisonsOf(told)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('of the arms compares them in an analysis of factors, too', () => {
    const told = '多因素分析显示,与对照组相比,甲替尼组OS延长(HR=0.61,P=0.01)。';
    expect(comparisonsOf(told)).toEqual([
      [['甲替尼', '对照'], undefined],
      [['甲替尼', '对照'], undefined],
    ]);
  });

  it('behind values without an arm compares no arms', () => {
    const told = '有无血管侵犯患者的中位OS分别为12.1个月和20.3个月(P=0.01)。';
    expect(comparisonsOf(told)).toEqual([[undefined, ['有血管侵犯', '无血管侵犯']]]);
  });
});

describe('landmarks', () => {
  it('hold for no numbers behind the next landmark', () => {
    const told = '全组1年、3年OS率分别为91.1%和82.3%,Ⅱ、Ⅲ期患者5年OS率分别为71.4%和50.2%。';
    const times = outcomesOf(told).map(({ time, subgroup }) => [time, subgroup]);
    expect(times).toEqual(
      expect.arrayContaining([
        ['5年', 'Ⅱ'],
        ['5年', 'Ⅲ期'],
      ]),
    );
  });
});

describe('arms of a dose of radiation', () => {
  it('are arms beside those of the kinds of treatment', () => {
    const told =
      '方法 182例鼻咽癌患者中80例接受单纯放疗,102例接受同步放化疗。结果 放疗剂量≥66 Gy较低剂量组可提高PFS,两组3年PFS率分别为82.3%和71.4%。';
    const [trial] = trialsOf(told);
    expect(trial?.arms).toHaveLength(4);
    const values = trial?.outcomes?.flatMap((outcome) => outcome.values ?? []) ?? [];
    expect(values.map(({ arm }) => arm)).toEqual([expect.stringContaining('66'), '低剂量']);
  });
});

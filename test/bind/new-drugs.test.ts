import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

describe('drugs that no pack knows', () => {
  it('are given together, each with the dose in its bracket', () => {
    const text =
      '一项Ⅱ期研究评估了Zolvarimab(抗TIM3单抗,480 mg)联合卡瑞利珠单抗(200 mg,每2周1次)治疗晚期胃癌。28例患者的ORR为21.4%。';
    const [trial] = trialsOf(text);
    expect(trial?.arms).toHaveLength(1);
    const drugs = trial?.arms?.[0]?.drugs ?? [];
    expect(drugs.map(({ name }) => name)).toEqual(['zolvarimab', 'camrelizumab']);
    expect(drugs.map(({ doses = [] }) => doses[0]?.value)).toEqual([480, 200]);
  });

  it('keep the name that a bracket gives them, and are known by it behind it', () => {
    const text = '患者接受瑞索西塔单抗(Resocitamab)治疗。29例患者ORR为34.5%,Resocitamab治疗的中位PFS为6.8个月。';
    expect(Object.values(armsOf(text))).toEqual([['resocitamab']]);
  });

  it.each([
    ['Zolvarimab(瑞索西塔单抗,360 mg)联合仑伐替尼(12 mg)', ['zolvarimab', 'lenvatinib'], [360, 12]],
    ['YX-614(瑞索西塔单抗)联合仑伐替尼(12 mg)', ['瑞索西塔单抗', 'lenvatinib'], [undefined, 12]],
  ])('go by their other name where it stands beside: %s', (treatment, names, doses) => {
    const [trial] = trialsOf(`一项Ⅱ期研究评估${treatment}治疗肝癌的疗效,33例患者的ORR为36.4%。`);
    const drugs = trial?.arms?.[0]?.drugs ?? [];
    expect(drugs.map(({ name }) => name)).toEqual(names);
    expect(drugs.map((drug) => drug.doses?.[0]?.value)).toEqual(doses);
  });

  it.each([
    ['YX-614联合来那度胺治疗复发DLBCL的Ⅱ期研究共入组31例患者,ORR为61.3%。', ['YX-614', 'lenalidomide']],
    ['瑞普替尼的Ⅰ/Ⅱ期研究显示,70例NSCLC患者的ORR为78.6%。', ['repotrectinib']],
    ['Zolvaretinib是一种新型RET抑制剂。47例患者的ORR为59.6%。', ['zolvaretinib']],
  ])('are what a study is said to be of: %s', (text, drugs) => {
    expect(Object.values(armsOf(text))).toEqual([drugs]);
  });

  it('give an arm its drug, though only its name holds it', () => {
    const text = '一项研究纳入80例患者,Zolvaretinib组(n=40)和多西他赛组(n=40)的ORR分别为45.0%和20.0%。';
    expect(armsOf(text).Zolvaretinib).toEqual(['zolvaretinib']);
  });

  it('stand with their dose beside the placebo', () => {
    const text =
      '一项随机研究纳入96例患者,随机接受Zolvaretinib 60 mg(n=48)或安慰剂(n=48),中位PFS分别为8.3个月和3.1个月。';
    expect(Object.values(armsOf(text))).toEqual([['zolvaretinib'], ['placebo']]);
  });
});

describe('cells that patients are prepared for', () => {
  const tail = 'QR-305治疗26例患者,ORR为84.6%。';

  it.each([
    `经环磷酰胺(300 mg/m2×3d)和氟达拉滨(30 mg/m2×3d)清淋后,患者接受单次QR-305回输。${tail}`,
    `患者在环磷酰胺和氟达拉滨预处理后接受QR-305输注。${tail}`,
    `预处理方案为环磷酰胺(300 mg/m2,第1~3天)联合氟达拉滨(30 mg/m2,第1~3天),随后输注QR-305。${tail}`,
  ])('are the arm, with the drugs that prepared them: %s', (text) => {
    const [drugs = []] = Object.values(armsOf(text));
    expect(drugs[0]).toBe('QR-305');
    expect(drugs.slice(1).toSorted()).toEqual(['cyclophosphamide', 'fludarabine']);
  });

  it('are the arm though the text only says that patients were prepared', () => {
    const text = '一项研究[4]中,33例患者清淋后回输CD19 CAR-T细胞,CR率为72.7%。';
    expect(Object.values(armsOf(text))).toEqual([['CAR-T CD19']]);
  });

  it('are not what a transplantation is, whose conditioning tells the arms apart', () => {
    const text =
      '方法 移植患者分为BU组(白消安和环磷酰胺预处理,n=30)和TBI组(全身照射和环磷酰胺预处理,n=31)。结果 BU组和TBI组OS率分别为71.0%和66.0%。结论 相近。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });
});

describe('a bracket that spells letters out before the word for group', () => {
  it.each([
    ['泽布替尼联合XR(氟达拉滨、利妥昔单抗)组(n=140)和安慰剂联合XR组(n=141)', 'zanubrutinib', 'placebo'],
    ['卡瑞利珠单抗+TP(紫杉醇+顺铂)组(n=140)和安慰剂+TP组(n=141)', 'camrelizumab', 'placebo'],
  ])('does not hide the arm: %s', (arms, first, second) => {
    const text = `一项研究纳入281例患者,随机分为${arms}。两组中位PFS分别为31.2个月和22.4个月。`;
    expect(Object.values(armsOf(text)).map(([drug]) => drug)).toEqual([first, second]);
  });

  it('leaves the regimen the arm that it names', () => {
    const text =
      'VR-CAP(硼替佐米、利妥昔单抗、环磷酰胺、多柔比星、泼尼松)组中位PFS显著长于R-CHOP组(26.3个月 vs 15.1个月)。';
    const values = trialsOf(text)[0]?.outcomes?.[0]?.values ?? [];
    expect(values.map(({ arm, value }) => [arm, value])).toEqual([
      ['VR-CAP', 26.3],
      ['R-CHOP', 15.1],
    ]);
  });
});

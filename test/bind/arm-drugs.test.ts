import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

describe('the drugs of an arm', () => {
  it('are those of the other arm where it got these and one more', () => {
    const text =
      '方法 对照组采用DP方案化疗(多西他赛75mg/m2,第1天;顺铂75mg/m2,第1天),试验组采用安罗替尼联合化疗。结果 试验组和对照组ORR分别为41.2%和30.6%。结论 有效。';
    expect(Object.values(armsOf(text)).map((drugs) => drugs.toSorted())).toEqual(
      expect.arrayContaining([
        ['cisplatin', 'docetaxel'],
        ['anlotinib', 'cisplatin', 'docetaxel'],
      ]),
    );
  });

  it.each([
    [
      '对照组采用GP方案化疗,观察组在对照组基础上联合恩度治疗。',
      ['recombinant human endostatin', 'gemcitabine', 'cisplatin'],
    ],
    ['对照组给予伊立替康治疗,观察组在对照组治疗的基础上给予恩度。', ['recombinant human endostatin', 'irinotecan']],
    ['对照组行常规化疗,观察组加用恩度。', ['recombinant human endostatin', 'chemotherapy']],
    ['两组均给予伊立替康,观察组另给予恩度。', ['recombinant human endostatin', 'irinotecan']],
    [
      '对照组予常规化疗(伊立替康65mg/m2,d1,顺铂60mg/m2,d1),观察组在对照组基础上加用恩度。',
      ['recombinant human endostatin', 'irinotecan', 'cisplatin'],
    ],
    [
      '对照组采用化疗,具体方案为:伊立替康注射液65mg/m2,d1。观察组加用恩度。',
      ['recombinant human endostatin', 'irinotecan'],
    ],
  ])('are those of the other arm and what it got besides: %s', (methods, drugs) => {
    const arms = armsOf(`方法 ${methods}结果 观察组ORR为51.2%,对照组为30.7%。结论 有效。`);
    expect(arms.观察组).toEqual(drugs);
    expect(arms.对照组 ?? arms.对照).toEqual(drugs.slice(1));
  });

  it.each([
    ['A组31例(FOLFOXIRI)、B组33例(XELIRI)。', { A: ['fluorouracil'], B: ['capecitabine'] }],
    ['A组(31例,单纯化疗)和B组(33例,化疗联合免疫治疗)。', { A: ['chemotherapy'], B: ['chemotherapy', 'immunotherapy'] }],
  ])('stand in a bracket with the size of the arm: %s', (methods, drugs) => {
    const arms = armsOf(`方法 患者分为${methods}结果 A组ORR为51.2%,B组为30.7%。结论 有效。`);
    for (const [label, some] of Object.entries(drugs)) expect(arms[label]).toEqual(expect.arrayContaining(some));
  });

  it.each([
    ['对照组单纯化疗,观察组化疗联合恩度。', ['chemotherapy', 'recombinant human endostatin']],
    ['对照组放疗,观察组在放疗基础上加用恩度。', ['radiotherapy', 'recombinant human endostatin']],
    ['对照组伊立替康化疗,观察组伊立替康化疗联合恩度治疗。', ['irinotecan', 'recombinant human endostatin']],
  ])('are all that a clause says of the arm: %s', (methods, drugs) => {
    const arms = armsOf(`方法 ${methods}结果 观察组ORR为51.2%,对照组为30.7%。结论 有效。`);
    expect(arms.观察组).toEqual(drugs);
    expect(arms.对照组 ?? arms.对照).toEqual(drugs.slice(0, 1));
  });

  it.each([
    '患者分为三组:A组31例不加ATG,B组33例加用5 mg/kg ATG,C组35例加用8 mg/kg ATG。',
    '患者分为三组:A组为31例未用ATG的患者,B组为33例使用ATG 5 mg/kg的患者,C组为35例使用ATG 8 mg/kg的患者。',
  ])('stand behind their dose, and are not what the arm did without: %s', (methods) => {
    const arms = armsOf(`方法 ${methods}结果 A组2年OS率为61.2%,B组为64.7%,C组为66.5%。结论 有效。`);
    expect(arms).toEqual({ A: [], B: ['antithymocyte globulin'], C: ['antithymocyte globulin'] });
  });

  it.each([
    '选取行来那度胺治疗的62例骨髓瘤患者为观察组,另选取同期行沙利度胺治疗的51例患者为对照组。',
    '选取接受来那度胺治疗的初治骨髓瘤患者62例作为观察组,选取同期接受沙利度胺治疗的患者51例作为对照组。',
    '将62例接受来那度胺治疗的骨髓瘤患者设为观察组,51例接受沙利度胺治疗者设为对照组。',
  ])('are those of the patients who are taken as the arm, whatever they have: %s', (methods) => {
    const arms = armsOf(`方法 ${methods}结果 观察组CR率为44.1%,对照组为31.2%。结论 有效。`);
    expect(Object.values(arms)).toEqual([['lenalidomide'], ['thalidomide']]);
  });

  it('are not what the patients who are taken as the arm did not get', () => {
    const arms = armsOf(
      '方法 选取62例行自体移植的骨髓瘤患者,并选择同期51例未行移植的患者作为对照组。结果 移植组CR率为44.1%,对照组为31.2%。结论 有效。',
    );
    expect(arms.对照组 ?? arms.对照).toEqual([]);
  });

  it('are those that the letters of its name are given to', () => {
    const arms = armsOf(
      '目的 评价大剂量甲氨蝶呤(HD-MTX)联合利妥昔单抗(rituximab,R)与单用HD-MTX的效果。方法 HD-MTX+R组31例,HD-MTX组33例。结果 HD-MTX+R组ORR为71.2%,HD-MTX组为60.7%。结论 有效。',
    );
    expect(arms).toEqual({ 'HD-MTX+R': ['methotrexate', 'rituximab'], 'HD-MTX': ['methotrexate'] });
  });

  it('are not those of an arm that the clause goes on to say something else of', () => {
    const arms = armsOf('方法 患者分为观察组和对照组。结果 观察组化疗后ORR为51.2%,对照组为30.7%。结论 有效。');
    expect(Object.values(arms)).toEqual([[], []]);
  });

  it('are those of the letters behind a class of drugs, with the English names of both', () => {
    const text =
      '目的 比较培美曲塞联合铂类(pemetrexed plus platinum,VP)方案与多西他赛联合铂类(docetaxel plus platinum,NP)方案。结果 VP组ORR为31.2%,NP组为28.1%。结论 相当。';
    expect(armsOf(text)).toEqual({ VP: ['pemetrexed', 'platinum'], NP: ['docetaxel', 'platinum'] });
  });

  it('are those that the article gives letters, whatever these stand for elsewhere', () => {
    const text =
      '研究[10]中214例患者接受贝伐单抗联合吉非替尼(A+T组,108例)或吉非替尼单药(106例),中位PFS 17.2个月对12.6个月。';
    expect(Object.values(armsOf(text))).toEqual([['bevacizumab', 'gefitinib'], ['gefitinib']]);
  });

  it('are those of the regimen and of what it was combined with, cycles and doses between them', () => {
    const text =
      '研究[9]中,31例患者接受同步放疗(50.4Gy)联合3个周期MIED方案(甲氨蝶呤、异环磷酰胺、依托泊苷、地塞米松)化疗,ORR为80.6%。';
    expect(Object.values(armsOf(text))).toEqual([
      ['radiotherapy', 'methotrexate', 'ifosfamide', 'etoposide', 'dexamethasone'],
    ]);
  });

  it('are those of both where the letters behind the last drug are of two, with their English names', () => {
    const text =
      '目的 比较吉西他滨联合顺铂(gemcitabine plus cisplatin,XP)与吉西他滨联合奈达铂(gemcitabine plus nedaplatin,XN)治疗肺癌。结果 XP组ORR为31.2%,XN组为28.1%。结论 相当。';
    expect(armsOf(text)).toEqual({ XP: ['gemcitabine', 'cisplatin'], XN: ['gemcitabine', 'nedaplatin'] });
  });

  it('are those with doses behind the name of the arm, the same in two arms, too', () => {
    const text =
      '方法 72例胃癌患者随机分为两组,XP组伊立替康65mg/m2,静脉滴注,第1天,顺铂60mg/m2,第1天;XQ组伊立替康80mg/m2,静脉滴注,第1天,顺铂25mg/m2,第1~3天。结果 XP组ORR为31.2%,XQ组为28.1%。结论 相当。';
    expect(armsOf(text)).toEqual({ XP: ['irinotecan', 'cisplatin'], XQ: ['irinotecan', 'cisplatin'] });
  });

  it('are known of a regimen that is spelled out behind the word for it', () => {
    const text =
      '研究[11]中,41例患者接受MiED方案(甲氨蝶呤、异环磷酰胺、依托泊苷、地塞米松)化疗,ORR为80.5%。MiED方案组血小板减少占22.0%。';
    expect(Object.values(armsOf(text))).toEqual([['methotrexate', 'ifosfamide', 'etoposide', 'dexamethasone']]);
  });

  it('are those of the one combination that was told of, where the arm is only called combined', () => {
    const text =
      '王某等[6]对比了TACE联合仑伐替尼与单纯TACE治疗肝癌的疗效,联合组和单纯TACE组的中位TTP分别为9.4个月和4.7个月。';
    expect(armsOf(text)).toEqual({ 联合组: ['TACE', 'lenvatinib'], 单纯TACE组: ['TACE'] });
  });

  it('are the cytotoxic ones where the text goes on to call the arm chemotherapy', () => {
    const text =
      '一项研究[4]中,患者随机接受仑伐替尼联合帕博利珠单抗或多柔比星治疗,联合治疗组较化疗组延长了PFS(6.8个月vs3.9个月)。';
    expect(Object.values(armsOf(text))).toEqual([['lenvatinib', 'pembrolizumab'], ['doxorubicin']]);
  });

  it.each(['治疗组(GP方案)和对照组(TP方案)。', '治疗组和对照组,治疗组采用GP方案,对照组采用TP方案。', 'GP组和TP组。'])(
    'are those that the article gives letters, whatever these stand for elsewhere: %s',
    (groups) => {
      const [one, other] = groups.startsWith('GP') ? ['GP组', 'TP组'] : ['治疗组', '对照组'];
      const text = `目的 比较多西他赛联合顺铂(TP)与吉西他滨联合顺铂(GP)治疗鼻咽癌的疗效。方法 84例患者随机分为${groups}结果 ${one}有效率为71.4%,${other}为61.9%。结论 相当。`;
      expect(Object.values(armsOf(text))).toEqual([
        ['gemcitabine', 'cisplatin'],
        ['docetaxel', 'cisplatin'],
      ]);
    },
  );

  it('are all of what was given together, where it is compared with something that is no drug', () => {
    const text = '研究[3]比较吉西他滨联合卡培他滨与术后观察对胰腺癌的作用,联合用药的3年OS率为41.2%。';
    expect(Object.values(armsOf(text))).toContainEqual(['gemcitabine', 'capecitabine']);
  });

  it('are those that were given at the same time', () => {
    const text =
      '方法 观察组采用调强放疗同步卡培他滨化疗,对照组采用单纯调强放疗。结果 观察组CR率51.2%,对照组31.7%。结论 有效。';
    expect(armsOf(text)).toMatchObject({ 观察组: expect.arrayContaining(['capecitabine']) });
  });

  it('are those of letters that are a disease elsewhere, beside another arm', () => {
    const text = '某等[8]将288例患者随机分为GC组(143例)及MVAC组(145例),ORR分别为51.0%和46.2%。';
    expect(armsOf(text)).toMatchObject({ GC: ['gemcitabine', 'cisplatin'] });
  });

  it('are found behind a bracket with dose, days and size', () => {
    const text =
      '某研究[3]中患者按2∶1随机双盲接受瑞戈非尼(160 mg,d1~21,28 d为1周期;184例)或安慰剂(91例),两组OS 9.1、6.4个月。';
    expect(Object.values(armsOf(text))).toEqual([['regorafenib'], ['placebo']]);
  });

  it('are those of the whole combination that letters stand for, not of the chemotherapy right before them', () => {
    const text =
      '分别应用泊马度胺+VAD化疗(P-VAD)和泊马度胺+MP化疗(P-MP)治疗71例骨髓瘤,P-VAD、P-MP两组有效率分别为72.2%、62.9%。';
    expect(Object.values(armsOf(text))).not.toContainEqual(['chemotherapy']);
  });

  it('are those of the letters behind the word for chemotherapy', () => {
    const text =
      '方法 80例膀胱癌患者中,A组给予吉西他滨+顺铂方案化疗(G-P)40例,B组给予紫杉醇+卡铂方案化疗(T-C)40例。结果 G-P组ORR为51.2%,T-C组为30.7%。结论 有效。';
    expect(armsOf(text)).toEqual({ 'G-P': ['gemcitabine', 'cisplatin'], 'T-C': ['paclitaxel', 'carboplatin'] });
  });

  it('are those that a bracket says the chemotherapy was', () => {
    const text =
      'SABLE研究[5]比较伊尼妥单抗+吡咯替尼联合化疗(长春瑞滨)与吡咯替尼+长春瑞滨,中位PFS为16.1个月和11.3个月。';
    expect(Object.values(armsOf(text))).toEqual([
      ['inetetamab', 'pyrotinib', 'vinorelbine'],
      ['pyrotinib', 'vinorelbine'],
    ]);
  });

  it('are the one kind of transplantation that the article tells of', () => {
    const text = '有学者[6]分析63例行自体干细胞移植的淋巴瘤患者。移植组与化疗组CR率分别为71.4%和52.9%。';
    expect(armsOf(text)).toMatchObject({ 移植组: ['ASCT'] });
  });

  it('are known by the letters of a procedure or a class', () => {
    const text = '研究[3]比较ADT联合多西他赛组与单纯ADT组,中位OS分别为51.3个月和40.2个月。';
    expect(Object.values(armsOf(text))).toEqual([['ADT', 'docetaxel'], ['ADT']]);
  });

  it('are built on those of an arm of any name', () => {
    const arms = armsOf('方法 A组给予伊立替康,B组在A组治疗基础上加用恩度。结果 A组ORR为30.7%,B组为51.2%。结论 有效。');
    expect(arms).toEqual({ A: ['irinotecan'], B: ['recombinant human endostatin', 'irinotecan'] });
  });

  it('hold what both arms got besides', () => {
    const text =
      '一项研究[3]将318例患者随机分为厄达替尼组和维泊妥珠单抗组,两组均联合泼尼松,中位PFS分别为8.3个月和6.1个月。';
    expect(Object.values(armsOf(text)).every((drugs) => drugs.length === 2 && drugs.includes('prednisone'))).toBe(true);
  });

  it('are not those of the parts that a bracket counts', () => {
    const arms = armsOf(
      '方法 治疗组24例(放疗13例、化疗11例),对照组36例给予顺铂。结果 治疗组CR率为51.2%,对照组为30.7%。结论 有效。',
    );
    expect(arms).toEqual({ 治疗组: [], 对照: ['cisplatin'] });
  });

  it('are the drugs of a combination letter by letter wherever its letters stand', () => {
    const text =
      '瑞戈非尼+纳武利尤单抗(R+N)对比安慰剂的Ⅲ期研究[6]纳入124例患者。不良事件发生率相似(R+N 81.6% vs 安慰剂 79.1%)。';
    expect(armsOf(text)['R+N']).toEqual(['regorafenib', 'nivolumab']);
  });

  it('are spelled out where the article or the lexicon says what letters stand for', () => {
    const text =
      '目的 观察FLAG联合维奈克拉治疗白血病的疗效。方法 20例患者接受FLAG联合维奈克拉治疗。结果 CR率为60.0%。结论 有效。';
    const [drugs = []] = Object.values(armsOf(text));
    expect(drugs).toContain('fludarabine');
    expect(drugs).toContain('venetoclax');
    expect(drugs).not.toContain('FLAG');
  });

  it('are none of what the patients of the arm did not get', () => {
    const text =
      '方法 58例脑膜白血病患者中,27例行WBRT(WBRT组),31例仅行单纯化疗(非WBRT组)。结果 WBRT组1年OS率为63.0%,非WBRT组为41.9%。结论 有效。';
    expect(armsOf(text)).toEqual({ WBRT组: ['radiotherapy'], 非WBRT组: ['chemotherapy'] });
  });

  it('are known by the long form of their abbreviation', () => {
    const text =
      '目的 比较放化疗与单纯手术(S)治疗食管癌。方法 CRT组40例,S组41例。结果 CRT组与S组的3年OS率分别为48.1%和36.6%。结论 有效。';
    expect(armsOf(text)).toMatchObject({ S: ['surgery'] });
  });

  it('have their ATC codes, in a combination, too', () => {
    const text = '一项研究[4]用伊沙佐米联合来那度胺治疗58例患者,ORR为65.5%。';
    const [trial] = trialsOf(text);
    expect(trial?.arms?.[0]?.drugs?.map(({ atc }) => atc)).toEqual(['L01XG03', 'L04AX04']);
  });

  it.each([
    '以甲氨蝶呤联合CHOP方案作为试验组,以单用CHOP方案作为对照组。',
    '以甲氨蝶呤联合CHOP方案治疗者为试验组(n=30),以CHOP方案治疗者为对照组(n=31)。',
    '试验组采取甲氨蝶呤联合CHOP方案治疗,对照组则给予CHOP方案单纯化疗。',
  ])('are those that an arm was made of or given: %s', (methods) => {
    const arms = armsOf(`方法 61例淋巴瘤患者,${methods}结果 试验组ORR为71.2%,对照组为60.7%。结论 有效。`);
    const chop = ['cyclophosphamide', 'doxorubicin', 'vincristine', 'prednisone'];
    expect(arms.试验组).toEqual(['methotrexate', ...chop]);
    expect(arms.对照组 ?? arms.对照).toEqual(chop);
  });

  it('are those before the name that those who got them are given, doses aside', () => {
    const methods =
      '方法 54例CML患者随机分为两组,口服氟马替尼600 mg/d治疗作为A组,口服氟马替尼400 mg/d+干扰素300万U皮下注射治疗作为B组。';
    const arms = armsOf(`${methods}结果 A组MMR率为63.0%,B组为74.1%。`);
    expect(arms.A?.toSorted()).toEqual(['flumatinib']);
    expect(arms.B?.toSorted()).toEqual(['flumatinib', 'interferon']);
  });
});

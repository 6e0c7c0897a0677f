import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

describe('one arm', () => {
  it('has two names where the second repeats what the first says', () => {
    const text =
      '方法 将患者随机分为单用吉西他滨治疗组(GEM组)和单用紫杉醇周疗组(wT组),每组33例。结果 GEM组ORR为21.2%,wT组为27.3%。结论 有效。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it.each([
    ['患者分为新辅助化疗组、直接手术组和同步放化疗组。', 'NACT', 3],
    ['患者分为NAC组30例和直接手术组32例。', '新辅助化疗', 2],
  ])('is known before surgery by its words and its letters: %s', (methods, name, many) => {
    const text = `方法 ${methods}结果 ${name}组R0切除率为94.1%,直接手术组为79.4%。结论 有效。`;
    const [trial] = trialsOf(text);
    expect(trial?.arms).toHaveLength(many);
    expect(trial?.outcomes?.[0]?.values?.map(({ arm }) => arm)).toEqual([expect.anything(), '直接手术组']);
  });

  it('is named by the protocol that all were treated by', () => {
    expect(Object.keys(armsOf('方法 58例患儿按AIEOP-BFM-95方案治疗。结果 3年EFS率为81.0%。结论 有效。'))).toEqual([
      'AIEOP-BFM-95',
    ]);
  });
});

describe('the arms of a study', () => {
  it('are known by the whole of a name, of which another name is the end', () => {
    const text = '研究[3]中,吉西他滨序贯卡培他滨组3年OS率为41.2%,卡培他滨组为34.3%。';
    expect(armsOf(text)).toEqual({ 吉西他滨序贯卡培他滨: ['gemcitabine', 'capecitabine'], 卡培他滨: ['capecitabine'] });
  });

  it('are told of though the sentence goes on with what the study led to', () => {
    const text =
      '恩考芬尼是一种靶向药物。Ⅲ期试验将412例患者按1:1随机给予恩考芬尼或替莫唑胺[2],OS率分别为71.2%、58.3%,该药因此被美国FDA批准用于黑色素瘤的治疗。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it.each([
    ['高危患者行allo-HSCT后5年OS率为52%,未移植者为27%。', ['allo-HSCT', '未移植']],
    ['ASCT患者5年OS率为52%,未行ASCT者为27%。', ['ASCT', '未行ASCT']],
    ['接受来那度胺维持者5年OS率为52%,未维持者为27%。', ['来那度胺', '未维持']],
  ])('are those who got something and those who did not: %s', (sentence, arms) => {
    const [trial] = trialsOf(`某研究[11]中,${sentence}`);
    expect(trial?.outcomes?.flatMap(({ values }) => values?.map(({ arm, value }) => [arm, value]))).toEqual([
      [arms[0], 52],
      [arms[1], 27],
    ]);
  });

  it.each([
    '与顺铂联合吉西他滨(DDP+GEM)进行比较,评价洛铂联合吉西他滨(LBP+GEM)治疗肺癌的疗效。',
    '比较顺铂联合吉西他滨(DDP+GEM)与洛铂联合吉西他滨(LBP+GEM)治疗肺癌的疗效。',
  ])('are the one on trial and the control by what these are said to have got: %s', (aim) => {
    const [trial] = trialsOf(
      `目的 ${aim}方法 98例患者随机分为两组:研究组49例患者接受LBP+GEM治疗,对照组49例患者接受DDP+GEM治疗。结果 研究组和对照组ORR分别为32.7%和20.4%。结论 相当。`,
    );
    expect(trial?.outcomes?.[0]?.values?.map(({ arm, value }) => [arm, value])).toEqual([
      ['LBP+GEM', 32.7],
      ['DDP+GEM', 20.4],
    ]);
  });

  it('are not those alone who lacked something', () => {
    expect(armsOf('某研究[11]分析了57例患者,未手术者中位OS仅8.4个月。')).toEqual({});
  });

  it('are told apart by which of two treatments came first', () => {
    const text =
      '研究[7]入组121例患者,其中15例接受单纯化疗,35例接受单纯放疗,40例接受放疗后化疗,31例接受化疗后放疗,5年OS率分别为33.3%、62.9%、72.5%和67.7%。';
    expect(armsOf(text)).toEqual({
      单纯化疗: ['chemotherapy'],
      单纯放疗: ['radiotherapy'],
      放疗后化疗: ['radiotherapy', 'chemotherapy'],
      化疗后放疗: ['chemotherapy', 'radiotherapy'],
    });
  });

  it('are told apart by their dose of radiation, a limit of it, too', () => {
    const text = '研究[5]回顾分析95例患者,放疗剂量≥56Gy组(50例)与<56Gy组(45例)的5年OS率分别为72.0%和48.9%。';
    const [trial] = trialsOf(text);
    expect(trial?.arms?.map(({ label, size }) => [label, size?.value])).toEqual([
      ['≥56Gy', 50],
      ['<56Gy', 45],
    ]);
  });

  it('are one transplantation and two, where the name of one says what both are', () => {
    const text = '研究[1]比较单次(n=81)与双次ASCT(n=32)治疗骨髓瘤。双次与单次ASCT组中位PFS分别为41.2个月和30.5个月。';
    const [trial] = trialsOf(text);
    expect(trial?.arms?.map(({ id, size }) => [id, size?.value])).toEqual(
      expect.arrayContaining([
        ['双次ASCT', 32],
        ['单次ASCT', 81],
      ]),
    );
    const [first] = trial?.outcomes?.find(({ measure }) => measure === 'PFS')?.values ?? [];
    expect(first).toMatchObject({ arm: '双次ASCT', value: 41.2 });
  });

  it('are two where a kind of treatment is only another name of one of them', () => {
    const text =
      '方法 回顾分析经SBRT或手术治疗的80例肺癌患者,两组各40例。放疗组处方剂量为50Gy;手术组肺叶切除28例。结果 手术组3年OS率为81.7%,SBRT组为82.5%。结论 相当。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it('have one size, wherever it is printed', () => {
    const text = '某Ⅲ期研究[14]中,237例和119例分别进入氟唑帕利+阿帕替尼组和安慰剂+阿帕替尼组,中位PFS 21.6和15.9个月。';
    const [trial] = trialsOf(text);
    expect(trial?.arms?.map(({ size }) => size?.value)).toEqual([237, 119]);
    expect(trial?.population?.size).toBeUndefined();
  });

  it('got what two treatments set against each other were', () => {
    const text =
      '某研究[11]以阿帕替尼(250mg)联合卡瑞利珠单抗(200mg,每2周1次)对比索拉非尼,联合组120例,对照组121例,ORR为25.0%和5.8%。';
    expect(armsOf(text)).toEqual({ 联合组: ['apatinib', 'camrelizumab'], 对照: ['sorafenib'] });
  });

  it('are two where one is named by what it got more than the other', () => {
    const text =
      '某研究[15]将患者随机分为放疗序贯舒尼替尼组(50例)与舒尼替尼单药组(51例)。放疗组ORR为30.0%,单药组为31.4%。';
    expect(Object.values(armsOf(text))).toEqual([['radiotherapy', 'sunitinib'], ['sunitinib']]);
  });

  it('are two where the article tells two groups apart, though the same is known of both', () => {
    const text = '某研究[15]将患者随机分为手术后序贯舒尼替尼组(50例)与舒尼替尼单药组(51例),ORR分别为30.0%和31.4%。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it('are two where the article calls one by another name in a bracket', () => {
    const text =
      '某研究[7]将患者分为度伐利尤单抗联合贝伐珠单抗组(“D+B”组,80例)和仑伐替尼组(82例)。“D+B”组ORR为30.0%,仑伐替尼组为20.7%。';
    expect(Object.values(armsOf(text)).map((drugs) => drugs.toSorted())).toEqual([
      ['bevacizumab', 'durvalumab'],
      ['lenvatinib'],
    ]);
  });

  it('are not what the patients of a group had before', () => {
    const text =
      '方法 回顾分析脑转移患者,其中单纯SRT组40例,SRT加WBRT组41例,WBRT失败后SRT挽救组42例。结果 3组ORR分别为60.0%、61.0%和47.6%。结论 相近。';
    expect(Object.keys(armsOf(text))).toHaveLength(3);
  });

  it('are the one on trial and then the control', () => {
    const text =
      '某研究[19]入组298例,在TP方案基础上加斯鲁利单抗者中位OS 15.1个月,对照组12.2个月。斯鲁利单抗组皮疹多见。';
    expect(Object.values(armsOf(text)).map((drugs) => drugs.toSorted())).toEqual([
      ['cisplatin', 'paclitaxel', 'serplulimab'],
      [],
    ]);
  });

  it('are not the treatments that an analysis tried as factors, nor what is said of these in the end', () => {
    const text =
      '目的 探讨套细胞淋巴瘤的预后因素。方法 分析97例患者。结果 3年OS率为61.9%。多因素分析显示,行自体移植(χ2=5.02,P=0.025)是保护因素。结论 行自体移植的患者预后较好。';
    expect(armsOf(text)).toEqual({});
    expect(Object.keys(armsOf(text.replace('多因素分析显示,', '').replace('是保护因素', '者较多')))).toHaveLength(1);
  });

  it('are not diseases by the letters that the article gives them', () => {
    const text =
      '目的 比较小细胞癌(SCC)和大细胞癌(LCC)的预后。方法 分析81例患者。结果 SCC组的ORR高于LCC组(62.2% vs 41.7%)。';
    expect(armsOf(text)).toEqual({});
    expect(Object.keys(armsOf(text.replace('癌(SCC)', '癌').replace('癌(LCC)', '癌')))).toHaveLength(2);
  });

  it('are the kind of treatment whose effects are looked for, where no drug is named', () => {
    const text = '目的 观察辅助化疗对膀胱癌的疗效。方法 纳入53例患者。结果 3年OS率为62.6%。';
    expect(armsOf(text)).toEqual({ 辅助化疗: ['chemotherapy'] });
    expect(armsOf(text.replace('对膀胱癌的疗效', '后的随访'))).toEqual({});
  });

  it('are treatments before surgery and surgery alone', () => {
    const text = '一项研究[8]中,新辅助化疗较直接手术延长了OS(38个月 vs.30个月,P=0.03)。';
    expect(armsOf(text)).toEqual({ 新辅助化疗: ['chemotherapy'], 直接手术: ['surgery'] });
  });
});

import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/run.js';
import { rulebook } from '../rules/rule-packs.js';

/** The arms of the first study of a text, each with its label and drugs. */
function armsOf(text: string): Record<string, string[]> {
  const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
  const [trial] = extract(source, rulebook, 'test').record.trials;
  return Object.fromEntries(
    (trial?.arms ?? []).map(({ label, drugs = [] }) => [label ?? '', drugs.map(({ name }) => name)]),
  );
}

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

  it('are those that the article gives letters, whatever these stand for elsewhere', () => {
    const text =
      '研究[10]中214例患者接受贝伐单抗联合吉非替尼(A+T组,108例)或吉非替尼单药(106例),中位PFS 17.2个月对12.6个月。';
    expect(Object.values(armsOf(text))).toEqual([['bevacizumab', 'gefitinib'], ['gefitinib']]);
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

  it('are those that a bracket says the chemotherapy was', () => {
    const text =
      'SABLE研究[5]显示,双靶向帕妥珠单抗+曲妥珠单抗联合化疗(长春瑞滨)较单靶向曲妥珠单抗+长春瑞滨组平均延长PFS近5个月(分别为16.1个月vs.11.3个月)。';
    expect(Object.values(armsOf(text))).toEqual([
      ['pertuzumab', 'trastuzumab', 'vinorelbine'],
      ['trastuzumab', 'vinorelbine'],
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
      '方法 治疗组24例(放疗13例、化疗11例),对照组36例。结果 治疗组CR率为51.2%,对照组为30.7%。结论 有效。',
    );
    expect(arms.治疗组).not.toEqual(['radiotherapy']);
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
    const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
    const [trial] = extract(source, rulebook, 'test').record.trials;
    expect(trial?.arms?.[0]?.drugs?.map(({ atc }) => atc)).toEqual(['L01XG03', 'L04AX04']);
  });
});

describe('one arm', () => {
  it('has two names where the second repeats what the first says', () => {
    const text =
      '方法 将患者随机分为单用吉西他滨治疗组(GEM组)和单用紫杉醇周疗组(wT组),每组33例。结果 GEM组ORR为21.2%,wT组为27.3%。结论 有效。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it('is known before surgery by its words and its letters', () => {
    const text = '方法 患者分为新辅助化疗组和直接手术组。结果 NACT组R0切除率为94.1%,直接手术组为79.4%。结论 有效。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it('is named by the protocol that all were treated by', () => {
    expect(Object.keys(armsOf('方法 58例患儿按AIEOP-BFM-95方案治疗。结果 3年EFS率为81.0%。结论 有效。'))).toEqual([
      'AIEOP-BFM-95',
    ]);
  });
});

describe('the label of an arm', () => {
  it('is the name of a drug without its gloss, of a cell product the short one', () => {
    expect(Object.keys(armsOf('一项研究[3]用呋喹替尼(fruquintinib)治疗40例患者,ORR为10.0%。'))).toEqual(['呋喹替尼']);
    expect(Object.keys(armsOf('一项研究[3]用利基迈仑赛(liso-cel)治疗40例淋巴瘤患者,ORR为70.0%。'))).toEqual([
      'liso-cel',
    ]);
  });
});

describe('the names that an article gives a treatment', () => {
  it('stand for it: letters behind a drug, letters of a combination with doses', () => {
    expect(
      armsOf('某Ⅲ期研究[9]评价索米妥昔单抗(SMTX)的疗效。SMTX组(60例)与化疗组(61例)ORR分别为40.0%和16.4%。'),
    ).toMatchObject({ SMTX: ['mirvetuximab soravtansine'] });
    expect(
      armsOf('某研究[5]中,80例接受信迪利单抗(200mg)联合呋喹替尼(S+F),82例接受化疗,S+F组ORR为60.0%。')['S+F'],
    ).toEqual(['sintilimab', 'fruquintinib']);
  });

  it('stand for it behind an English name, too', () => {
    const text =
      'Mirvetuximab soravtansine(SMTX)是一种抗体偶联药物。某Ⅲ期研究[9]中,SMTX组(60例)与化疗组(61例)相比,ORR(40.0%vs16.4%)更高。';
    expect(armsOf(text)).toMatchObject({ SMTX: ['mirvetuximab soravtansine'] });
  });

  it('are letters that elsewhere are a disease where the article sets them beside a regimen', () => {
    const text = '一项研究[6]比较了GC与MVAC两种方案治疗膀胱癌,GC组40例,MVAC组41例,两组ORR分别为50.0%和46.3%。';
    expect(armsOf(text)).toMatchObject({ GC: ['gemcitabine', 'cisplatin'] });
  });

  it('are those that it defines, wherever it uses them', () => {
    const text =
      '伊立替康联合顺铂(IRP)与依托泊苷联合顺铂(EP)均为常用方案。某研究[4]纳入200例患者,IRP与EP的ORR为60.0%和57.0%。';
    expect(armsOf(text)).toEqual({ IRP: ['irinotecan', 'cisplatin'], EP: ['etoposide', 'cisplatin'] });
  });

  it('are not those of the last drug where these stand behind a combination', () => {
    const text = '某Ⅱ期研究[12]中,安罗替尼联合聚乙二醇化脂质体多柔比星(PLD)组30例,PLD组31例,ORR为40.0%和12.9%。';
    expect(Object.values(armsOf(text))).toEqual([['anlotinib', 'liposomal doxorubicin'], ['liposomal doxorubicin']]);
  });

  it('are all of what an arm on trial against a placebo got, where one of them says so', () => {
    const text =
      '某研究[20]在AG方案上加用替雷利珠单抗或安慰剂,替雷利珠单抗+AG组中位PFS为7.9个月,安慰剂+AG组为5.6个月,替雷利珠单抗组皮疹多见(12.4%vs7.1%)。';
    expect(Object.values(armsOf(text)).map((drugs) => drugs.toSorted())).toEqual([
      ['gemcitabine', 'nab-paclitaxel', 'tislelizumab'],
      ['gemcitabine', 'nab-paclitaxel', 'placebo'],
    ]);
  });

  it('are two names side by side and no unknown drug', () => {
    expect(Object.values(armsOf('一项研究[3]给予泰瑞沙奥希替尼治疗40例患者,ORR为60.0%。'))).toEqual([['osimertinib']]);
  });

  it('may be in no pack and are then recorded as printed, by the drug in the bracket where there is one', () => {
    expect(armsOf('一项研究[3]给予瑞索西塔单抗治疗40例患者,ORR为40.0%。')).toEqual({ 瑞索西塔单抗: ['瑞索西塔单抗'] });
    expect(armsOf('一项研究[3]给予瑞索西塔单抗(nivolumab,双抗)治疗40例患者,ORR为40.0%。')).toEqual({
      瑞索西塔单抗: ['nivolumab'],
    });
  });
});

describe('the arms of a study', () => {
  it('are two where a kind of treatment is only another name of one of them', () => {
    const text =
      '方法 回顾分析经SBRT或手术治疗的80例肺癌患者,两组各40例。放疗组处方剂量为50Gy;手术组肺叶切除28例。结果 手术组3年OS率为81.7%,SBRT组为82.5%。结论 相当。';
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it('have one size, wherever it is printed', () => {
    const text = '某Ⅲ期研究[14]中,237例和119例分别进入氟唑帕利+阿帕替尼组和安慰剂+阿帕替尼组,中位PFS 21.6和15.9个月。';
    const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
    const { record } = extract(source, rulebook, 'test');
    expect(record.trials[0]?.arms?.map(({ size }) => size?.value)).toEqual([237, 119]);
    expect(record.trials[0]?.population?.size).toBeUndefined();
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
});

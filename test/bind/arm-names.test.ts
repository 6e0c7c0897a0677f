import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

describe('the label of an arm', () => {
  it('is its part in the study where that stands in the bracket behind its size', () => {
    const text =
      '方法 58例患者随机分为多西他赛联合顺铂组30例(观察组)和多西他赛组28例(对照组)。结果 观察组ORR为46.7%,对照组为25.0%。';
    expect(armsOf(text)).toEqual({ 观察组: ['docetaxel', 'cisplatin'], 对照: ['docetaxel'] });
  });

  it('is the letters alone where the article explains them by an operation', () => {
    const text =
      '目的比较患者初始减瘤手术(primary debulking operation,PDO)与延期减瘤手术(delayed debulking operation,DDO)。方法 96例患者分为PDO组和DDO组。结果 PDO组手术时间长于DDO组(P<0.05)。';
    expect(Object.keys(armsOf(text))).toEqual(['PDO', 'DDO']);
  });

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

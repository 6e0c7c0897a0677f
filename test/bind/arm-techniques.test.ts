import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

describe('arms that are techniques', () => {
  it('are one by either name, and no arm of the treatment that both are', () => {
    const text =
      '方法 84例结肠癌患者分为腹腔镜组44例,开腹组40例。结果 腹腔镜手术组肺部感染率为4.5%,低于开腹手术组的15.0%。';
    expect(armsOf(text)).toEqual({ 腹腔镜: ['laparoscopic surgery'], 开腹: ['open surgery'] });
  });

  it('are the ways in to an organ, also where one word for the operation stands behind both', () => {
    const text =
      '目的 比较机器人与腹腔镜肾部分切除术的疗效。方法 72例肾癌患者分为机器人组36例,腹腔镜组36例。结果 两组热缺血时间相近。';
    expect(armsOf(text)).toEqual({ 机器人: ['robotic surgery'], 腹腔镜: ['laparoscopic surgery'] });
    const given =
      '方法 84例胃癌患者分为甲组和乙组,各42例,甲组行单孔腹腔镜胃癌根治术,乙组行传统开腹胃癌根治术。结果 甲组ORR 40%。';
    expect(armsOf(given)).toEqual({ 甲组: ['laparoscopic surgery'], 乙组: ['open surgery'] });
  });

  it('are those of most patients, and not of the few who had them in the end', () => {
    const text = '回顾性分析82例脑膜瘤患者的资料,82例患者均行显微手术治疗。结果 随访中复发6例,行放疗3例,再次手术2例。';
    expect(Object.keys(armsOf(text))).toEqual(['显微手术治疗']);
  });

  it('are low and conventional fractions, by the words for irradiation, too', () => {
    const text =
      '目的 比较常规分割放疗组与低分割放疗组的止痛效果。方法 51例患者中30例采用常规分割照射,21例采用低分割照射。结果 两组缓解率分别为80.0%和85.7%。';
    expect(Object.values(armsOf(text))).toEqual([['conventional radiotherapy'], ['hypofractionated radiotherapy']]);
  });

  it('are named by the way in alone', () => {
    const text = '方法 其中前入路XYZP组31例,后入路XYZP组29例。结果 前入路XYZP组手术时间短于后入路XYZP组(P=0.02)。';
    expect(Object.keys(armsOf(text))).toEqual(['前入路XYZP', '后入路XYZP']);
  });

  it('are told apart where both are radiotherapy, whatever joins their names', () => {
    const text = '一项研究[4]分析了IMRT与3D-CRT治疗的86例患者,IMRT和3D-CRT的2年OS率分别为60.5%和46.5%。';
    expect(armsOf(text)).toEqual({ IMRT: ['IMRT'], '3D-CRT': ['3D-CRT'] });
    const short =
      '方法 84例患者分为三维适形放疗组(42例)与调强放疗组(42例)。结果 三维适形组和调强组ORR分别为71.4%和78.6%。';
    expect(armsOf(short)).toEqual({ 三维适形: ['3D-CRT'], 调强: ['IMRT'] });
  });

  it('are recorded as radiotherapy where something else tells them apart', () => {
    const text = '方法 84例患者分为调强放疗组(42例)和调强放疗联合替吉奥组(42例)。';
    expect(Object.values(armsOf(text))).toEqual([['radiotherapy'], ['radiotherapy', 'tegafur-gimeracil-oteracil']]);
  });
});

describe('treatments that share one word for group', () => {
  it('are arms where one of them was given alone', () => {
    const text = '方法 63例患者分为TACE联合RFA、单纯RFA和单纯TACE治疗组。结果 三组ORR分别为81.0%、66.7%和52.4%。';
    expect(armsOf(text)).toEqual({
      TACE联合RFA: ['TACE', 'ablation'],
      单纯RFA: ['ablation'],
      单纯TACE治疗组: ['TACE'],
    });
    expect(Object.keys(armsOf('方法 63例患者分为TACE、TACE联合索拉非尼和索拉非尼组。'))).toEqual([
      'TACE',
      'TACE联合索拉非尼',
      '索拉非尼',
    ]);
  });

  it('are arms where they are only counted', () => {
    const text = '方法 84例患者分为吉西他滨联合顺铂与单纯吉西他滨两组。结果 两组ORR分别为35.7%和21.4%。';
    expect(armsOf(text)).toEqual({
      吉西他滨联合顺铂: ['gemcitabine', 'cisplatin'],
      单纯吉西他滨: ['gemcitabine'],
    });
  });
});

describe('a letter and the treatment behind it', () => {
  it('are one arm, with the size behind them', () => {
    const text =
      '方法 84例患者按治疗归为2组:A组替吉奥联合粒子植入组,共40例,B组粒子植入组,共44例。结果 A组ORR为62.5%,B组为40.9%。';
    expect(armsOf(text)).toEqual({ A: ['tegafur-gimeracil-oteracil', 'brachytherapy'], B: ['brachytherapy'] });
    expect(trialsOf(text)[0]?.arms?.map(({ size }) => size?.value)).toEqual([40, 44]);
  });

  it('are one arm, too, where the text goes on with both names and both arms got the same drugs', () => {
    const text =
      '方法 84例患者分为甲组:同步放化疗组,40例;乙组:序贯放化疗组,44例。结果 甲组ORR为62.5%,乙组为40.9%。同步放化疗组3年OS率为40.0%,序贯放化疗组为29.5%。';
    expect(Object.keys(armsOf(text))).toEqual(['甲组', '乙组']);
  });

  it('and a part in the study and the treatment in the bracket are one arm', () => {
    const text = '方法 84例患者随机分为试验组(阿帕替尼联合化疗组,40例)和对照组(单纯化疗组,44例)。';
    expect(armsOf(text)).toEqual({ 试验组: ['apatinib', 'chemotherapy'], 对照: ['chemotherapy'] });
    expect(trialsOf(text)[0]?.population?.size?.value).toBe(84);
  });

  it('name what each arm got where two arms differ in the dose alone', () => {
    const text = '方法 84例患者随机分为A组和B组,各42例,A组予厄洛替尼150mg,B组予厄洛替尼100mg。';
    const doses = trialsOf(text)[0]?.arms?.map(({ drugs }) => drugs?.[0]?.doses?.map(({ value }) => value));
    expect(doses).toEqual([[150], [100]]);
  });
});

describe('a group of factors', () => {
  it('is no arm', () => {
    const text =
      '方法 84例患者分为放疗组40例、手术组44例,按肿瘤大小、有无淋巴结转移亚组分析。结果 放疗组ORR为62.5%,腺癌组和鳞癌亚组相近。';
    expect(Object.keys(armsOf(text))).toEqual(['放疗组', '手术组']);
  });
});

describe('a group by its donor', () => {
  it('is a transplantation, whose donor is no trait of the patients', () => {
    const text =
      '方法 按供者类型分为同胞全相合移植组(n=31)和单倍体移植组(n=42)。结果 同胞全相合移植组3年OS率为71.0%,单倍体移植组为64.3%。结论 相当。';
    expect(Object.keys(armsOf(text))).toEqual(['同胞全相合移植', '单倍体移植']);
  });

  it('goes by the letters that end with those for a transplantation, in a list, too', () => {
    const text =
      '方法 无关全相合造血干细胞移植(UD-HSCT)患者21例、同胞全相合造血干细胞移植(Sib-HSCT)患者33例、单倍体相合造血干细胞移植(Hi-HSCT)患者26例。结果 UD-HSCT、Sib-HSCT、Hi-HSCT组2年OS率分别为61.9%、72.7%、65.4%。结论 相当。';
    const [trial] = trialsOf(text);
    expect(trial?.arms?.map(({ drugs, size }) => [drugs?.[0]?.name, size?.value])).toEqual([
      ['URD-HSCT', 21],
      ['MSD-HSCT', 33],
      ['haplo-HSCT', 26],
    ]);
    expect(trial?.outcomes?.[0]?.values?.map(({ value }) => value)).toEqual([61.9, 72.7, 65.4]);
  });

  it('is what those of whom so many are told were given, one or the other', () => {
    const text =
      '方法 以行亲缘单倍体相合外周血造血干细胞移植(RH-PBSCT)的58例患者为研究对象,以行同胞全相合外周血造血干细胞移植(MS-PBSCT)的66例患者为对照。结果 RH-PBSCT和MS-PBSCT患者间质性肺炎发生率分别为17.2%和13.6%。结论 相当。';
    expect(Object.values(armsOf(text))).toEqual([['haplo-HSCT'], ['MSD-HSCT']]);
  });
});

describe('treatments of one kind', () => {
  it('are two groups by their abbreviations, though the operation is one', () => {
    const told =
      '目的 比较腹腔镜胃切除术(LAG)与开腹胃切除术(OAG)的疗效。结果 共纳入150例患者,LAG组60例,OAG组90例。LAG组住院时间短于OAG组(13 d vs 26 d)。';
    expect(trialsOf(told)[0]?.arms?.map(({ id, size }) => [id, size?.value])).toEqual([
      ['LAG', 60],
      ['OAG', 90],
    ]);
  });

  it('are two treatments where each has so many patients', () => {
    const told =
      '方法 120例宫颈癌患者随机分为两组:同步放化疗和单纯放疗各60例。结果 同步放化疗组ORR为90.1%,单纯放疗组为70.2%。';
    expect(Object.keys(armsOf(told))).toEqual(['同步放化疗', '单纯放疗']);
  });
});

import { describe, expect, it } from 'vitest';
import { armsOf } from './trials-of.js';

const sorted = (text: string) => Object.fromEntries(Object.entries(armsOf(text)).map(([k, v]) => [k, v.toSorted()]));

describe('an arm that is called by a part of what it got', () => {
  it('got all of the combination that holds it, where both arms share the rest', () => {
    const text = '一项研究[4]显示吉西他滨合并放疗优于卡铂合并放疗。吉西他滨组3年OS率为61.2%,卡铂组为52.7%。';
    expect(sorted(text)).toEqual({ 吉西他滨: ['gemcitabine', 'radiotherapy'], 卡铂: ['carboplatin', 'radiotherapy'] });
  });

  it.each(['吉西他滨联合顺铂优于卡铂联合紫杉醇。', '吉西他滨联合放疗或联合顺铂均可,卡铂亦可联合放疗。'])(
    'got no more where the rest is not one and the same: %s',
    (before) => {
      const text = `一项研究[4]显示${before}吉西他滨组3年OS率为61.2%,卡铂组为52.7%。`;
      expect(sorted(text)).toEqual({ 吉西他滨: ['gemcitabine'], 卡铂: ['carboplatin'] });
    },
  );

  it('got what the other arm got, too, where the text speaks of the two together', () => {
    const text = '一项研究[4]用恩度联合NP方案治疗NSCLC。恩度组ORR为34.8%,NP组为20.3%。';
    expect(sorted(text).恩度).toEqual(['cisplatin', 'recombinant human endostatin', 'vinorelbine']);
  });

  it('got the drugs that a bracket says the chemotherapy was', () => {
    const text =
      '一项Ⅲ期研究[4]评价西妥昔单抗联合化疗(奥沙利铂+氟尿嘧啶+亚叶酸钙)的疗效。与单纯化疗组比较,西妥昔单抗组ORR更高(58%对41%)。';
    const arms = sorted(text);
    expect(arms.单纯化疗组).toEqual(['fluorouracil', 'leucovorin', 'oxaliplatin']);
    expect(arms.西妥昔单抗).toEqual(['cetuximab', 'fluorouracil', 'leucovorin', 'oxaliplatin']);
  });

  it.each([
    ['is said to have got it alone', '恩度联合NP方案治疗NSCLC。单用恩度组ORR为34.8%,NP组为20.3%。'],
    ['is spoken of by itself before', '恩度治疗NSCLC,也可用恩度联合NP方案。恩度组ORR为34.8%,NP组为20.3%。'],
  ])('got no more where it %s', (_, told) => {
    expect(sorted(`一项研究[4]用${told}`).恩度).toEqual(['recombinant human endostatin']);
  });
});

describe('a group called by what was added to chemotherapy', () => {
  it.each([
    '方法 阿帕替尼联合替吉奥组35例,替吉奥单药组35例。结果 阿帕替尼组PFS为5.3个月,替吉奥组为3.4个月。',
    '方法 对照组40例给予GP方案化疗,观察组40例给予贝伐珠单抗联合GP方案。结果 贝伐珠单抗组ORR为57.5%,GP组为37.5%。',
  ])('is one of the two arms: %s', (text) => {
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it.each([
    '方法 分为吉非替尼组30例、化疗组30例和吉非替尼联合化疗组30例。结果 吉非替尼组ORR为40.0%,化疗组为30.0%,联合组63.3%。',
    '一项研究[4]中吉非替尼组、化疗组和吉非替尼联合化疗组的ORR分别为41.2%、30.4%和60.9%。',
  ])('is an arm of its own beside both: %s', (text) => {
    expect(Object.keys(armsOf(text))).toHaveLength(3);
  });
});

describe('letters that are a regimen only before the word for one', () => {
  it('are the drugs of the group that they name with that word', () => {
    const text = '方法 52例患者分为两组,EP方案组26例,CAV方案组26例。结果 有效率分别为65.4%和53.8%。';
    expect(sorted(text)).toMatchObject({ CAV方案组: ['cyclophosphamide', 'doxorubicin', 'vincristine'] });
  });
});

describe('groups without sizes beside two arms with sizes', () => {
  const sized = '一项研究[4]中,培美曲塞联合卡铂组(n=96)与吉西他滨联合卡铂组(n=93)的OS相近。';

  it('are these two by a part of what they got', () => {
    const text = `${sized}培美曲塞组贫血发生率为6.3%,吉西他滨组为11.8%。`;
    expect(Object.keys(armsOf(text))).toHaveLength(2);
  });

  it('are others where they got it alone', () => {
    const text = `${sized}培美曲塞单药组贫血发生率为6.3%,吉西他滨单药组为11.8%。`;
    expect(Object.keys(armsOf(text))).toHaveLength(4);
  });
});

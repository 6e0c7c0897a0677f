import { describe, expect, it } from 'vitest';
import { armsOf, trialsOf } from './trials-of.js';

const labelsOf = (text: string) => Object.keys(armsOf(text));

describe('treatments that a text sets against each other', () => {
  it.each([
    ['吉非替尼与埃克替尼一线治疗EGFR突变肺癌的疗效比较。结果 ORR分别为64.1%和60.2%。', ['吉非替尼', '埃克替尼']],
    ['仑伐替尼和索拉非尼在肝癌患者中的安全性对比。结果 ORR分别为24.1%和9.8%。', ['仑伐替尼', '索拉非尼']],
    ['一项恩沙替尼和克唑替尼的头对头研究[2]中,ORR分别为74.1%和66.8%。', ['恩沙替尼', '克唑替尼']],
  ])('are two arms where what is compared stands last: %s', (text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });

  it('are no more than two where a standard was one regimen or another', () => {
    const text = '一项研究[3]将98例患者随机分为cilta-cel组和标准治疗组(PVd或DPd)。结果 ORR分别为84.1%和66.2%。';
    expect(armsOf(text).标准治疗组).toEqual([]);
  });

  it('are one where patients are what differs', () => {
    const text = '吉西他滨与顺铂治疗不同分期胆管癌的疗效比较。结果 ORR为34.1%。';
    expect(labelsOf(text)).toEqual(['吉西他滨与顺铂']);
  });

  it('are two arms even where both are of one drug', () => {
    const told = (original: string) => `HLX02与${original}治疗乳腺癌的等效性研究[3]中,ORR分别为66.4%和64.9%。`;
    expect(labelsOf(told('原研曲妥珠单抗'))).toEqual(['HLX02', '原研曲妥珠单抗']);
    expect(labelsOf(told('参照药曲妥珠单抗联合多西他赛'))).toContain('HLX02');
    expect(labelsOf('一项研究[3]中,汉曲优对比赫赛汀的ORR为66.4%比64.9%。')).toEqual(['汉曲优', '赫赛汀']);
    expect(labelsOf('一项研究[3]中,诱导化疗联合放化疗对比放化疗的CR率为70.3%比59.8%。')).toHaveLength(2);
  });

  it('are known by letters that the lexicon knows a part of', () => {
    const text =
      '目的 评价诱导化疗联合同期放化疗(IC+CCRT)的疗效。结果 Meta分析显示,与CCRT相比,IC+CCRT提高了CR率(OR=1.86,P=0.02)。';
    expect(labelsOf(text)).toEqual(['IC+CCRT', 'CCRT']);
    expect(trialsOf(text)[0]?.outcomes?.[0]?.comparisons?.[0]?.arms).toEqual(['IC+CCRT', 'CCRT']);
  });

  it('are the arms where only the part of one is named', () => {
    const text = '阿美替尼和含铂双药化疗的头对头研究[2]显示,阿美替尼的ORR高于对照组(70.2% vs 34.1%)。';
    expect(labelsOf(text)).toEqual(['阿美替尼', '含铂双药化疗']);
  });
});

describe('groups of a part of the studies that are pooled', () => {
  const told = (design: string) =>
    `目的 ${design}PD-1抑制剂的疗效。结果 PD-1/PD-L1抑制剂治疗(试验组)610例,常规治疗(对照组)598例,` +
    'PD-1抑制剂单药与化疗组相比PFS无差异(HR=1.12,P=0.21)。';

  it.each(['Meta分析评价', '系统地评价'])('are no arms beside those that the article introduces: %s', (design) => {
    expect(labelsOf(told(design))).toEqual(['试验组', '对照']);
  });

  it('are arms of a study of its own', () => {
    expect(labelsOf(told('观察'))).toContain('化疗');
  });
});

import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const items = [
  'BRAF突变结肠癌的辅助治疗。该随机、双盲试验因入组缓慢提前终止。研究共筛选412例患者,86例按3:1随机分至每日300mg康奈非尼(N=64)或安慰剂组(N=22)。DFS风险比(HR)为0.66(95%CI:0.31-1.38)。',
  'ORBIT-7(NCT04123456):318名一线治疗后进展的胃癌;雷莫西尤单抗对比安慰剂,中位PFS 4.3 vs 2.6个月。',
  'QUASAR-3研究:224例胆管癌患者接受吉西他滨治疗,ORR为18.3%。',
  '新一代MET抑制剂的1期研究,共报告64例患者的数据:38例可评估疗效的患者中,胃癌(n=21)的ORR、中位PFS达28.6%、4.1个月。',
];

function studiesOf(lines: readonly string[]) {
  return trialsOf(['会议快讯', ...lines].join('\n'));
}

describe('a digest without citations', () => {
  it('tells of one study in each of its numbered items', () => {
    const trials = studiesOf(items.map((item, i) => `${i + 1}. ${item}`));
    expect(trials).toHaveLength(4);
    expect(trials.map(({ name }) => name ?? '').filter((name) => name !== '')).toEqual(['ORBIT-7', 'QUASAR-3']);
    const unnamed = trials.filter(({ name }) => name === undefined);
    expect(unnamed.map(({ arms = [] }) => arms.length)).toContain(2);
  });

  it('tells of another study in the next item though neither names a drug', () => {
    const unnamed = [
      '甲状腺癌的观察性研究,共48例患者,1年OS率为91.7%。',
      '胸腺癌的登记研究,共52例患者,1年OS率为84.6%。',
    ];
    const trials = studiesOf([...items.slice(1, 3), ...unnamed].map((item, i) => `${i + 1}. ${item}`));
    expect(trials.map(({ population }) => population?.size?.value)).toEqual(expect.arrayContaining([48, 52]));
    expect(trials).toHaveLength(4);
  });

  it('tells of no study in an item with a single number', () => {
    const general = ['3. 胸腺癌每年的新发病例不到1.2万例。', '4. 新药治疗淋巴瘤的应答率约为40%。'];
    expect(studiesOf([...items.slice(1, 3).map((item, i) => `${i + 1}. ${item}`), ...general])).toHaveLength(2);
  });

  it('tells in a paragraph without a number of no study that it does not name', () => {
    expect(studiesOf(items.slice(0, 3)).map(({ name }) => name)).toEqual(['ORBIT-7', 'QUASAR-3']);
  });
});

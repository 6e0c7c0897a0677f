import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

/** The outcomes of the first study of a text. */
function outcomesOf(text: string) {
  return trialsOf(text)[0]?.outcomes ?? [];
}

describe('a value', () => {
  // Each time asks whether one before it is a landmark: asked anew for each, a list of thirty would never be done.
  it('is of its own time in a list of any length, of which the first time alone tells the rate', () => {
    const months = Array.from({ length: 30 }, (_, i) => i + 1);
    const later = months.slice(1).map((month) => `${month}个月${90 - month}%`);
    const outcomes = outcomesOf(`方法 58例患者行手术。结果 1个月OS率89%,${later.join(',')}。结论 有效。`);
    expect(outcomes.map(({ time }) => time)).toEqual(months.map((month) => `${month}个月`));
    expect(outcomesOf(`方法 58例患者行手术。结果 MMR:${later.join(',')}。`).length).toBeGreaterThan(0);
  });

  it('has the unit of the difference that its bracket explains', () => {
    const outcomes = outcomesOf('研究[4]中呋喹替尼组(n=138)较安慰剂组(n=70)中位OS延长2.6个月(9.2vs6.6,P=0.011)。');
    const median = outcomes.find(({ statistic }) => statistic === 'median');
    expect(median?.unit).toBe('month');
    expect(median?.values?.map(({ value }) => value)).toEqual([9.2, 6.6]);
  });

  it('is recorded once, though a sum says of what it is, too', () => {
    const outcomes = outcomesOf(
      '方法 将60例肝癌患者分为A组(n=30)和B组(n=30)。结果 13例患者出现局部复发,其中A组5例,B组8例(P=0.532)。结论 相当。',
    );
    const counts = outcomes
      .filter(({ measure }) => measure === 'local-recurrence')
      .flatMap(({ values }) => values ?? []);
    expect(counts.map(({ arm, value }) => [arm, value])).toEqual(
      expect.arrayContaining([
        ['A', 5],
        ['B', 8],
      ]),
    );
    expect(counts.filter(({ arm }) => arm !== undefined)).toHaveLength(2);
  });

  it('is of the place that the disease went to, be it one that no rule knows', () => {
    const [trial] = trialsOf('结果 60例患儿中45例(75.0%)骨转移,6例(10.0%)眼眶转移。');
    const told = (trial?.baseline ?? []).map(({ item, value }) => [item, value]);
    expect(told).toEqual([
      ['bone-metastasis', 75],
      ['眼眶转移', 10],
    ]);
  });

  it('is no length of survival where it only tells how long some survived', () => {
    const told = outcomesOf('结果 40例患者3年无瘤生存30例(75.0%);无瘤生存超过5年共有12例。');
    expect(told.map(({ statistic }) => statistic)).not.toContain('median');
  });

  it('holds for the time within which it was reached', () => {
    const told = outcomesOf(
      '方法 将60例膀胱癌患者分为观察组和对照组,各30例。结果 对照组12个月内肿瘤复发率为31.2%,2年内复发率为51.4%。',
    );
    expect(told.map(({ time }) => time)).toEqual(['12个月', '2年']);
  });
});

import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const study = '一项研究[5]将肝癌患者分为A组(n=40)、B组(n=41)和C组(n=42)。';

/** What each effect compares, and what it is. */
function effectsOf(told: string) {
  const outcomes = trialsOf(study + told)[0]?.outcomes ?? [];
  return outcomes.flatMap(({ comparisons }) =>
    (comparisons ?? []).flatMap(({ arms, effect }) => (effect ? [[arms, effect.value]] : [])),
  );
}

describe('an estimate in a bracket', () => {
  it('is of the arm before it against the one behind the bracket', () => {
    expect(effectsOf('B组的死亡风险(HR=0.73,95%CI 0.54~0.96)显著低于A组。')).toEqual([[['B', 'A'], 0.73]]);
  });

  it('is against all that the words behind the bracket name', () => {
    expect(effectsOf('A组的5年OS(HR=0.73,95%CI 0.54~0.96)较B组和C组更高。')).toEqual([[['A', 'B', 'C'], 0.73]]);
  });

  it('compares no arms that the words behind the bracket do not', () => {
    expect(effectsOf('A组的5年OS(HR=0.73,95%CI 0.54~0.96)令人满意,C组更差。')).toEqual([[undefined, 0.73]]);
  });
});

import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

/** What the outcomes of a text are, whose, and of which patients. */
function toldOf(text: string) {
  return (trialsOf(text)[0]?.outcomes ?? []).flatMap(({ measure, time, subgroup, values }) =>
    (values ?? []).map(({ arm, value }) => [measure, time, subgroup, arm, value]),
  );
}

describe('what is told of arms or groups in turn', () => {
  it('goes on with the arm told last where the same was told of the other', () => {
    const told = toldOf(
      '方法 将96例胃癌患者分为甲组和乙组,各48例。结果 甲组ORR为52.1%。DCR为81.3%。乙组ORR为41.7%。DCR为72.9%。中位OS为13.4个月。',
    );
    expect(told).toContainEqual(['DCR', undefined, undefined, '乙组', 72.9]);
    expect(told).toContainEqual(['OS', undefined, undefined, undefined, 13.4]);
  });

  it('has the stage of a list in the place of all patients', () => {
    const told = toldOf('结果 47例患者1、3年OS率分别为85.1%、57.4%,其中Ⅱ期分别为95.0%、75.0%。');
    expect(told).toContainEqual(['OS', '3年', undefined, undefined, 57.4]);
    expect(told).toContainEqual(['OS', '1年', 'Ⅱ期', undefined, 95]);
    expect(told).toContainEqual(['OS', '3年', 'Ⅱ期', undefined, 75]);
  });
});

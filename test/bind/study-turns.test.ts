import { describe, expect, it } from 'vitest';
import { trialsOf } from './trials-of.js';

const named = (text: string) => trialsOf(text).map(({ id }) => id);

describe('a study', () => {
  it('is the same by the short name that a bracket gives it', () => {
    const text =
      'LUNARIS-Lung05(LL05)研究显示,赛沃替尼组ORR为41.2%,化疗组为29.6%。LL05研究中赛沃替尼组皮疹发生率为18.7%。';
    expect(named(text)).toEqual(['LUNARIS-Lung05']);
  });

  it.each([
    '在LUNARIS研究的基础上,VEGA-2研究中',
    '继LUNARIS研究之后,VEGA-2研究显示',
    '在LUNARIS研究获得成功后,VEGA-2研究证实',
  ])('is the one that followed another: %s', (told) => {
    expect(named(`${told}赛沃替尼组的ORR为41.2%,化疗组为29.6%。`)).toEqual(['VEGA-2']);
  });

  it('is the first that is named where the second is only beside it', () => {
    expect(named('在LUNARIS研究中,与VEGA-2研究相比,赛沃替尼组的ORR为41.2%。')[0]).toBe('LUNARIS');
  });
});

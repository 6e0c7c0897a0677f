import { describe, expect, it } from 'vitest';
import { mentionsOf, printed } from './tagged.js';

describe('a name with its gloss in brackets', () => {
  it.each([
    ['总缓解率(overall response rate,ORR)为75%', '总缓解率(overall response rate,ORR)', 'ORR'],
    ['完全缓解(complete response,CR)占30%', '完全缓解(complete response,CR)', 'CR'],
    ['无进展生存期(PFS)为12个月', '无进展生存期(PFS)', 'PFS'],
  ])('is one measure: %s', (text, whole, name) => {
    expect(mentionsOf(text, 'measure')).toMatchObject([{ text: whole, name }]);
  });

  it('stays apart from a bracket with numbers', () => {
    expect(printed('完全缓解(12例,30%)', 'measure')).toEqual(['完全缓解']);
    expect(printed('总缓解率(75%)', 'measure')).toEqual(['总缓解率']);
  });

  it('takes along what belongs to the word behind the bracket', () => {
    expect(printed('总生存(OS)率为80%', 'measure')).toEqual(['总生存(OS)率']);
  });
});

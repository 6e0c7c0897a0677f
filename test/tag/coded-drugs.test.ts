import { describe, expect, it } from 'vitest';
import { mentionsOf, tagged } from './tagged.js';

/** The drugs of a text; the first one of a combination with doses also stands for the whole. */
function drugsIn(text: string): (string | undefined)[] {
  return mentionsOf(text, 'drug', 'regimen').map(({ name, facts }) => facts.lead ?? name);
}

describe('a drug that only has a code', () => {
  it.each([
    ['靶向HER3的ADC药物YX-614治疗晚期胃癌', 'YX-614'],
    ['YX-614(抗HER3单抗,8mg/kg)', 'YX-614'],
    ['YX-614单药', 'YX-614'],
    ['YX-614是一种新型HER3抑制剂', 'YX-614'],
    ['YX-614治疗复发难治淋巴瘤', 'YX-614'],
    ['患者接受YX-614治疗', 'YX-614'],
    ['YX-614 8mg/kg联合化疗', 'YX-614'],
    ['随后输注C-QAR31。', 'C-QAR31'],
  ])('is known by the words around it: %s', (text, name) => {
    expect(drugsIn(text)).toContain(name);
  });

  it.each([
    'YX-614的ORR为30%',
    '检测CA724联合化疗的疗效',
    '患者接受RT60联合化疗',
    '评估L858R患者在NSCLC患者中的ORR',
    '采用FACT-G27量表',
    '检测HOXA11联合AFP',
    'YX-614研究纳入30例患者',
  ])('is none by its form alone: %s', (text) => {
    expect(drugsIn(text).filter((name) => /\d{2}/u.test(name ?? ''))).toEqual([]);
  });

  it('is the drug wherever its code stands', () => {
    expect(drugsIn('患者接受YX-614治疗。YX-614的ORR为30%。')).toEqual(['YX-614', 'YX-614']);
  });

  it('gives the arm that is called by it its name', () => {
    expect(tagged('YX-614组的ORR为30%。双抗YX-614在').definitions.get('YX-614')).toBe('YX-614');
  });

  it('was no name of a study where the study is one of it', () => {
    const text = '患者接受YX-614治疗。YX-614的Ⅱ期研究纳入30例患者';
    expect(mentionsOf(text, 'study')).toEqual([]);
    expect(mentionsOf(text, 'design').map(({ name }) => name)).toEqual(['phase-2']);
  });

  it('takes the number that its code ends with', () => {
    expect(mentionsOf('患者接受YX-614治疗', 'quantity')).toEqual([]);
  });

  it.each([
    ['CD22 CAR-T产品QR-305治疗r/r ALL', 'CAR-T CD22'],
    ['QR-305是一种新型CAR-T,靶向BCMA和CD19。', 'CAR-T BCMA/CD19'],
    ['QR-305是一种新型CAR-T,靶向HER2和MSLN。', 'QR-305'],
    ['患者接受单次QR-305回输', 'QR-305'],
  ])('goes by what its cells find, where the lexicon has such: %s', (text, name) => {
    const [drug] = mentionsOf(text, 'drug');
    expect(drug).toMatchObject({ name, facts: { cells: 'yes' } });
    expect(mentionsOf(text, 'procedure').filter(({ span }) => span.end <= (drug?.span.start ?? 0))).toEqual([]);
  });
});

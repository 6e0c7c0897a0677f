import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/run.js';
import { rulebook } from '../rules/rule-packs.js';

/** The arms of the first study of a text, each with its label and drugs. */
function armsOf(text: string): Record<string, string[]> {
  const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
  const [trial] = extract(source, rulebook, 'test').record.trials;
  return Object.fromEntries(
    (trial?.arms ?? []).map(({ label, drugs = [] }) => [label ?? '', drugs.map(({ name }) => name)]),
  );
}

describe('the drugs of an arm', () => {
  it('are those of the other arm where it got these and one more', () => {
    const text =
      '方法 对照组采用DP方案化疗(多西他赛75mg/m2,第1天;顺铂75mg/m2,第1天),试验组采用安罗替尼联合化疗。结果 试验组和对照组ORR分别为41.2%和30.6%。结论 有效。';
    expect(Object.values(armsOf(text)).map((drugs) => drugs.toSorted())).toEqual(
      expect.arrayContaining([
        ['cisplatin', 'docetaxel'],
        ['anlotinib', 'cisplatin', 'docetaxel'],
      ]),
    );
  });

  it('are spelled out where the article or the lexicon says what letters stand for', () => {
    const text =
      '目的 观察FLAG联合维奈克拉治疗白血病的疗效。方法 20例患者接受FLAG联合维奈克拉治疗。结果 CR率为60.0%。结论 有效。';
    const [drugs = []] = Object.values(armsOf(text));
    expect(drugs).toContain('fludarabine');
    expect(drugs).toContain('venetoclax');
    expect(drugs).not.toContain('FLAG');
  });

  it('are none of what the patients of the arm did not get', () => {
    const text =
      '方法 58例脑膜白血病患者中,27例行WBRT(WBRT组),31例仅行单纯化疗(非WBRT组)。结果 WBRT组1年OS率为63.0%,非WBRT组为41.9%。结论 有效。';
    expect(armsOf(text)).toEqual({ WBRT组: ['radiotherapy'], 非WBRT组: [] });
  });

  it('are known by the long form of their abbreviation', () => {
    const text =
      '目的 比较放化疗与单纯手术(S)治疗食管癌。方法 CRT组40例,S组41例。结果 CRT组与S组的3年OS率分别为48.1%和36.6%。结论 有效。';
    expect(armsOf(text)).toMatchObject({ S: ['surgery'] });
  });

  it('have their ATC codes, in a combination, too', () => {
    const text = '一项研究[4]用伊沙佐米联合来那度胺治疗58例患者,ORR为65.5%。';
    const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
    const [trial] = extract(source, rulebook, 'test').record.trials;
    expect(trial?.arms?.[0]?.drugs?.map(({ atc }) => atc)).toEqual(['L01XG03', 'L04AX04']);
  });
});

describe('the label of an arm', () => {
  it('is the name of a drug without its gloss, of a cell product the short one', () => {
    expect(Object.keys(armsOf('一项研究[3]用呋喹替尼(fruquintinib)治疗40例患者,ORR为10.0%。'))).toEqual(['呋喹替尼']);
    expect(Object.keys(armsOf('一项研究[3]用利基迈仑赛(liso-cel)治疗40例淋巴瘤患者,ORR为70.0%。'))).toEqual([
      'liso-cel',
    ]);
  });
});

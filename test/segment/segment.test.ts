import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmented, texts } from './segmented.js';

/** Number, title and role of each section. */
function sections(text: string): (string | undefined)[][] {
  return segmented(text).sections.map(({ number, title, role }) => [number, title, role]);
}

describe('headings', () => {
  it('stand on a line of their own, with a number before them', () => {
    expect(sections('某药治疗骨髓瘤的进展\n1 作用机制\n它抑制肿瘤细胞的生长。\n1.2 联合方案\n联合两种药物。')).toEqual([
      [undefined, undefined, 'body'],
      ['1', '作用机制', 'body'],
      ['1.2', '联合方案', 'body'],
    ]);
  });

  it.each([
    ['方法', 'methods'],
    ['结果', 'results'],
    ['讨论', 'discussion'],
    ['参考文献', 'references'],
  ])('say by their words what a part is for: %s', (title, role) => {
    expect(sections(`某药的疗效\n2 ${title}\n共入组40例患者。`).at(-1)).toEqual(['2', title, role]);
    expect(sections(`某药的疗效\n${title}\n共入组40例患者。`).at(-1)?.[2]).toBe(role);
  });

  it('give their role to the subsections, and not to the next section', () => {
    const text = '某药的疗效\n2 结果\n共40例。\n2.1 疗效\n缓解30例。\n3 展望\n尚待研究。';
    expect(sections(text).map(([, , role]) => role)).toEqual(['body', 'results', 'results', 'body']);
  });

  it('do not end the references, once these have begun', () => {
    const text = '某药的疗效\n参考文献\n2.1 张三.某药的疗效\n[2] 李四.某药的毒性';
    expect(sections(text).at(-1)?.[2]).toBe('references');
  });

  it('leave the text that runs in behind them as a sentence', () => {
    const text = '某药的疗效\n目的:观察疗效。';
    const { sentences } = segmented(text);
    expect(texts(text, sentences).at(-1)).toMatch(/观察疗效。$/u);
  });

  it('are no sentences that begin with a number', () => {
    expect(sections('某药的疗效\n36例患者中,30例缓解,6例稳定,无一例死亡。')).toHaveLength(1);
  });
});

describe('sentences', () => {
  /** The sentences of one line. */
  const of = (text: string): string[] => texts(text, segmented(text).sentences);

  it('end at a full stop, and hold every character of the line', () => {
    const line = '共入组40例患者,随访12个月。其中30例缓解(75%)!疗效如何?尚待观察';
    expect(of(line)).toEqual(['共入组40例患者,随访12个月。', '其中30例缓解(75%)!', '疗效如何?', '尚待观察']);
  });

  it.each(['中位PFS为16.8个月,P=0.032。', '剂量为1.3 mg/m2,d1、d4。', '随访12;死亡3。'])('keep %s whole', (line) => {
    expect(of(line)).toEqual([line]);
  });

  it('end at a Latin full stop between a number and a Han character', () => {
    expect(of('中位随访36.其中30例缓解。')).toEqual(['中位随访36.', '其中30例缓解。']);
  });

  it('end in English before a capital only', () => {
    const line = 'A total of 40 patients were treated, 30 of whom responded (75.0% vs. 50.0%). The difference held.';
    expect(of(line)).toEqual([
      'A total of 40 patients were treated, 30 of whom responded (75.0% vs. 50.0%).',
      'The difference held.',
    ]);
    expect(segmented(line).sentences.every(({ english }) => english)).toBe(true);
  });

  it('is no English where the English abstract stands in one line with the Chinese one', () => {
    const chinese = '目的 观察甲药的疗效。结果 有效率为62%。';
    const english =
      'Abstract: Objective To study the response to a drug in patients of ours. Results It was 62% of all.';
    expect(segmented(`${chinese}${english}`).sentences.map((sentence) => sentence.english)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('know the paragraph and the section that they stand in', () => {
    const { sentences, sections } = segmented('某药的疗效\n1 疗效\n甲。乙。\n丙。');
    const last = sentences.slice(-3);
    expect(last.map(({ section }) => section.index)).toEqual([1, 1, 1]);
    expect(last[0]?.paragraph).toBe(last[1]?.paragraph);
    expect(last[2]?.paragraph).not.toBe(last[1]?.paragraph);
    expect(sections.at(-1)?.span.end).toBe('某药的疗效\n1 疗效\n甲。乙。\n丙。'.length);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '患者',
    '40例',
    '。',
    '\n',
    '1 ',
    '结果',
    '表1 ',
    '| a | b |',
    ' ',
    '<table>',
    '</table>',
    '(',
    'A.',
  );

  it('is left as it is, and cut into stretches that stand in order and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { document, sections, sentences } = segmented(text);
        expect(document.text).toBe(text);
        for (const spans of [sections, sentences]) {
          let reached = 0;
          for (const { span } of spans) {
            expect(span.start).toBeGreaterThanOrEqual(reached);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            reached = span.end;
          }
          expect(reached).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('has each character in one section', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { document, sections } = segmented(pieces.join(''));
        expect(sections[0]?.span.start).toBe(0);
        expect(sections.at(-1)?.span.end).toBe(document.text.length);
        sections.slice(1).forEach(({ span }, i) => {
          expect(span.start).toBe(sections[i]?.span.end);
        });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, Lexicon } from '../../pipeline/rulebook/index.js';
import { otherForms, variantOf } from '../../pipeline/rulebook/variants.js';

const entry = (id: string): Entry => ({ id, kind: 'drug', name: id, facts: {}, beats: [] });

function lexiconOf(...forms: readonly string[]): Lexicon {
  const lexicon = new Lexicon();
  for (const form of forms) lexicon.add(form, entry(form));
  return lexicon;
}

/** The form found at `start`, as it stands in the text. */
function formAt(lexicon: Lexicon, text: string, start = 0): string | undefined {
  const found = lexicon.longestAt(text, start);
  return found && text.slice(start, found.end);
}

describe('Lexicon', () => {
  it('finds the longest form', () => {
    const lexicon = lexiconOf('来那度胺', '来那', '来那度胺联合地塞米松');
    expect(formAt(lexicon, '来那度胺联合硼替佐米')).toBe('来那度胺');
    expect(formAt(lexicon, '来那度胺联合地塞米松')).toBe('来那度胺联合地塞米松');
    expect(formAt(lexicon, '来那')).toBe('来那');
  });

  it('forgets forms, and with them nothing else', () => {
    const rest = lexiconOf('来那', '来那度胺').without(new Set(['来那度胺']));
    expect(rest.forms).toEqual(['来那']);
    expect(formAt(rest, '来那度胺')).toBe('来那');
  });

  it('finds what stands for a form, where no row has it', () => {
    const lexicon = lexiconOf('血钾降低', '血钠降低', '血钠减低', '降低');
    lexicon.vary([variantOf({ id: 'v', kinds: ['drug'], words: ['降低', '减低'], match: [] })]);
    expect(lexicon.longestAt('血钾减低', 0)?.entry.id).toBe('血钾降低');
    expect(lexicon.longestAt('血钠减低', 0)?.entry.id).toBe('血钠减低');
    expect(lexicon.forms).toEqual(['血钾降低', '血钠降低', '血钠减低', '降低']);
  });

  it('leaves names of other kinds as they are', () => {
    const lexicon = lexiconOf('血钾降低');
    lexicon.vary([variantOf({ id: 'v', kinds: ['event'], words: ['降低', '减低'], match: [] })]);
    expect(formAt(lexicon, '血钾减低')).toBeUndefined();
  });

  it('forgets what stands for a form with the form', () => {
    const lexicon = lexiconOf('血钾降低', '血钠降低');
    lexicon.vary([variantOf({ id: 'v', kinds: ['drug'], words: ['降低', '减低'], match: [] })]);
    const rest = lexicon.without(new Set(['血钾降低']));
    expect(formAt(rest, '血钾减低')).toBeUndefined();
    expect(formAt(rest, '血钠减低')).toBe('血钠减低');
  });

  it('reads the longest of the words, and none for the one they stand for', () => {
    const words = variantOf({ id: 'v', kinds: ['drug'], words: ['不良反应', '副反应'], from: '反应', match: [] });
    expect(otherForms('皮肤不良反应', 'drug', [words])).toEqual(['皮肤副反应']);
    expect(otherForms('皮肤反应', 'drug', [words])).toEqual(['皮肤不良反应', '皮肤副反应']);
  });

  it('gives the entry that owns the form', () => {
    expect(lexiconOf('来那', '来那度胺').longestAt('用来那度胺', 1)).toEqual({ entry: entry('来那度胺'), end: 5 });
  });

  it('does not end a form inside a number', () => {
    const lexicon = lexiconOf('PFS', 'PFS2');
    expect(lexicon.longestAt('PFS26.7个月', 0)?.entry.id).toBe('PFS');
    expect(lexicon.longestAt('PFS2.8个月', 0)?.entry.id).toBe('PFS');
    expect(lexicon.longestAt('PFS2为31个月', 0)?.entry.id).toBe('PFS2');
    expect(lexicon.longestAt('中位PFS2.', 2)?.entry.id).toBe('PFS2');
  });

  it('knows a text as a form only if it is all of it', () => {
    const lexicon = lexiconOf('来那', '来那度胺');
    expect(lexicon.whole('来那度胺')).toEqual(entry('来那度胺'));
    expect(lexicon.whole('来那度')).toBeUndefined();
    expect(lexicon.whole('用来那')).toBeUndefined();
    expect(lexicon.whole('')).toBeUndefined();
  });

  it('finds only what begins at the offset asked for', () => {
    const lexicon = lexiconOf('度胺');
    expect(formAt(lexicon, '沙利度胺')).toBeUndefined();
    expect(formAt(lexicon, '沙利度胺', 2)).toBe('度胺');
    expect(formAt(lexicon, '沙利度胺', 4)).toBeUndefined();
  });

  it('does not cut a Latin word at either end', () => {
    const lexicon = lexiconOf('CR', 'PR');
    expect(formAt(lexicon, 'nCR', 1)).toBeUndefined();
    expect(formAt(lexicon, 'CRp')).toBeUndefined();
    expect(formAt(lexicon, 'PROGRESS')).toBeUndefined();
    expect(formAt(lexicon, 'VGPR', 2)).toBeUndefined();
    for (const letter of 'AZaz') expect(formAt(lexicon, `CR${letter}`)).toBeUndefined();
  });

  it('takes a Latin word between Han characters, digits, signs and the ends of a text', () => {
    const lexicon = lexiconOf('CR');
    for (const text of ['CR', '达CR者', '1CR2', '≥CR率', '(CR)', ' CR '])
      expect(formAt(lexicon, text, text.indexOf('CR'))).toBe('CR');
  });

  it('falls back on a shorter form where the longest would cut a word', () => {
    const lexicon = lexiconOf('T', 'T-D', 'CAR-T', 'CAR');
    expect(formAt(lexicon, 'T-Dx')).toBe('T');
    expect(formAt(lexicon, 'CAR-T细胞')).toBe('CAR-T');
    expect(formAt(lexicon, 'CAR-TO')).toBe('CAR');
  });

  it('tells who owns a form already, and leaves it to that one', () => {
    const lexicon = lexiconOf('T');
    expect(lexicon.add('T', entry('other'))).toEqual(entry('T'));
    expect(lexicon.longestAt('T', 0)?.entry.id).toBe('T');
    expect(lexicon.forms).toEqual(['T']);
  });

  it('agrees with trying every form', () => {
    const letters = fc
      .array(fc.constantFrom('度', '胺', 'C', 'R', '-'), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    const text = fc
      .array(fc.constantFrom('度', '胺', 'C', 'R', '-', '3'), { maxLength: 10 })
      .map((all) => all.join(''));
    const isLatin = (character: string | undefined): boolean => character !== undefined && /[A-Za-z]/.test(character);
    const cuts = (whole: string, at: number): boolean => isLatin(whole[at - 1]) && isLatin(whole[at]);
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 8 }), text, (forms, whole) => {
        const lexicon = lexiconOf(...forms);
        for (let at = 0; at <= whole.length; at += 1) {
          const fitting = forms.filter(
            (form) => whole.startsWith(form, at) && !cuts(whole, at) && !cuts(whole, at + form.length),
          );
          const longest = fitting.sort((a, b) => b.length - a.length)[0];
          expect(formAt(lexicon, whole, at)).toBe(longest);
        }
      }),
    );
  });
});

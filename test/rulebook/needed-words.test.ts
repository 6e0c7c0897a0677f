import { describe, expect, it } from 'vitest';
import { neededWords } from '../../pipeline/rulebook/needed-words.js';
import { searchable } from '../../pipeline/rulebook/searchable.js';

describe('the words that every find of an expression holds', () => {
  const needed = (source: string) => neededWords(new RegExp(source, 'u'));

  it('are its letters side by side, but for those that may be missing', () => {
    expect(needed('缓解率?为')).toEqual([['缓解'], ['为']]);
    expect(needed('(?:共|合计)*\\d+例{2}')).toEqual([['例']]);
    expect(needed('𠮷?率\\u4e3a')).toEqual([['率为']]);
  });

  it('are one of those that its alternatives need, if each needs one', () => {
    expect(needed('(?<name>缓解|[无有]效)率')).toEqual([['率'], ['缓解', '效']]);
    expect(needed('缓解|\\d+')).toEqual([]);
    expect(needed('[一\\-Ⅰ-Ⅲ\\t]')).toEqual([['一', '-', 'Ⅰ', 'Ⅱ', 'Ⅲ', '\t']]);
  });

  it('may stand before or behind the find, but not in what it denies', () => {
    expect(needed(searchable('(?<=有效)率(?=为)(?!无)(?<!总)'))).toEqual([['有效'], ['率'], ['为']]);
    expect(needed('(?!(?!甲)乙)丙')).toEqual([['丙']]);
  });

  it('are none where case does not matter, nor of classes that exclude or have kinds', () => {
    expect(neededWords(/率/iu)).toEqual([]);
    expect(needed('[^率]\\p{Script=Han}.[\\d率]')).toEqual([]);
  });
});

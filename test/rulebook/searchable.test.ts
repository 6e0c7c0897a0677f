import { describe, expect, it } from 'vitest';
import { searchable } from '../../pipeline/rulebook/searchable.js';

describe('an expression as it is searched for', () => {
  it('denies that a positive lookaround fails', () => {
    expect(searchable('(?<=率)\\d(?=%)')).toBe('(?!(?<!率))\\d(?!(?!%))');
  });

  it('does so inside out, and leaves negative lookarounds and plain groups alone', () => {
    expect(searchable('(?:(?<=a(?=b|c)d)|(?<!e)(?!f))g')).toBe('(?:(?!(?<!a(?!(?!b|c))d))|(?<!e)(?!f))g');
  });

  it('keeps a lookaround that captures, however deep, or its group would be lost', () => {
    expect(searchable('(?<=(?:(?<name>a)))b(?=(c))')).toBe('(?<=(?:(?<name>a)))b(?=(c))');
    expect(searchable('(?<=(?<=a)(b))c')).toBe('(?<=(?!(?<!a))(b))c');
  });

  it('takes brackets in classes and escaped ones for characters', () => {
    expect(searchable('(?<=[()\\]]\\()a\\)')).toBe('(?!(?<![()\\]]\\())a\\)');
  });

  it('finds the same at the same places', () => {
    const text = '有效率为46%(23/50),对照组有效率52%;生存率8%';
    for (const source of ['(?<=率为?)\\d+(?=%)', '(?<=[(/])(?<value>\\d+)', '(?<=^|[,;])(?=对|生)\\p{Script=Han}{2}']) {
      const found = (written: string) =>
        [...text.matchAll(new RegExp(written, 'gu'))].map(({ index, 0: all }) => [index, all]);
      expect(found(searchable(source)).length).toBeGreaterThan(1);
      expect(found(searchable(source))).toEqual(found(source));
    }
  });
});

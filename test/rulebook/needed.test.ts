import { describe, expect, it } from 'vitest';
import { type Needed, neededBy } from '../../pipeline/rulebook/needed.js';

/** A need in one line: `&` for all, `/` for any. */
function told(needed: Needed): string {
  if (typeof needed === 'string') return needed;
  if ('all' in needed) return needed.all.map(told).join('&');
  return `(${needed.any.map(told).join('/')})`;
}

const needs = (source: string) => told(neededBy(source));

describe('what an expression needs', () => {
  it('is every string that it cannot do without', () => {
    expect(needs('中位\\d+个月')).toBe('(中位)&(个月)');
    expect(needs('甲{2,3}乙+丙{1}')).toBe('(甲)&(乙)&(丙)');
  });

  it('is one of the forms that a string can have', () => {
    expect(needs('(?:无|有)效率')).toBe('(无效率/有效率)');
    expect(needs('(?<name>HR|风险比)值?=')).toBe('(HR值=/HR=/风险比值=/风险比=)');
    expect(needs('[ab-d]\\.')).toBe('(a./b./c./d.)');
  });

  it('is what each of several ways needs, where each needs something', () => {
    expect(needs('甲\\d|乙.丙')).toBe('((甲)/(乙)&(丙))');
    expect(needs('甲\\d|\\d')).toBe('');
  });

  it('is nothing that may be left out', () => {
    expect(needs('\\d甲?\\d乙*\\d丙{0,3}(?:丁\\d)?')).toBe('');
  });

  it('is what stands around it, and nothing that must not', () => {
    expect(needs('(?<=约)\\d+(?=例)(?!次)(?<!第)')).toBe('(约)&(例)');
  });

  it('is what a lookaround denies to be missing', () => {
    expect(needs('(?!(?<!约))\\d+(?!(?!例|人))')).toBe('(约)&(例/人)');
    expect(needs('(?!(?!甲)乙)\\d')).toBe('');
    expect(needs('(?!(?!(?!甲)))\\d')).toBe('');
  });

  it('is not told of what may be one of many', () => {
    expect(needs('[^甲]\\p{Script=Han}\\w[\\s甲].\\1')).toBe('');
    expect(needs('[\\u4e00-\\u9fff]')).toBe('');
  });

  it('is the character that an escape stands for', () => {
    expect(needs('\\u7532\\x41\\n\\(\\u{1F600}\\b$')).toBe('(甲A\n(😀)');
  });
});

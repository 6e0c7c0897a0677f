import { describe, expect, test } from 'vitest';
import { tag } from '../../pipeline/tag/index.js';
import { lexiconPacks, offenders } from './lexicon-rows.js';
import { agrees, readText } from './read-text.js';
import { rulebook } from './rule-packs.js';

/** What the tagger makes of a text that is nothing but this form. */
function made(form: string) {
  return tag(form, rulebook).mentions.find(({ span }) => span.start === 0 && span.end === form.length);
}

describe('forms', () => {
  test('are free of full-width letters, digits and punctuation', () => {
    expect(offenders((form) => /[\uFF01-\uFF5E\u3000]/u.test(form))).toEqual([]);
  });

  test('neither begin nor end with a space, nor hold two', () => {
    expect(offenders((form) => form !== form.trim() || /\s{2}|[^\S ]/u.test(form))).toEqual([]);
  });

  test('have no space beside a Han character', () => {
    expect(offenders((form) => /\p{Script=Han} | \p{Script=Han}/u.test(form))).toEqual([]);
  });

  test('have no radical in place of a character', () => {
    expect(offenders((form) => /[\u2E80-\u2EF3\u2F00-\u2FD5]/u.test(form))).toEqual([]);
  });

  test('are no bare numbers', () => {
    expect(offenders((form) => /^[-+<>=≤≥]?\s?\d+(?:\.\d+)?%?$/u.test(form))).toEqual([]);
  });

  test('are each found by their own row, and not shadowed by a pattern or another row', () => {
    const dead = lexiconPacks
      .filter(({ pack }) => pack.makes !== 'heading')
      .flatMap(({ pack }) => pack.rows)
      .flatMap(({ id, forms }) => forms.filter((form) => made(form)?.ruleId !== id).map((form) => `${id}: ${form}`));
    expect(dead).toEqual([]);
  });

  test('are written once in their row', () => {
    const twice = lexiconPacks
      .flatMap(({ pack }) => pack.rows)
      .filter(({ forms }) => new Set(forms).size < forms.length)
      .map(({ id }) => id);
    expect(twice).toEqual([]);
  });
});

describe('a phase', () => {
  test('is never a bare 期, which is a stage of disease', () => {
    const bare = /^(?:第?[Ⅰ-Ⅳ一二三四1-4]|I{1,3}|IV)期$/u;
    expect(offenders((form) => bare.test(form)).filter((line) => line.startsWith('designs.'))).toEqual([]);
  });
});

describe('letters that mean several things', () => {
  const letters =
    'AC AD AG AP AS AT CE CF DA DC DP DS EC EP FP GC GP GS HA IA IC IE IP MA NE NP PC PF PP PS SP TA TC TP';

  test.each(letters.split(' '))('%s alone names no regimen, with 方案 behind it it does', (name) => {
    expect(made(name)?.kind).not.toBe('regimen');
    expect(made(`${name}方案`)?.kind).toBe('regimen');
  });

  test.each([
    ['PD', 'measure', 'PD'],
    ['Pd', 'regimen', 'Pd'],
    ['MPR率', 'measure', 'MPR'],
    ['MPR', 'regimen', 'MPR'],
    ['CRS', 'event', 'Cytokine release syndrome'],
    ['CR1例', undefined, undefined],
  ])('%s is a %s', (form, kind, name) => {
    expect([made(form)?.kind, made(form)?.name]).toEqual([kind, name]);
  });
});

describe('names as authors misspell, shorten or trade them', () => {
  test.each([
    ['利那度胺', 'lenalidomide'],
    ['达雷木单抗', 'daratumumab'],
    ['帕博丽珠单抗', 'pembrolizumab'],
    ['欧狄沃', 'nivolumab'],
    ['L-OHP', 'oxaliplatin'],
    ['5-Fu', 'fluorouracil'],
    ['DDP', 'cisplatin'],
    ['TMZ', 'temozolomide'],
    ['TS-1', 'tegafur-gimeracil-oteracil'],
    ['nab-PTX', 'nab-paclitaxel'],
  ])('%s is %s and keeps its letters', (form, name) => {
    expect(made(form)).toMatchObject({ kind: 'drug', name, text: form });
  });

  test.each([
    ['蛋白酶体抑制剂', 'PI'],
    ['CD19 CAR-T', 'CAR-T CD19'],
    ['最佳支持治疗', 'best supportive care'],
    ['安慰剂', 'placebo'],
    ['含铂双药化疗', 'platinum-based chemotherapy'],
  ])('an arm of %s is treated with it', (form, name) => {
    const { readings } = readText(`${form}组ORR为25.3%,信迪利单抗组ORR为41.8%。`);
    expect(agrees(readings, { arm: form, value: 25.3 })).toBe(true);
    expect(made(form)?.name).toBe(name);
  });
});

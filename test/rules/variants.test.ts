import { describe, expect, test } from 'vitest';
import { otherForms, variantOf } from '../../pipeline/rulebook/variants.js';
import { lexiconPacks } from './lexicon-rows.js';
import { readPacks, rulebook } from './rule-packs.js';

const variants = readPacks().flatMap(({ pack }) => (pack.kind === 'variants' ? pack.rows : []));
const written = new Map(
  lexiconPacks.flatMap(({ pack }) =>
    pack.rows.flatMap(({ id, forms }) => forms.map((form) => [form, { id, kind: pack.makes }])),
  ),
);

/** The forms that no row has and that a variant makes of one. */
function made(variant: (typeof variants)[number]): string[] {
  const words = [variantOf(variant)];
  return [...written].flatMap(([form, { kind }]) =>
    otherForms(form, kind, words).filter((other) => !written.has(other)),
  );
}

describe.each(variants)('$id', (variant) => {
  test('makes forms that no row has', () => {
    for (const form of variant.match) expect(made(variant)).toContain(form);
  });

  test('has them found as what they stand for', () => {
    for (const form of variant.match) {
      const found = rulebook.lexicon.longestAt(form, 0);
      expect(found?.end, form).toBe(form.length);
      expect(variant.kinds, form).toContain(found?.entry.kind);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPack } from '../../pipeline/rulebook/read-pack.js';
import { compileRulebook, phrase } from '../../pipeline/rulebook/rulebook.js';

const file = join(import.meta.dirname, '../../rules/phrase/ledger.yaml');
const read = readPack(file, readFileSync(file, 'utf8'));
const book = compileRulebook([read]);
const rules = read.pack.kind === 'phrase' ? read.pack.rules : [];

describe.each(rules.map((rule) => ({ ...rule })))('$id', ({ id, match, reject }) => {
  test.each(match)('finds %s', (text) => {
    expect(phrase(book, id).test(text)).toBe(true);
  });
  test.each(reject)('does not find %s', (text) => {
    expect(phrase(book, id).test(text)).toBe(false);
  });
});

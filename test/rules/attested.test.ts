import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeSource, extract } from '../../pipeline/run.js';
import { tag } from '../../pipeline/tag/index.js';
import { bindIdsInCode } from './bind-ids.js';
import { idsOfTrails, readText } from './read-text.js';
import { readPacks, rulebook, rulesOf } from './rule-packs.js';

/** Mechanisms that shape a value without a step of their own in its trail, or that leave it unbound. */
const silent = [
  'bind.combination',
  'bind.comparator-unnamed',
  'bind.defined',
  'bind.foreign',
  'bind.grade',
  'bind.group',
  'bind.introduced',
  'bind.list-unmatched',
  'bind.study',
  'bind.time',
  'bind.unsure',
];
const articles = join(import.meta.dirname, '../../corpus/articles');

/** The rules that the articles of the corpus exercise. */
function exercised(): Set<string> {
  const ids = new Set<string>();
  for (const file of readdirSync(articles)) {
    const { source } = decodeSource(file, readFileSync(join(articles, file)));
    const { document, trails } = extract(source, rulebook, 'test');
    for (const { ruleId } of document.layers.flatMap(({ edits }) => edits)) ids.add(ruleId);
    for (const { ruleId } of tag(document.text, rulebook).mentions) ids.add(ruleId);
    for (const id of idsOfTrails(trails)) ids.add(id);
    for (const [id, expression] of rulebook.phrases) if (expression.test(document.text)) ids.add(id);
  }
  return ids;
}

describe('rules of binding', () => {
  const ids = rulesOf('bind').map(({ id }) => id);

  test('describe every mechanism in the code', () => {
    expect(bindIdsInCode().filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('describe no mechanism that the code does not have', () => {
    const known = [...bindIdsInCode(), ...silent];
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
  });

  test.each(rulesOf('bind').filter(({ id }) => !silent.includes(id)))(
    '$id is at work in an example of its own',
    (rule) => {
      expect(rule.match.some(({ text }) => readText(text).rules.has(rule.id))).toBe(true);
    },
  );
});

test('says which rules no article of the corpus exercises', () => {
  const seen = exercised();
  const all = readPacks().flatMap(({ pack }) => ('rules' in pack ? pack.rules.map(({ id }) => id) : []));
  const unattested = all.filter((id) => !seen.has(id) && !silent.includes(id) && !id.startsWith('structure.'));
  console.info(`${unattested.length} of ${all.length} rules are unattested:\n${unattested.join('\n')}`);
  expect(unattested.length).toBeLessThan(all.length);
});

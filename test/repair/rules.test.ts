import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyRule } from '../../pipeline/repair/apply-rule.js';
import { replay } from '../../pipeline/text/index.js';
import { repairBook } from './repair-book.js';

describe.each(repairBook().repairs.map((repair) => [repair.rule.id, repair] as const))('%s', (_, repair) => {
  const { rule } = repair;
  const run = rule.known_failure === undefined ? it : it.fails;
  it('has two examples on each side', () => {
    expect(rule.match.length).toBeGreaterThan(1);
    expect(rule.reject.length).toBeGreaterThan(1);
  });
  run.each(rule.match.map(({ text, gives }) => [text, gives]))('%j gives %j', (text, gives) => {
    expect(replay(text, applyRule(text, repair))).toBe(gives);
  });
  run.each(rule.reject)('leaves %j alone', (text) => {
    expect(replay(text, applyRule(text, repair))).toBe(text);
  });
});

it('keeps no rule file without rules', () => {
  for (const file of readdirSync('rules/repair')) {
    expect(readFileSync(`rules/repair/${file}`, 'utf8')).toMatch(/^kind: repair\n/);
  }
});

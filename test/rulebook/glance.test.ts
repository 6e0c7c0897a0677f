import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../pipeline/commands/package-root.js';
import { findAll, Glance, loadRulebook } from '../../pipeline/rulebook/index.js';

const { patterns, repairs } = loadRulebook(join(packageRoot, 'rules'));

/** Whether a glance lets an expression through that it has been asked about often enough to know its needs. */
function letsThrough(glance: Glance, expression: RegExp): boolean {
  for (let i = 0; i < 40; i += 1) glance.mayFind(expression);
  return glance.mayFind(expression);
}

const rules = [...patterns, ...repairs];

const examples = rules.flatMap(({ rule }) =>
  [...(rule.match ?? []), ...(rule.reject ?? [])].map((example) =>
    (typeof example === 'string' ? example : example.text).replace(/[⟦⟧]/gu, ''),
  ),
);

/** The rules that find something in a text, and those that a glance keeps from it. */
function readWith(text: string): { found: string[]; kept: string[] } {
  const glance = new Glance(text);
  const found = rules.filter(({ expression }) => findAll(expression, text).length > 0);
  const kept = found.filter(({ expression }) => !letsThrough(glance, expression));
  return { found: found.map(({ rule }) => rule.id), kept: kept.map(({ rule }) => rule.id) };
}

describe('a glance at a text', () => {
  it('sees whether what an expression needs is there', () => {
    const glance = new Glance('中位随访12个月,有效率为40%');
    expect(letsThrough(glance, /有效率为\d/u)).toBe(true);
    expect(letsThrough(glance, /无效率为\d/u)).toBe(false);
    expect(letsThrough(glance, /位中\d/u)).toBe(false);
    expect(letsThrough(glance, /\d[$￥]/u)).toBe(false);
  });

  it('answers for what has been added, too', () => {
    const glance = new Glance('有效');
    glance.add('无效率', 1);
    expect(letsThrough(glance, /效率/u)).toBe(true);
    expect(letsThrough(glance, /无效率/u)).toBe(false);
  });

  it('keeps no rule from what it finds', () => {
    const { found, kept } = readWith(examples.join('\n'));
    expect(found.length).toBeGreaterThan(rules.length * 0.8);
    expect(kept).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 4 }), (parts) => {
        expect(readWith(parts.join('\n')).kept).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { producedBy } from './produced-by.js';
import { agrees, readText } from './read-text.js';
import { rulebook, rulesOf } from './rule-packs.js';

/** An example that is known to fail must go on failing until it is moved. */
const testOf = (known_failure: string | undefined) => (known_failure === undefined ? test : test.fails);

describe.each(rulebook.patterns.map((pattern) => [pattern.rule.id, pattern] as const))('%s', (_, pattern) => {
  const { match, reject, known_failure } = pattern.rule;

  testOf(known_failure).each(match.map(({ text, gives }) => [text, gives ?? {}] as const))('%s', (text, gives) => {
    const { marked, found } = producedBy(pattern, text);
    const made = found.filter(({ start, end }) => start === marked.start && end === marked.end);
    expect(found.map((one) => one.text)).toContain(marked.text);
    expect(made[0]?.fields).toMatchObject(gives);
  });

  testOf(known_failure).each(reject)('finds nothing in %s', (text) => {
    expect([...text.matchAll(pattern.expression)].map(([found]) => found)).toEqual([]);
  });
});

describe.each(rulesOf('phrase').map((rule) => [rule.id, rule] as const))('%s', (id, { match, reject }) => {
  test.each(match)('finds %j', (text) => {
    expect(rulebook.phrases.get(id)?.test(text)).toBe(true);
  });

  test.each(reject)('does not find %j', (text) => {
    expect(rulebook.phrases.get(id)?.test(text)).toBe(false);
  });
});

describe.each(rulesOf('bind').map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  for (const { text, gives, known_failure = rule.known_failure } of rule.match) {
    testOf(known_failure)(`reads ${text}`, () => {
      const { readings } = readText(text);
      const missing = gives.filter((asked) => !agrees(readings, asked));
      expect({ missing, read: missing.length > 0 ? readings : [] }).toEqual({ missing: [], read: [] });
    });
  }

  for (const { text, not, known_failure = rule.known_failure } of rule.reject) {
    testOf(known_failure)(`does not read ${JSON.stringify(not ?? {})} in ${text}`, () => {
      const { readings } = readText(text);
      expect(readings.filter((read) => agrees([read], not ?? {}))).toEqual([]);
    });
  }
});

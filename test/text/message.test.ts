import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPlace, type Message, messageLine } from '../../pipeline/text/index.js';

const place = fc.record({ line: fc.integer({ min: 1, max: 3 }), column: fc.integer({ min: 1, max: 3 }) });
const messages: fc.Arbitrary<Message> = fc.record(
  {
    severity: fc.constantFrom('error', 'warning', 'info'),
    ruleId: fc.constantFrom('percent-of-count', 'bind.no-measure'),
    reason: fc.constantFrom('Expected 22.9 %, got 46 %', 'No measure'),
    path: fc.constantFrom('a.txt', 'b.txt', '骨髓瘤.txt'),
    from: place,
    to: place,
  },
  { requiredKeys: ['severity', 'ruleId', 'reason', 'path'] },
);

const warning: Message = {
  severity: 'warning',
  ruleId: 'percent-of-count',
  reason: 'Expected 22.9 % for 72/315, got 46 %',
  path: 'article.txt',
};

describe('messageLine', () => {
  it('prints path, place, severity, reason and rule', () => {
    const line = messageLine({ ...warning, from: { line: 12, column: 3 }, to: { line: 12, column: 9 } });
    expect(line).toBe('article.txt:12:3-12:9: warning: Expected 22.9 % for 72/315, got 46 %  [percent-of-count]');
  });

  it('prints where it begins when the end is not known', () => {
    const line = messageLine({ ...warning, severity: 'error', from: { line: 1, column: 2 } });
    expect(line).toBe('article.txt:1:2: error: Expected 22.9 % for 72/315, got 46 %  [percent-of-count]');
  });

  it('leaves the place out where there is none', () => {
    expect(messageLine({ ...warning, severity: 'info' })).toBe(
      'article.txt: info: Expected 22.9 % for 72/315, got 46 %  [percent-of-count]',
    );
  });

  it('prints every message in one grammar', () => {
    const grammar = /^[^:]+(?::\d+:\d+(?:-\d+:\d+)?)?: (?:error|warning|info): .+ {2}\[[a-z0-9.-]+\]$/;
    fc.assert(
      fc.property(messages, (message) => {
        expect(messageLine(message)).toMatch(grammar);
      }),
    );
  });
});

describe('byPlace', () => {
  it('sorts by path, then line, then column, then rule, numbers as numbers', () => {
    const at = (path: string, line: number, column: number, ruleId = 'a', reason = 'Some'): Message => ({
      ...warning,
      path,
      ruleId,
      reason,
      from: { line, column },
    });
    const sorted = [
      at('a', 2, 1),
      at('a', 10, 1),
      at('a', 10, 9, 'a', 'Z'),
      at('a', 10, 9, 'b', 'A'),
      at('a', 10, 11),
      at('b', 1, 1),
    ];
    expect([...sorted].reverse().sort(byPlace)).toEqual(sorted);
  });

  it('puts what has no place before what has one', () => {
    const placed: Message = { ...warning, from: { line: 1, column: 1 } };
    expect([placed, warning].sort(byPlace)).toEqual([warning, placed]);
  });

  it('shows the same lines in whatever order the messages were collected', () => {
    const shuffled = fc
      .array(messages, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([collected, otherwise]) => {
        const shown = (all: readonly Message[]): string[] => [...all].sort(byPlace).map(messageLine);
        expect(shown(otherwise)).toEqual(shown(collected));
      }),
    );
  });

  it('is an order: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(messages, messages, messages, (a, b, c) => {
        expect(Math.sign(byPlace(a, b)) + Math.sign(byPlace(b, a))).toBe(0);
        if (byPlace(a, b) <= 0 && byPlace(b, c) <= 0) expect(byPlace(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MentionKind } from '../../pipeline/model/index.js';
import { type Candidate, settle } from '../../pipeline/tag/overlaps.js';

function candidate(
  ruleId: string,
  start: number,
  end: number,
  kind: MentionKind = 'cue',
  beats: string[] = [],
): Candidate {
  return { kind, span: { start, end }, ruleId, text: '', facts: {}, beats };
}
const winners = (...candidates: Candidate[]): string[] => settle(candidates).map(({ ruleId }) => ruleId);

describe('of two mentions that overlap', () => {
  it('the longer wins, wherever it begins', () => {
    expect(winners(candidate('short', 0, 2), candidate('long', 1, 4))).toEqual(['long']);
    expect(winners(candidate('long', 0, 3), candidate('short', 2, 4))).toEqual(['long']);
  });

  it('at equal length the one wins whose rule beats the other', () => {
    const weak = candidate('weak', 0, 2, 'measure');
    const strong = candidate('strong', 0, 2, 'cue', ['weak']);
    expect(winners(weak, strong)).toEqual(['strong']);
    expect(winners(strong, weak)).toEqual(['strong']);
  });

  it('at equal length a measure wins over a drug, and a name over a bare number', () => {
    expect(winners(candidate('drug', 0, 2, 'drug'), candidate('measure', 0, 2, 'measure'))).toEqual(['measure']);
    const number = { ...candidate('number', 0, 2, 'quantity'), quantity: { kind: 'number', printed: '12' } } as const;
    expect(winners(number, candidate('study', 0, 2, 'study'))).toEqual(['study']);
  });

  it('neither wins where they only touch', () => {
    expect(winners(candidate('a', 0, 2), candidate('b', 2, 3))).toEqual(['a', 'b']);
  });

  it('one that has lost stands in nobody’s way', () => {
    expect(winners(candidate('a', 0, 3), candidate('b', 2, 6), candidate('c', 5, 7), candidate('d', 0, 2))).toEqual([
      'd',
      'b',
    ]);
  });
});

describe('any candidates', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 })), { maxLength: 40 });
  const made = spans.map((all) => all.map(([start, length], i) => candidate(`r${i}`, start, start + length)));

  it('leave no overlap, in order, and nothing out that would have had room', () => {
    fc.assert(
      fc.property(made, (candidates) => {
        const won = settle(candidates);
        won.slice(1).forEach(({ span }, i) => {
          expect(span.start).toBeGreaterThanOrEqual(won[i]?.span.end ?? 0);
        });
        for (const { span } of candidates) {
          expect(won.some((other) => other.span.start < span.end && span.start < other.span.end)).toBe(true);
        }
      }),
    );
  });

  it('win alike in whatever order they come', () => {
    fc.assert(
      fc.property(made, (candidates) => {
        expect(settle([...candidates].reverse())).toEqual(settle(candidates));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../pipeline/model/index.js';
import { mentionsOf } from './tagged.js';

/** The quantities of a text but for bare numbers. */
function quantities(text: string): (Partial<Quantity> & { text: string })[] {
  return mentionsOf(text, 'quantity')
    .filter(({ quantity }) => quantity?.kind !== 'number')
    .map(({ quantity, text: printed }) => ({ ...quantity, text: printed }));
}

describe('an estimate', () => {
  it.each(['HR=0.61,95%CI:0.50~0.73', 'HR=0.61(95%CI 0.50-0.73', 'HR=0.61,95%CI(0.50,0.73'])(
    'takes the interval beside it: %s',
    (text) => {
      const [estimate, ...others] = quantities(`风险降低(${text}),P<0.001)。`);
      expect(estimate).toMatchObject({
        kind: 'estimate',
        estimate: 'HR',
        value: 0.61,
        level: 95,
        low: 0.5,
        high: 0.73,
      });
      expect(others.map(({ kind }) => kind)).toEqual(['p-value']);
    },
  );

  it('does without one', () => {
    const [estimate] = quantities('风险降低(HR=0.61,P<0.001)。');
    expect(estimate).toMatchObject({ kind: 'estimate', value: 0.61, printed: '0.61' });
    expect(estimate?.low).toBeUndefined();
  });

  it('takes its own of the intervals listed behind as many estimates', () => {
    const [first, second, ...others] = quantities('(HR=0.61、1.32,95%CI:0.50~0.73、1.10~1.59,P<0.05)。');
    expect(first).toMatchObject({ kind: 'estimate', estimate: 'HR', value: 0.61, low: 0.5, high: 0.73 });
    expect(second).toMatchObject({ kind: 'estimate', estimate: 'HR', value: 1.32, low: 1.1, high: 1.59 });
    expect(others.map(({ kind }) => kind)).toEqual(['p-value']);
  });

  it('takes none of fewer intervals than there are estimates', () => {
    const [first] = quantities('(HR=0.61、1.32、0.85,95%CI:0.50~0.73、1.10~1.59,P<0.05)。');
    expect(first?.low).toBeUndefined();
  });

  it('does not take the interval of the next', () => {
    const [first, second] = quantities('PFS(HR=0.61)和OS(HR=0.82,95%CI:0.70~0.96)。');
    expect(first?.low).toBeUndefined();
    expect(second).toMatchObject({ value: 0.82, low: 0.7, high: 0.96 });
  });
});

describe('a time', () => {
  it('takes the interval beside it', () => {
    const [time] = quantities('中位PFS为16.8个月(95%CI 14.2~19.5)。');
    expect(time).toMatchObject({
      kind: 'duration',
      value: 16.8,
      unit: 'month',
      low: 14.2,
      high: 19.5,
      rangeKind: 'CI95',
    });
  });
});

describe('a quantity', () => {
  it.each([
    ['有效率为36.10%。', { kind: 'percentage', value: 36.1, printed: '36.10', unit: '%' }],
    ['P=0.032。', { kind: 'p-value', comparator: '=', value: 0.032 }],
    ['P<0.05。', { kind: 'p-value', comparator: '<', value: 0.05 }],
    ['缓解率60.6%(57/94例)。', { value: 60.6, events: 57, total: 94 }],
    ['给予硼替佐米1.3mg/m2。', { kind: 'dose', value: 1.3, unit: 'mg/m2' }],
  ] as const)('is read from %s', (text, expected) => {
    expect(quantities(text)[0]).toMatchObject(expected);
  });
});

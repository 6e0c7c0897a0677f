import { describe, expect, it } from 'vitest';
import { articleRecord, type TrialRecord } from '../../pipeline/model/index.js';
import { consistentRecord } from '../../pipeline/verify/mutations/consistent-record.js';
import { brokenConstraints } from '../../pipeline/verify/mutations/constraints.js';
import { mutationScore } from '../../pipeline/verify/mutations/mutation-score.js';
import { rulebook } from './extracted.js';

describe('a made-up record', () => {
  const records = Array.from({ length: 50 }, (_, seed) => consistentRecord(seed + 1));

  it('has the format of records', () => {
    for (const record of records) expect(articleRecord.safeParse(record).error).toBeUndefined();
  });

  it('breaks none of the constraints, which are said without the checks', () => {
    expect(records.flatMap(({ trials }) => brokenConstraints(trials[0] as TrialRecord))).toEqual([]);
  });

  it('is the same for the same seed', () => {
    expect(consistentRecord(3)).toEqual(consistentRecord(3));
    expect(consistentRecord(3)).not.toEqual(consistentRecord(4));
  });
});

describe('the mutation score', () => {
  const { mutations, false_alarms, equations, by_check } = mutationScore(rulebook, 10);
  const share = (kind: keyof typeof mutations): number => mutations[kind].detected / mutations[kind].breaking;

  it('finds nothing in records that nobody changed', () => {
    expect(false_alarms).toBeLessThanOrEqual(equations / 200);
  });

  it('finds nine of ten digits whose change breaks a constraint', () => {
    expect(mutations.digit.breaking).toBeGreaterThan(300);
    expect(share('digit')).toBeGreaterThanOrEqual(0.9);
  });

  it('finds most of the other changes', () => {
    for (const kind of ['point', 'arm', 'operator'] as const) expect(share(kind), kind).toBeGreaterThanOrEqual(0.8);
  });

  it('tells which checks found them', () => {
    expect(Object.keys(by_check)).toEqual(
      expect.arrayContaining(['percent-of-count', 'p-of-interval', 'survival-falls']),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../pipeline/model/index.js';
import { verifyRecord } from '../../pipeline/verify/index.js';
import { consistentRecord } from '../../pipeline/verify/mutations/consistent-record.js';
import { numberSlots, withDigits } from '../../pipeline/verify/number-slots.js';
import { rulebook } from './extracted.js';

/** Numbers as no author prints them, and as a broken text may have them read. */
const digits = fc.oneof(
  fc.nat({ max: 2_000_000_000 }).map(String),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3)),
  fc.constantFrom('0', '0.000', '100', '1e9', '999999999'),
);

describe('whatever stands in a record', () => {
  it('the checks end, throw nothing and tell the same twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.tuple(fc.nat(), digits), { minLength: 1, maxLength: 12 }),
        (seed, edits) => {
          const record = consistentRecord(seed);
          let trial = record.trials[0] as TrialRecord;
          for (const [at, other] of edits) {
            const slots = numberSlots(trial);
            const slot = slots[at % slots.length];
            if (slot) trial = withDigits(trial, slot, other);
          }
          const verify = () => verifyRecord({ record: { ...record, trials: [trial] }, rulebook }, { hints: false });
          const told = verify();
          expect(verify()).toEqual(told);
          for (const finding of [...told.byTrial.values()].flat())
            expect(finding.message).not.toMatch(/NaN|undefined/u);
        },
      ),
      { numRuns: 300 },
    );
  });
});

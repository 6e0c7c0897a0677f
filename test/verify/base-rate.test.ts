import { describe, expect, test } from 'vitest';
import type { Finding } from '../../pipeline/model/index.js';
import { verifyRecord } from '../../pipeline/verify/index.js';
import { consistentRecord } from '../../pipeline/verify/mutations/consistent-record.js';
import { extracted, rulebook } from './extracted.js';
import { madeUpArticle } from './made-up-article.js';

/** Findings in what is consistent, by check, against the equations that each check has looked at. */
function alarms(runs: readonly { findings: readonly Finding[]; equations: ReadonlyMap<string, number> }[]) {
  const equations = new Map<string, number>();
  const found = new Map<string, string[]>();
  for (const run of runs) {
    for (const [check, count] of run.equations) equations.set(check, (equations.get(check) ?? 0) + count);
    for (const { check, message } of run.findings) found.set(check, [...(found.get(check) ?? []), message]);
  }
  return { equations, found };
}

/** At most one false alarm in so many equations, of every check. */
const rare = 200;

describe('in consistent records', () => {
  const runs = Array.from({ length: 300 }, (_, seed) => {
    const { byTrial, article, equations } = verifyRecord({ record: consistentRecord(seed + 1000), rulebook });
    return { findings: [...[...byTrial.values()].flat(), ...article], equations };
  });
  const { equations, found } = alarms(runs);

  test('the checks look at many equations', () => {
    expect([...equations.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(40_000);
  });

  test.each([...equations])('%s has no more than one false alarm in 200 of %d equations', (check, count) => {
    const messages = found.get(check) ?? [];
    expect(messages.length, messages.join('\n')).toBeLessThanOrEqual(count / rare);
  });
});

describe('in consistent articles', () => {
  const runs = Array.from({ length: 80 }, (_, seed) => {
    const { record, equations } = extracted(madeUpArticle(seed + 1));
    const findings = [...record.trials.flatMap((trial) => trial.findings ?? []), ...(record.findings ?? [])];
    return { findings, equations };
  });
  const { equations, found } = alarms(runs);

  test('there is no more than one false alarm in 200 equations', () => {
    const count = [...equations.values()].reduce((sum, one) => sum + one, 0);
    const messages = [...found].flatMap(([check, all]) => all.map((message) => `${check}: ${message}`));
    expect(count).toBeGreaterThan(3_000);
    expect(messages.length, messages.join('\n')).toBeLessThanOrEqual(count / rare);
  });
});

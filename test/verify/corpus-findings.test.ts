import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Finding } from '../../pipeline/model/index.js';
import { checkDescriptions } from '../../pipeline/verify/index.js';
import { extractCorpus } from '../corpus-extractions.js';

const noted = z.strictObject({
  check: z.enum(checkDescriptions.map(({ id }) => id)),
  values: z.array(z.number()).optional(),
  says: z.string().optional(),
  why: z.string().optional(),
});
const lists = z.strictObject({
  found: z.record(z.string(), z.array(noted)),
  missed: z.record(z.string(), z.array(noted)),
});
const { found, missed } = lists.parse(parse(readFileSync('corpus/inconsistencies.yaml', 'utf8')));

const findings = new Map(
  [...(await extractCorpus())].map(([id, { record }]): [string, Finding[]] => [
    id,
    [...record.trials.flatMap((trial) => trial.findings ?? []), ...(record.findings ?? [])],
  ]),
);

/** Whether a document has a finding of the check that rests on all the values and says the words. */
function isFound(document: string, { check, values = [], says = '' }: z.infer<typeof noted>): boolean {
  return (findings.get(document) ?? []).some(
    (finding) =>
      finding.check === check &&
      finding.message.includes(says) &&
      values.every((value) => finding.values?.includes(value)),
  );
}

const rows = (list: typeof found) =>
  Object.entries(list).flatMap(([document, all]) => all.map((one) => ({ document, ...one })));

describe('what the annotators noted', () => {
  test.each(rows(found))('$document: $check $values $says is found', ({ document, ...one }) => {
    expect(isFound(document, one)).toBe(true);
  });

  test.each(rows(missed))('$document: $check $values is missed as yet: $why', ({ document, ...one }) => {
    expect(isFound(document, one)).toBe(false);
  });

  test.each([...findings])('%s has no finding of severity error', (_, all) => {
    expect(all.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

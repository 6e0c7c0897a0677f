import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ArticleRecord, Finding } from '../../pipeline/model/index.js';
import { checkDescriptions, sameStudies, verifyRecord } from '../../pipeline/verify/index.js';
import { extracted, rulebook } from './extracted.js';

/** A passage as authors write it; `set` then puts other values into its record, as an editor would. */
const passage = z.strictObject({
  text: z.string(),
  /** A second article, for checks between records. */
  and: z.string().optional(),
  set: z.record(z.string(), z.unknown()).optional(),
});
const card = z.strictObject({
  check: z.string(),
  fires: z.array(passage.extend({ says: z.string(), severity: z.enum(['error', 'warning', 'info']) })).min(3),
  silent: z.array(passage).min(3),
});

const folder = join(import.meta.dirname, 'cards');
const cards = readdirSync(folder).map((file) => card.parse(parse(readFileSync(join(folder, file), 'utf8'))));

/** The findings of a check for a passage, and the number of equations that it looked at. */
function checked(
  check: string,
  { text, and, set }: z.infer<typeof passage>,
): { findings: Finding[]; equations: number } {
  const { record, equations } = extracted(text);
  if (and !== undefined) {
    const findings = sameStudies([record, extracted(and).record]).map(({ finding }) => finding);
    return { findings, equations: findings.length };
  }
  if (!set)
    return {
      findings: findingsOf(record).filter((finding) => finding.check === check),
      equations: equations.get(check) ?? 0,
    };
  const changed = structuredClone(record);
  for (const [path, value] of Object.entries(set)) put(changed, path.split('.'), value);
  const { byTrial, article, equations: counted } = verifyRecord({ record: changed, rulebook });
  const findings = [...[...byTrial.values()].flat(), ...article].filter((finding) => finding.check === check);
  return { findings, equations: counted.get(check) ?? 0 };
}

function findingsOf({ trials, findings = [] }: ArticleRecord): Finding[] {
  return [...trials.flatMap((trial) => trial.findings ?? []), ...findings];
}

function put(root: unknown, path: readonly string[], value: unknown): void {
  const inner = path.slice(0, -1).reduce<unknown>((node, key) => {
    const next = (node as Record<string, unknown>)[key];
    if (next === undefined) throw new Error(`The record has no ${path.join('.')}.`);
    return next;
  }, root);
  (inner as Record<string, unknown>)[path.at(-1) as string] = value;
}

test('every check has its cards', () => {
  expect(cards.map(({ check }) => check).sort()).toEqual(checkDescriptions.map(({ id }) => id).sort());
});

describe.each(cards.map((one) => [one.check, one] as const))('%s', (check, { fires, silent }) => {
  test.each(fires)('fires at $text $set', ({ says, severity, ...read }) => {
    const { findings } = checked(check, read);
    expect(findings.map(({ message }) => message).join('\n')).toContain(says);
    expect(findings.map((finding) => finding.severity)).toContain(severity);
  });

  // It must have looked at the passage: silence about what was not read proves nothing.
  test.each(silent)('is silent at $text $set', (read) => {
    const { findings, equations } = checked(check, read);
    expect(findings.filter((finding) => finding.severity !== 'info' || read.and === undefined)).toEqual([]);
    expect(equations).toBeGreaterThan(0);
  });
});

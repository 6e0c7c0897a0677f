import type { TrialRecord } from '../../pipeline/model/record.js';
import { extract } from '../../pipeline/run.js';
import { rulebook } from '../rules/rule-packs.js';

/** The studies of a text that is an article of its own. */
export function trialsOf(text: string): readonly TrialRecord[] {
  const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
  return extract(source, rulebook, 'test').record.trials;
}

/** The arms of the first study of a text, each with its label and drugs. */
export function armsOf(text: string): Record<string, string[]> {
  const [trial] = trialsOf(text);
  return Object.fromEntries(
    (trial?.arms ?? []).map(({ label, drugs = [] }) => [label ?? '', drugs.map(({ name }) => name)]),
  );
}

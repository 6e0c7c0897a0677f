import { readdirSync, readFileSync } from 'node:fs';
import { compileRulebook, type Rulebook, readPack } from '../../pipeline/rulebook/index.js';

/** The repair rules alone, so that a mistake in another pack does not fail these tests. */
export function repairBook(): Pick<Rulebook, 'repairs'> {
  const repairs = readdirSync('rules/repair')
    .sort()
    .map((file) => `rules/repair/${file}`);
  return compileRulebook(
    ['rules/fragments.yaml', ...repairs].map((file) => readPack(file, readFileSync(file, 'utf8'))),
  );
}

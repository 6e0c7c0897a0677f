import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { fixturePdf, fixtures } from '../typeset/fixtures.js';
import { damaged } from './damaged.js';
import { outcomeOf } from './outcome-of.js';

// Reads damaged PDFs and counts what became of them: npm run fuzz -- [how many] [first seed]
const count = Number(process.argv[2] ?? 500);
const first = Number(process.argv[3] ?? 1);
const rulebook = loadRulebook('rules');
const pdfs = fixtures.map(({ name }) => fixturePdf(name));
const outcomes = new Map<string, number[]>();
for (let seed = first; seed < first + count; seed += 1) {
  const outcome = await outcomeOf(damaged(pdfs[seed % pdfs.length] as Uint8Array, seed), rulebook);
  outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), seed]);
}
for (const [outcome, seeds] of [...outcomes].sort()) {
  process.stdout.write(`${String(seeds.length).padStart(5)}  ${outcome}  (seeds ${seeds.slice(0, 5).join(', ')} …)\n`);
}
process.exitCode = [...outcomes.keys()].some((outcome) => /^(?:unhandled|out of)/u.test(outcome)) ? 1 : 0;

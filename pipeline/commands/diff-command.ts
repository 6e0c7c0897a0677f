import { join } from 'node:path';
import { Command } from 'commander';
import { articleText, quoted } from './diff/article-text.js';
import { diffDocuments } from './diff/diff-documents.js';
import type { DocumentDiff } from './diff/difference.js';
import { differenceLines, differenceSummary } from './diff/difference-lines.js';
import { readRecords, recordsOf, type StoredRecord } from './diff/read-records.js';
import { wantsColour } from './wants-colour.js';

interface Options {
  readonly articles: string;
  readonly json?: true;
  readonly color: boolean;
}

/** `zhailu diff`: what changed in meaning between two extractions. */
export function diffCommand(): Command {
  return new Command('diff')
    .summary('compare two records, or two folders of records, by meaning')
    .description(
      'Tells what was added, removed or changed between two records or folders of records: studies, arms, and every number ' +
        'with what it is bound to. The order of things does not count, nor does the version that wrote them.',
    )
    .argument('<before>', 'a record or a folder of records')
    .argument('<after>', 'a record or a folder of records')
    .option(
      '-a, --articles <folder>',
      'where the articles are, for the sentences around the numbers',
      join('corpus', 'articles'),
    )
    .option('--json', 'print the differences as JSON')
    .option('--no-color', 'no colours, on a terminal either')
    .addHelpText(
      'after',
      `
Examples:
  zhailu diff output/a.yaml new/a.yaml
  zhailu diff output new --json | jq '.[].differences[] | select(.of == "value")'

Exit codes: 0 no difference; 1 differences; 2 wrong usage or an unreadable record.`,
    )
    .action(async (before: string, after: string, options: Options) => {
      const [a, b] = [await readRecords(before), await readRecords(after)];
      const diffs = diffDocuments(recordsOf(a), recordsOf(b));
      const shown = await Promise.all(diffs.map((diff) => withQuotes(diff, [b, a], options.articles)));
      if (options.json) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
      else if (shown.length > 0) {
        const lines = differenceLines(shown, options.color && wantsColour(process.stdout));
        process.stdout.write(`${[...lines, differenceSummary(shown)].join('\n')}\n`);
      }
      process.exitCode = diffs.length > 0 ? 1 : 0;
    });
}

async function withQuotes(
  diff: DocumentDiff,
  sides: readonly ReadonlyMap<string, StoredRecord>[],
  articles: string,
): Promise<DocumentDiff> {
  const stored = sides.flatMap((side) => side.get(diff.id) ?? []);
  const record = stored[0]?.record;
  return record ? quoted(diff, await articleText(record, [...stored.map(({ folder }) => folder), articles])) : diff;
}

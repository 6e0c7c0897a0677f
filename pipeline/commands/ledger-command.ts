import { Command } from 'commander';
import { readRecord } from '../emit/index.js';
import type { ArticleRecord } from '../model/index.js';
import { ledgerTable } from './ledger-table.js';
import { openPipeline } from './open-pipeline.js';

/** `zhailu ledger`: what became of every number of an article. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .summary('show what became of every number of an article')
    .description('Shows how many numbers were recorded, set aside and why, and which no rule could place.')
    .argument('<file>', 'an article, or a record of one (*.yaml, *.json)')
    .option('-u, --unresolved', 'only the numbers that no rule could place, one per line')
    .addHelpText(
      'after',
      `
Examples:
  zhailu ledger article.txt
  zhailu ledger output/article.yaml --unresolved | wc -l

Exit codes: 0 shown; 2 wrong usage, an unreadable file or a broken rule.`,
    )
    .action(async (file: string, { unresolved = false }: { unresolved?: boolean }) => {
      process.stdout.write(ledgerTable(await recordOf(file), unresolved));
    });
}

async function recordOf(file: string): Promise<ArticleRecord> {
  if (/\.(?:ya?ml|json)$/i.test(file)) return readRecord(file);
  const pipeline = await openPipeline();
  return pipeline.extract((await pipeline.read(file)).source).record;
}

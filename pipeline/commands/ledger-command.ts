import { Command } from 'commander';
import { readRecord } from '../emit/index.js';
import type { PdfOptions } from '../run.js';
import { failureCodes } from './exit-code.js';
import { inColour, ledgerArticle, type Paint, withClass } from './ledger-article.js';
import { ledgerLines } from './ledger-lines.js';
import { ledgerTable } from './ledger-table.js';
import { openPipeline } from './open-pipeline.js';
import { pdfOptionsOf, withPdfOptions } from './pdf-options.js';
import { UsageError } from './usage-error.js';
import { wantsColour } from './wants-colour.js';

interface LedgerOptions extends PdfOptions {
  readonly unresolved?: boolean;
  readonly each?: boolean;
}

/** `zhailu ledger`: what became of every number of an article. */
export function ledgerCommand(): Command {
  return withPdfOptions(new Command('ledger'))
    .summary('show what became of every number of an article')
    .description(
      'Shows an article with every number in the colour of its class (in plain text with its class behind it), how many ' +
        'numbers were recorded, set aside and why, and which no rule could place. Of a record only the counts.',
    )
    .argument('<file>', 'an article, or a record of one (*.yaml, *.json)')
    .option('-u, --unresolved', 'only the numbers that no rule could place, one per line, each with its sentence')
    .option('-e, --each', 'one line for each number: its class, and by which value or rule it is in it')
    .addHelpText(
      'after',
      `
Examples:
  zhailu ledger article.txt
  zhailu ledger article.txt | grep -o '⟦[^⟧]*|background⟧'
  zhailu ledger article.txt --each | grep 'set aside: background'
  zhailu ledger output/article.yaml --unresolved | wc -l

Exit codes: 0 shown; 2 wrong usage, an unreadable file or a broken rule.
${failureCodes}`,
    )
    .action(async (file: string, { unresolved = false, each = false, ...options }: LedgerOptions) => {
      const colour = wantsColour(process.stdout);
      const isRecord = /\.(?:ya?ml|json)$/i.test(file);
      if (each) {
        if (isRecord) throw new UsageError(`${file}: error: --each needs the article; a record keeps only the sums`);
        process.stdout.write(await eachNumber(file, unresolved, options));
        return;
      }
      process.stdout.write(
        isRecord
          ? ledgerTable(await readRecord(file), unresolved)
          : await articleLedger(file, unresolved, colour, options),
      );
    });
}

async function eachNumber(file: string, unresolvedOnly: boolean, options: PdfOptions): Promise<string> {
  const pipeline = await openPipeline();
  const { source } = await pipeline.read(file, pdfOptionsOf(options));
  const lines = ledgerLines(pipeline.extract(source));
  return unresolvedOnly ? lines.replace(/^(?!.*: unresolved: ).*\n/gmu, '') : lines;
}

async function articleLedger(
  file: string,
  unresolvedOnly: boolean,
  colour: boolean,
  options: PdfOptions,
): Promise<string> {
  const pipeline = await openPipeline();
  const { source } = await pipeline.read(file, pdfOptionsOf(options));
  const { record, entries } = pipeline.extract(source);
  const paint: Paint | undefined = colour ? inColour : undefined;
  const table = ledgerTable(record, unresolvedOnly, { text: source.text, paint });
  return unresolvedOnly ? table : `${ledgerArticle(source.text, entries, paint ?? withClass)}\n${table}`;
}

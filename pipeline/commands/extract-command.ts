import { Command, Option } from 'commander';
import { failureCodes } from './exit-code.js';
import { type ExtractOptions, extractArticles } from './extract-articles.js';
import { withPdfOptions } from './pdf-options.js';
import { positiveInteger } from './positive-integer.js';

/** `zhailu extract`: articles in, records out. */
export function extractCommand(): Command {
  return withPdfOptions(new Command('extract'))
    .summary('read articles and write a record for each')
    .description('Reads clinical articles (PDF, text, Markdown) and writes one record per article.')
    .argument('<inputs...>', 'files, folders (*.txt, *.md, *.pdf inside), quoted globs, or - for standard input')
    .option('-o, --output <folder>', 'write <id>.yaml and the schema into this folder instead of standard output')
    .addOption(
      new Option('-f, --format <format>', 'how records are written').choices(['yaml', 'json', 'jsonl']).default('yaml'),
    )
    .option('-j, --jobs <n>', 'articles in work at the same time', positiveInteger, 4)
    .option('-q, --quiet', 'say nothing but what failed')
    .option('-v, --verbose', 'tell every message of the pipeline, not only errors')
    .addHelpText(
      'after',
      `
Examples:
  zhailu extract article.txt                      one record on standard output
  zhailu extract corpus/articles -o output        a folder of articles, a folder of records
  zhailu extract 'new/**/*.txt' -o records -v     a glob, with every message
  zhailu extract article.pdf --pages 2-5 -o .     some pages of a PDF, its text beside the record
  zhailu extract a.txt b.txt -f jsonl | head -3   one study per line

Exit codes: 0 all articles were read; 1 some were not, the others were; 2 wrong usage or a broken rule.
${failureCodes}`,
    )
    .action(async (inputs: string[], options: ExtractOptions) => {
      process.exitCode = await extractArticles(inputs, options);
    });
}

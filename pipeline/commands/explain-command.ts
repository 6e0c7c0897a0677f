import { Command } from 'commander';
import type { PdfOptions } from '../run.js';
import { failureCodes } from './exit-code.js';
import { explanation } from './explanation.js';
import { openPipeline } from './open-pipeline.js';
import { pdfOptionsOf, withPdfOptions } from './pdf-options.js';

/** `zhailu explain`: how the values at a place came about. */
export function explainCommand(): Command {
  return withPdfOptions(new Command('explain'))
    .summary('show how the values at a line or a quoted text came about')
    .description(
      'Shows the derivation of every value at a place: rules, what they read, and the repairs beneath; and why other numbers\nthere were set aside.',
    )
    .argument('<file>', 'an article')
    .argument('<place>', 'a line number, or text as the article prints it (white space does not count)')
    .addHelpText(
      'after',
      `
Examples:
  zhailu explain article.txt 47
  zhailu explain article.txt '35.92%vs22.55%'

Exit codes: 0 something was found; 1 no value at that place; 2 wrong usage, an unreadable file or a broken rule.
${failureCodes}`,
    )
    .action(async (file: string, place: string, options: PdfOptions) => {
      const pipeline = await openPipeline();
      const { source, messages } = await pipeline.read(file, pdfOptionsOf(options));
      const extraction = pipeline.extract(source);
      const { lines, found } = explanation({ ...extraction, messages: [...messages, ...extraction.messages] }, place);
      process.stdout.write(`${lines.join('\n')}\n`);
      process.exitCode = found ? 0 : 1;
    });
}

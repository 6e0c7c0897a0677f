import { type Command, InvalidArgumentError } from 'commander';
import type { PdfOptions } from '../run.js';

/** Adds what tells a command how to read a PDF. */
export function withPdfOptions(command: Command): Command {
  return command
    .option('--pages <ranges>', 'pages of a PDF to read, e.g. 2-5 or 1,3-4', pageRanges)
    .option('--password <password>', 'the password of an encrypted PDF');
}

/** The options of `withPdfOptions` among those that a command was given. */
export function pdfOptionsOf({ pages, password }: PdfOptions): PdfOptions {
  return { pages, password };
}

/** Reads `2-5` or `1,3-4` as ranges of pages, which count from 1. */
export function pageRanges(given: string): [first: number, last: number][] {
  return given.split(',').map((range) => {
    const [, from, to = from] = /^\s*([1-9]\d{0,5})\s*(?:-\s*([1-9]\d{0,5})\s*)?$/.exec(range) ?? [];
    if (from === undefined || Number(to) < Number(from))
      throw new InvalidArgumentError('It must name pages from 1 on, e.g. 2-5 or 1,3-4.');
    return [Number(from), Number(to)];
  });
}

import { loadRulebook } from '../../../pipeline/rulebook/index.js';
import { sourceOf } from '../../../pipeline/run.js';
import type { Message, Source } from '../../../pipeline/text/index.js';
import { type HandmadeOptions, handmadePdf, type Print } from './handmade-pdf.js';

export const rulebook = loadRulebook('rules');

/** What is read of a PDF that is written by hand. */
export async function readHandmade(
  pages: readonly (readonly Print[])[],
  options?: HandmadeOptions,
): Promise<{ source: Source; messages: readonly Message[] }> {
  return sourceOf('article.pdf', handmadePdf(pages, options), rulebook);
}

/** The paragraphs of a source, lines joined. */
export function paragraphs({ text }: Source): string[] {
  return text
    .trim()
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.replaceAll('\n', ''));
}

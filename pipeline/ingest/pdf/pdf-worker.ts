import { parentPort } from 'node:worker_threads';
import { layout } from './layout.js';
import { compiled, type PhraseSources } from './layout-phrases.js';
import { refused } from './open-document.js';
import type { PdfNote, PdfText } from './pdf-text.js';
import { type PageRange, readPages } from './read-pages.js';
import type { Refusal } from './refusal.js';
import { usablePages } from './text-layer.js';

/** What the worker is asked for. */
export interface PdfRequest {
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
  readonly pages?: readonly PageRange[] | undefined;
  readonly phrases: PhraseSources;
}

/** What it answers. */
export type PdfAnswer = { readonly read: PdfText } | { readonly refusal: Refusal };

/** Reads a PDF into text; throws a RefusedPdf. */
export async function pdfText({ bytes, password, pages: ranges, phrases }: PdfRequest): Promise<PdfText> {
  const patterns = compiled(phrases);
  const { pages, damaged } = await readPages(bytes, password, ranges);
  const usable = usablePages(pages, patterns);
  const read = layout(usable.pages, patterns);
  const notes = damaged.map((number): PdfNote => {
    const reason = `Page ${number} is damaged; some of its text may be missing.`;
    return { severity: 'warning', ruleId: 'ingest.damaged-page', reason };
  });
  return { ...read, notes: [...notes, ...usable.notes, ...read.notes] };
}

parentPort?.on('message', async (request: PdfRequest) => {
  let answer: PdfAnswer;
  try {
    answer = { read: await pdfText(request) };
  } catch (error) {
    answer = { refusal: refused(error).refusal };
  }
  parentPort?.postMessage(answer);
});

import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Rulebook } from '../../rulebook/index.js';
import type { Message, Source } from '../../text/index.js';
import { IngestError } from '../ingest-error.js';
import { phraseSources } from './layout-phrases.js';
import type { PdfText } from './pdf-text.js';
import type { PageRange } from './read-pages.js';
import { readPdf } from './read-pdf.js';
import { type RefusalKind, RefusedPdf, refusalReason } from './refusal.js';

/** How a PDF is to be read. */
export interface PdfOptions {
  readonly password?: string | undefined;
  /** Ranges of pages, from 1; all pages where there are none. */
  readonly pages?: readonly PageRange[] | undefined;
}

/** The source text of a PDF, with where it is printed. Throws an IngestError where it cannot be read. */
export async function pdfSource(
  file: string,
  bytes: Uint8Array,
  rulebook: Pick<Rulebook, 'phrases'>,
  { password, pages }: PdfOptions,
): Promise<{ source: Source; messages: readonly Message[] }> {
  const plain = plainly(bytes);
  if (plain) throw ingestError(file, new RefusedPdf({ kind: plain }));
  let read: PdfText;
  try {
    read = await readPdf({ bytes, password, pages, phrases: phraseSources(rulebook) });
  } catch (error) {
    throw error instanceof RefusedPdf ? ingestError(file, error) : error;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    source: { id: basename(file, extname(file)), file, sha256, text: read.text, pages: read.pages, runs: read.runs },
    messages: read.notes.map((note) => ({ ...note, path: file })),
  };
}

/** What the first and last bytes tell: every PDF begins with its mark and ends with another, give or take some noise. */
function plainly(bytes: Uint8Array): RefusalKind | undefined {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'not-a-pdf';
  return Buffer.from(bytes.subarray(-2048)).includes('%%EOF') ? undefined : 'truncated';
}

function ingestError(file: string, { refusal }: RefusedPdf): IngestError {
  const { failure, text } = refusalReason(refusal);
  return new IngestError(file, text, failure);
}

import './without-canvas.js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { RefusedPdf } from './refusal.js';

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** How strictly a PDF is read: an error ends the reading, or is passed over. */
export type Strictness = 'strict' | 'lenient';

/**
 * Opens a PDF with the maps and fonts that fonts without their own need; nothing is rendered and no script runs.
 * Throws a RefusedPdf where it cannot be opened. The bytes are taken over.
 */
export async function openDocument(
  data: Uint8Array,
  password: string | undefined,
  strictness: Strictness,
): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data,
      ...(password === undefined ? {} : { password }),
      cMapUrl: `${join(pdfjs, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(pdfjs, 'standard_fonts')}/`,
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: strictness === 'strict',
      useWorkerFetch: false,
    }).promise;
  } catch (error) {
    throw refused(error);
  }
}

/** What an error of pdfjs says about a file. */
export function refused(error: unknown): RefusedPdf {
  if (error instanceof RefusedPdf) return error;
  if (!(error instanceof Error)) return new RefusedPdf({ kind: 'damaged', detail: String(error) });
  const { name, message } = error;
  // pdfjs says 1 where a password is needed, 2 where the one given is wrong.
  if (name === 'PasswordException')
    return new RefusedPdf({ kind: (error as { code?: number }).code === 2 ? 'password-wrong' : 'password-needed' });
  if (/allocation failed|invalid array length/iu.test(message)) return new RefusedPdf({ kind: 'memory' });
  return new RefusedPdf({ kind: 'damaged', detail: message.replace(/\s+/gu, ' ').replace(/[.;]$/u, '').slice(0, 100) });
}

import './without-canvas.js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse, VerbosityLevel } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist';
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
    const parser = new PDFParse({
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
    });
    // biome-ignore lint/complexity/useLiteralKeys: pdf-parse keeps its document private, and its own methods give no places.
    return (await parser['load']()) as PDFDocumentProxy;
  } catch (error) {
    throw refused(error);
  }
}

/** What an error of pdfjs says about a file. */
export function refused(error: unknown): RefusedPdf {
  if (error instanceof RefusedPdf) return error;
  if (!(error instanceof Error)) return new RefusedPdf({ kind: 'damaged', detail: String(error) });
  const { name, message } = error;
  if (name === 'PasswordException') {
    // pdfjs says 1 where a password is needed, 2 where the one given is wrong; pdf-parse gives its error as the cause.
    const { code } = (error.cause ?? error) as { code?: number };
    return new RefusedPdf({ kind: code === 2 ? 'password-wrong' : 'password-needed' });
  }
  if (/allocation failed|invalid array length/iu.test(message)) return new RefusedPdf({ kind: 'memory' });
  return new RefusedPdf({ kind: 'damaged', detail: message.replace(/\s+/gu, ' ').replace(/[.;]$/u, '').slice(0, 100) });
}

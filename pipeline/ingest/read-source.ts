import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Rulebook } from '../rulebook/index.js';
import type { Message, Source } from '../text/index.js';
import { decodeText } from './decode-text.js';
import { IngestError } from './ingest-error.js';
import { type PdfOptions, pdfSource } from './pdf/pdf-source.js';

/** An article as received, with what had to be assumed to read it. */
export interface ReadSource {
  readonly source: Source;
  readonly messages: readonly Message[];
}

const sizeLimit = 50 * 1024 * 1024;
/** The first bytes of formats that are often mistaken for text, with what to do about them. */
const formats: readonly (readonly [signature: string, advice: string])[] = [
  ['PK\x03\x04', 'is a Word document or another archive; save it as plain text (UTF-8).'],
  ['\xd0\xcf\x11\xe0', 'is a Word document; save it as plain text (UTF-8).'],
  ['{\\rtf', 'is a rich text document; save it as plain text (UTF-8).'],
];

/** Reads an article from a file, a PDF or plain text; see `sourceOf`. */
export async function readSource(
  path: string,
  rulebook: Pick<Rulebook, 'phrases'>,
  options: PdfOptions = {},
): Promise<ReadSource> {
  return sourceOf(basename(path), await readBytes(path), rulebook, options);
}

/**
 * Reads an article from its bytes, by what they are. The layout of a PDF is read with the phrases of the rulebook.
 * Throws an IngestError where there is no text to read.
 */
export async function sourceOf(
  file: string,
  bytes: Uint8Array,
  rulebook: Pick<Rulebook, 'phrases'>,
  options: PdfOptions = {},
): Promise<ReadSource> {
  if (bytes.length > sizeLimit)
    throw new IngestError(file, `is larger than 50 MB; split it into articles.`, 'excessive');
  return isPdf(file, bytes) ? pdfSource(file, bytes, rulebook, options) : decodeSource(file, bytes);
}

/** A PDF may have some bytes before its mark; a file that is called one is treated as one. */
function isPdf(file: string, bytes: Uint8Array): boolean {
  return /\.pdf$/iu.test(file) || Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Decodes an article. UTF-8, UTF-16 and GB18030 are told apart by their bytes; an info message says which was
 * assumed when it is not UTF-8. The text is kept as it is, with its byte order mark and its line ends, so that
 * offsets count characters as any other program sees them. Throws an IngestError where there is no text to read.
 */
export function decodeSource(file: string, bytes: Uint8Array): ReadSource {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const format = formats.find(([signature]) => head.startsWith(signature));
  if (format) throw new IngestError(file, format[1]);
  const decoded = bytes.length > 0 ? decodeText(bytes) : { text: '', encoding: 'utf-8', assumed: false, lost: 0 };
  if (!decoded) throw new IngestError(file, 'is in an encoding that is not known here; save it as UTF-8.');
  const { text, encoding, assumed, lost } = decoded;
  if (text.trim() === '') throw new IngestError(file, 'is empty; there is nothing to read.');
  if (!isText(text)) throw new IngestError(file, 'is not text but binary data; give a file of plain text (UTF-8).');
  if (!text.isWellFormed())
    throw new IngestError(file, 'has broken characters (lone surrogates); save it as UTF-8 again.');
  const messages: Message[] = [];
  if (assumed)
    messages.push({ severity: 'info', ruleId: 'ingest.encoding', reason: `Read as ${encoding}.`, path: file });
  if (lost > 0) {
    const reason = `${lost} characters could not be read as ${encoding}.`;
    messages.push({ severity: 'warning', ruleId: 'ingest.lost-characters', reason, path: file });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { id: basename(file, extname(file)), file, sha256, text, pages: [] };
  return { source, messages };
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > sizeLimit) throw new IngestError(file, 'is larger than 50 MB; split it into articles.');
    return await readFile(path);
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(path, accessReason((error as NodeJS.ErrnoException).code));
  }
}

function accessReason(code: string | undefined): string {
  if (code === 'ENOENT') return 'there is no such file; check the path.';
  if (code === 'EISDIR') return 'is a folder; give a file, or a pattern that names files.';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check its permissions.';
  return `cannot be read (${code ?? 'unknown reason'}).`;
}

/** Whether this reads like text: no NUL, and hardly any control or replacement characters. */
function isText(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) return false;
    if ((code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || code === 0xfffd) odd += 1;
  }
  return odd <= Math.max(2, text.length / 100);
}

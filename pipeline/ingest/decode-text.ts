import { analyse } from 'chardet';

/** A file's text with the encoding it was read as; `lost` counts the characters that could not be read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly assumed: boolean;
  readonly lost: number;
}

/** Enough for the detector to be sure; more only costs time. */
const detectorBytes = 65_536;
/** The multi-byte encodings that Chinese articles come in; a detector's guess beyond them is not trusted. */
const chineseEncodings: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  GBK: 'gb18030',
  GB2312: 'gb18030',
  Big5: 'big5',
};

/**
 * Decodes bytes as text: by their byte order mark, as UTF-8, as UTF-16 without a mark, or as what the detector
 * takes them for. A byte order mark stays in the text, because offsets count from the first decoded character.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', true);
  const wide = decodedAsWide(bytes);
  if (wide) return wide;
  const strict = strictly(bytes, 'utf-8');
  if (strict !== undefined) return { text: strict, encoding: 'utf-8', assumed: false, lost: 0 };
  const damaged = decoded(bytes, 'utf-8', true);
  if (damaged.lost <= Math.max(2, damaged.text.length / 500)) return damaged;
  return decodedAsChinese(bytes);
}

function decodedAsChinese(bytes: Uint8Array): DecodedText | undefined {
  const guesses = analyse(bytes.subarray(0, detectorBytes));
  const best = guesses.find((guess) => guess.name in chineseEncodings);
  const encodings = new Set([best ? (chineseEncodings[best.name] ?? 'gb18030') : 'gb18030', 'gb18030']);
  for (const encoding of encodings) {
    const text = strictly(bytes, encoding);
    if (text !== undefined) return { text, encoding, assumed: true, lost: 0 };
  }
  const damaged = decoded(bytes, 'gb18030', true);
  return damaged.lost <= Math.max(2, damaged.text.length / 500) ? damaged : undefined;
}

/** Bytes taken two by two, if that gives what Chinese articles are written in. */
function decodedAsWide(bytes: Uint8Array): DecodedText | undefined {
  const encoding = wideEncoding(bytes);
  if (!encoding) return undefined;
  const wide = decoded(bytes, encoding, true);
  let usual = 0;
  for (let i = 0; i < wide.text.length; i += 1) if (isUsual(wide.text.charCodeAt(i))) usual += 1;
  return usual >= 0.9 * wide.text.length ? wide : undefined;
}

/** Latin, Greek, signs, CJK punctuation, Han and full-width forms. */
function isUsual(code: number): boolean {
  if (code < 0x20) return code >= 0x09 && code <= 0x0d;
  if (code < 0x400) return code < 0x7f || code >= 0xa0;
  return (code >= 0x2000 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code >= 0xf900;
}

/** UTF-16 without a mark: line ends, digits and Latin letters leave zeros on one side only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) even += 1;
    if (bytes[i] !== 0 && bytes[i + 1] === 0) odd += 1;
  }
  // Western control bytes scattered through a binary file fall on both sides.
  if (odd > bytes.length / 400 && odd > 20 * even) return 'utf-16le';
  if (even > bytes.length / 400 && even > 20 * odd) return 'utf-16be';
  return undefined;
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, encoding: string, assumed: boolean): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  let lost = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost += 1;
  return { text, encoding, assumed: assumed && encoding !== 'utf-8', lost };
}

import type { Document } from './document.js';
import { type Box, printedAt } from './run.js';
import type { Span } from './span.js';

/** A stretch of the source as it is quoted: its offsets, its line, of a PDF its place on the page, its characters. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly page?: number;
  readonly box?: Box;
  readonly text: string;
}

/** Quotes a stretch of the source of a document. */
export function quote({ source, lines }: Document, { start, end }: Span<'source'>): Quote {
  const { text, runs } = source;
  const place = runs && printedAt(text, runs, start, end);
  return { start, end, line: lines.place(start).line, ...place, text: text.slice(start, end) };
}

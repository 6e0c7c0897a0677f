import type { Segmentation } from '../../pipeline/model/index.js';
import { segment } from '../../pipeline/segment/index.js';
import { type Span, untouched } from '../../pipeline/text/index.js';
import { rulebook } from '../corpus-extractions.js';

/** Cuts a text that needs no repair. */
export function segmented(text: string): Segmentation {
  return segment(untouched({ id: 'test', file: 'test.txt', sha256: '', text, pages: [] }), rulebook);
}

/** The characters of spans. */
export function texts(text: string, spans: readonly { readonly span: Span<'text'> }[]): string[] {
  return spans.map(({ span }) => text.slice(span.start, span.end));
}

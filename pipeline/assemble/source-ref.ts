import type { SourceRef } from '../model/index.js';
import { type Document, quote, type Span, toSource } from '../text/index.js';

/** Where a stretch of the repaired text stands in the source. */
export function sourceRef(document: Document, span: Span<'text'>): SourceRef {
  return quote(document, toSource(document, span));
}

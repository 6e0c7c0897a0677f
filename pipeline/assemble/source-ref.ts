import type { SourceRef } from '../model/index.js';
import { type Document, type Span, toSource } from '../text/index.js';

/** Where a stretch of the repaired text stands in the source. */
export function sourceRef(document: Document, span: Span<'text'>): SourceRef {
  const { start, end } = toSource(document, span);
  return { start, end, line: document.lines.place(start).line, text: document.source.text.slice(start, end) };
}

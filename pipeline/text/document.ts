import type { EditMap, Origins } from './edit-map.js';
import { compose, identity, replay } from './edit-map.js';
import { LineIndex } from './line-index.js';
import type { Source } from './source.js';
import type { Span } from './span.js';

/** A source with its repairs: the text that all later stages read, and the way back from it. */
export interface Document {
  readonly source: Source;
  readonly text: string;
  readonly layers: readonly EditMap[];
  readonly origins: Origins;
  readonly lines: LineIndex;
}

/** A document without any repair yet. */
export function untouched(source: Source): Document {
  const origins = identity(source.text.length);
  return { source, text: source.text, layers: [], origins, lines: new LineIndex(source.text) };
}

/** The document after one more layer of repairs; the same document where the layer is empty. */
export function repaired(document: Document, layer: EditMap): Document {
  if (layer.edits.length === 0) return document;
  return {
    ...document,
    text: replay(document.text, layer),
    layers: [...document.layers, layer],
    origins: compose(document.origins, layer),
  };
}

/** The stretch of the source that a stretch of the repaired text was read from. */
export function toSource(document: Document, span: Span<'text'>): Span<'source'> {
  const { starts, ends } = document.origins;
  const length = document.source.text.length;
  if (span.end <= span.start) {
    const at = span.start < starts.length ? (starts[span.start] ?? length) : length;
    return { start: at, end: at };
  }
  return { start: starts[span.start] ?? length, end: ends[span.end - 1] ?? length };
}

import type { Definitions, Mention, Segmentation, SourceRef, Study } from '../model/index.js';
import { type Span, toSource } from '../text/index.js';
import type { BoundArticle, Told } from './told.js';

/** The article as the stages before have read it, for checks that compare its words with its numbers. */
export interface ArticleText {
  readonly segmentation: Segmentation;
  readonly mentions: readonly Mention[];
  readonly bound: BoundArticle;
  readonly definitions: Definitions;
}

/** A stretch of the article as a record quotes it. */
export function sourceOf({ segmentation }: ArticleText, span: Span<'text'>): SourceRef {
  const { document } = segmentation;
  const { start, end } = toSource(document, span);
  return { start, end, line: document.lines.place(start).line, text: document.source.text.slice(start, end) };
}

/** The study that a passage tells of, and its place among all; undefined where it tells of none. */
export function studyAt({ bound }: ArticleText, passage: Told): { study: Study; at: number } | undefined {
  if (!passage.draft) return undefined;
  const at = bound.studies.findIndex(({ spans }) =>
    spans.some(({ start, end }) => start <= passage.start && passage.start < end),
  );
  const study = bound.studies[at];
  return study && { study, at };
}

import type { Definitions, Mention, Segmentation } from '../model/index.js';
import type { BoundArticle } from './told.js';

/** The article as the stages before have read it, for checks that compare its words with its numbers. */
export interface ArticleText {
  readonly segmentation: Segmentation;
  readonly mentions: readonly Mention[];
  readonly bound: BoundArticle;
  readonly definitions: Definitions;
}

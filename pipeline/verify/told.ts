import type { Binding, Mention, Sentence, Study, Unbound } from '../model/index.js';

/** A stretch of a sentence, and whether a study claims it. */
export interface Told {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly Mention[];
  /** The study that it tells of; undefined where it tells of none. */
  readonly draft: object | undefined;
}

/** What the ledger reads of the binding stage. */
export interface BoundArticle {
  readonly studies: readonly Study[];
  readonly bindings: readonly Binding[];
  readonly unbound: readonly Unbound[];
  readonly passages: readonly Told[];
}

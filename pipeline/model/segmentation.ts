import type { Document, Span } from '../text/index.js';
import type { Table } from './table.js';

/** What a part of an article is for. */
export type Role = 'abstract' | 'english' | 'methods' | 'results' | 'discussion' | 'references' | 'body';

/** A part of the article under one heading. */
export interface Section {
  readonly span: Span<'text'>;
  readonly role: Role;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  /** Its place in the article, from 0. */
  readonly index: number;
}

export interface Sentence {
  readonly span: Span<'text'>;
  readonly section: Section;
  /** The line of the repaired text (one paragraph a line), from 0. */
  readonly paragraph: number;
  /** Whether it is written in Latin letters. */
  readonly english: boolean;
}

/** The article cut into its parts. The text itself is not changed. */
export interface Segmentation {
  readonly document: Document;
  readonly title: string | undefined;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly tables: readonly Table[];
  /**
   * The nouns that the text gives a rate of, by their parts of speech: events that the lexicon may lack, and, with
   * their 率, rates that it may lack.
   */
  readonly nouns: readonly Span<'text'>[];
}

/** The regimens that an article defines itself: the abbreviation, and its drugs joined by +. */
export type Definitions = ReadonlyMap<string, string>;

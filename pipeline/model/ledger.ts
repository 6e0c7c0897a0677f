import type { Span } from '../text/index.js';

/**
 * What a number is that states nothing about one study, in the order in which a record lists the classes.
 * Rules that set a number aside name one of these rows.
 */
export const setAsideClasses = [
  'citation',
  'heading',
  'front-matter',
  'page',
  'garbled',
  'reference',
  'english',
  'figure',
  'table',
  'date',
  'name',
  'grade',
  'time',
  'dose-note',
  'criterion',
  'method',
  'background',
] as const;

/** A number of the article, counted once, and what became of it. */
export interface NumberEntry {
  /** The number's characters as printed. */
  readonly place: Span<'source'>;
  /** `recorded`, `unresolved`, or the class in which it was set aside. */
  readonly status: string;
  /** The rule that set it aside. */
  readonly ruleId?: string | undefined;
}

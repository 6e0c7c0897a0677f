import type { Span } from '../text/index.js';

/** A cell of a table. Its text is `document.text.slice(start, end)`; empty cells have empty spans. */
export interface Cell {
  readonly span: Span<'text'>;
  /** Its first column, from 0. Where `ruled` is false only its place among the cells of its line. */
  readonly column: number;
  /** How many columns and rows it spans; 1 where left out. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/**
 * A table, whatever it was printed in: markup, pipes, tabs, or lines of text. Every reader of tables makes this one
 * structure and binding consumes no other, so that a table read from the rules of a PDF page needs nothing more.
 */
export interface Table {
  readonly span: Span<'text'>;
  readonly caption: Span<'text'> | undefined;
  /** Rows as printed, the heads first. A cell that spans rows stands in its first row only. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many of the rows are heads, where the layout tells (HTML th, the ruling line of Markdown). */
  readonly heads: number | undefined;
  /** The notes beneath. */
  readonly notes: readonly Span<'text'>[];
  /** Whether the columns are known; else only the order of the cells is, and empty cells are missing. */
  readonly ruled: boolean;
}

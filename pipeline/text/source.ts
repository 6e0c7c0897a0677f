import type { Run } from './run.js';

/** A page of a PDF: where its text begins in the source. */
export interface Page {
  readonly number: number;
  readonly start: number;
}

/** An article's text as received and decoded, untouched. */
export interface Source {
  /** The file name without its ending. */
  readonly id: string;
  /** The file name; messages use it, too. */
  readonly file: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly text: string;
  readonly pages: readonly Page[];
  /**
   * Of a PDF: where its characters are printed, in the order of the text. Its lines are then those of the print, and
   * an empty line stands where a paragraph ends and nowhere else.
   */
  readonly runs?: readonly Run[];
}

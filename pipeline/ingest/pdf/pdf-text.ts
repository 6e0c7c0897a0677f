import type { Page, Run } from '../../text/index.js';

/** The text of a PDF with where each part of it is printed. */
export interface PdfText {
  readonly text: string;
  readonly pages: readonly Page[];
  readonly runs: readonly Run[];
  readonly notes: readonly PdfNote[];
}

/** Something that a reader of the PDF should know: what was left out, and on which page. */
export interface PdfNote {
  readonly severity: 'warning' | 'info';
  readonly ruleId: string;
  readonly reason: string;
}

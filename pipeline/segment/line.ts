import type { Span } from '../text/index.js';

/** One line of the repaired text. */
export interface Line {
  readonly span: Span<'text'>;
  readonly text: string;
}

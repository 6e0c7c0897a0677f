import type { Place } from '../text/index.js';

/** A rule pack that cannot be used. Thrown before any text is read; the message names file, line and column. */
export class RuleError extends Error {
  constructor(
    readonly file: string,
    readonly place: Place,
    reason: string,
  ) {
    super(`${file}:${place.line}:${place.column}: error: ${reason}`);
    this.name = 'RuleError';
  }
}

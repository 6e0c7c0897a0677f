import { findAll } from '../rulebook/index.js';
import type { Span } from '../text/index.js';

/**
 * A run of digits as printed, full-width ones included, with its decimal points (`1.2.1` is one number, as is
 * `12．5`) and its thousands (`1,234`). Roman figures and Chinese numerals are none.
 */
const number = /(?<![0-9０-９])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9０-９])(?:\.[0-9]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)*/gu;

/** The runs of digits of a source in order. `locateNumbers` joins those that are one number torn in two. */
export function numberTokens(source: string): Span<'source'>[] {
  return findAll(number, source).map(({ 0: printed, index }) => ({ start: index, end: index + printed.length }));
}

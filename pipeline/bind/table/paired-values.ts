import type { Quantity } from '../../model/index.js';
import type { Span } from '../../text/index.js';
import type { GridCell } from './grid.js';
import type { What } from './row-names.js';
import type { TableScene } from './table-scene.js';

/** One of several numbers of a cell, with the level that it counts. */
export interface PairedValue {
  readonly what: What;
  readonly quantity: Quantity;
  readonly span: Span<'text'>;
}

/** `38/22` beside 性别(男/女): a number for each of the levels that the row names; none where they do not fit. */
export function pairedValues({ span, text }: GridCell, levels: readonly What[], scene: TableScene): PairedValue[] {
  if (levels.length < 2 || !/^\d+(?: ?\/ ?\d+)+$/u.test(text)) return [];
  const numbers = [...scene.text.slice(span.start, span.end).matchAll(/\d+/gu)];
  if (numbers.length !== levels.length) return [];
  return numbers.map(({ 0: digits, index }, i) => {
    const start = span.start + index;
    const quantity = { kind: 'count', printed: digits, value: Number(digits), unit: 'patients' } as const;
    return { what: levels[i] as What, quantity, span: { start, end: start + digits.length } };
  });
}

import type { ColumnLine } from './column-lines.js';
import type { GridRow } from './table-grid.js';

/** What stands outside the running text or interrupts it: captions and notes as lines, a table as its cells. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly ColumnLine[] }
  | { readonly kind: 'table'; readonly parts: readonly TablePart[] };

/** The rows of a table that stand on one page. */
export interface TablePart {
  readonly page: number;
  readonly rows: readonly GridRow[];
}

/** A block with the place where it interrupts a page. */
export interface Float {
  readonly block: Block;
  readonly side: ColumnLine['side'];
  readonly top: number;
  readonly page: number;
}

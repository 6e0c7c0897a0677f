import { lineText } from './line-text.js';
import type { GridCell, GridRow } from './table-grid.js';

/**
 * Gives a head over several columns to each of them, where it is printed above the first one only: the columns beneath
 * it repeat what the columns beneath other heads are called.
 */
export function spreadHeads(rows: readonly GridRow[]): GridRow[] {
  const [heads, parts, ...rest] = rows;
  if (!heads || !parts) return [...rows];
  const names = parts.map(textOf);
  const spread: GridCell[] = [];
  heads.forEach((head, column) => {
    const before = spread[column - 1];
    const name = names[column] ?? '';
    const repeats = name !== '' && name !== names[column - 1] && names.filter((other) => other === name).length > 1;
    spread.push(before && column > 1 && textOf(head) === '' && repeats ? before : head);
  });
  return [spread, parts, ...rest];
}

/** The rows of a table that goes on, without the heads that the first part began with. */
export function withoutHeads(rows: readonly GridRow[], first: readonly GridRow[]): readonly GridRow[] {
  let heads = 0;
  while (heads < rows.length && sameText(rows[heads] as GridRow, first[heads])) heads += 1;
  return rows.slice(heads);
}

function sameText(row: GridRow, other: GridRow | undefined): boolean {
  return other !== undefined && row.map(textOf).join('|') === other.map(textOf).join('|');
}

export function textOf({ lines }: GridCell): string {
  return lines.map(lineText).join('');
}

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

function textOf({ lines }: GridCell): string {
  return lines.map(lineText).join('');
}

import type { Component } from '../../model/index.js';
import type { Span } from '../../text/index.js';
import { opposes } from './cell-value.js';
import type { GridCell } from './grid.js';
import type { Half } from './study-columns.js';
import { mentionsIn, type TableScene } from './table-scene.js';
import type { TrialColumn, TrialRows } from './trial-table.js';

/** What one arm of a trial got, as its cell prints it. */
export interface Treatment {
  readonly text: string;
  readonly span: Span<'text'>;
  readonly drugs: readonly Component[];
}

/** The treatments of a trial: a cell for each row, a column for each arm, or both in one cell (`甲药vs乙药`). */
export function treatmentsOf(
  trial: TrialRows,
  columns: readonly TrialColumn[],
  slashed: boolean,
  scene: Pick<TableScene, 'mentions'>,
): Treatment[] {
  return trial.rows.flatMap((row) =>
    row.cells
      .flatMap((cell, c) => {
        const { concept, half } = columns[c] ?? {};
        return cell && concept === 'treatment' ? [{ cell, half }] : [];
      })
      .sort((a, b) => order(a.half) - order(b.half))
      .flatMap(({ cell, half }) =>
        treated(half === 0 || half === 1 ? [cell] : sidesOf(cell, half ?? (slashed ? 'both' : undefined)), cell, scene),
      ),
  );
}

/** What the arms of a cell got; where a stroke parts two drugs that are read as one name, each got one of them. */
function treated(sides: readonly GridCell[], cell: GridCell, scene: Pick<TableScene, 'mentions'>): Treatment[] {
  const all = drugsIn(cell.span, scene);
  return sides.map(({ text, span }, i) => {
    const own = drugsIn(span, scene);
    const only = all[i];
    const isOne = own.length === 0 && sides.length === 2 && all.length === 2 && only !== undefined;
    return { text, span, drugs: isOne ? [{ ...only, printed: text }] : own };
  });
}

/** `甲药/乙药` over `5.1/3.9`: whether the cells of a trial set its two arms against each other by a stroke. */
export function opposesByStroke({ rows: [row, other] }: TrialRows, columns: readonly TrialColumn[]): boolean {
  if (!row || other) return false;
  const told = row.cells.flatMap((cell, c) => (cell ? [{ text: cell.text, concept: columns[c]?.concept }] : []));
  const isPair = ({ text }: { text: string }) => /^[^/]+\/[^/]+$/u.test(text) && !opposes.test(text);
  const treated = told.some((cell) => cell.concept === 'treatment' && isPair(cell));
  return (
    treated && told.some((cell) => cell.concept === undefined && isPair(cell) && /\d\.\d.*\/\s*\d/u.test(cell.text))
  );
}

function order(half: Half | undefined): number {
  return half === 1 ? 1 : 0;
}

/** The two values or treatments of a cell, the first of them that of the arm on trial, else the cell. */
export function sidesOf(cell: GridCell, half: Half | undefined): GridCell[] {
  const sign = half === 'both' && !opposes.test(cell.text) ? /\s*\/\s*/u : opposes;
  const [first, second, third] = cell.text.split(sign);
  if (first === undefined || second === undefined || third !== undefined || !first || !second) return [cell];
  const { start, end } = cell.span;
  return [
    { ...cell, text: first, span: { start, end: start + first.length } },
    { ...cell, text: second, span: { start: end - second.length, end } },
  ];
}

/** The drugs that a stretch of the text names. */
export function drugsIn(span: Span<'text'>, scene: Pick<TableScene, 'mentions'>): Component[] {
  const found = mentionsIn(scene, span).flatMap(({ kind, name, facts, text }): Component[] => {
    if (facts.drugs !== undefined) return facts.drugs.split('+').map((drug) => ({ name: drug, printed: drug }));
    const isNamed = kind === 'drug' || kind === 'procedure' || name === 'chemotherapy';
    return isNamed && name !== undefined ? [{ name, printed: text, atc: facts.atc }] : [];
  });
  return [...new Map(found.map((drug) => [drug.name, drug])).values()];
}

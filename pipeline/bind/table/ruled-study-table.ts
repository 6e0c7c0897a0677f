import { type Claim, type Mention, mentionsWithin, type Study, type StudyArm, type Table } from '../../model/index.js';
import { phrase, type Rulebook } from '../../rulebook/index.js';
import type { Span } from '../../text/index.js';
import { type GridCell, type GridRow, ruledGrid } from './grid.js';
import { type StudyColumn, studyColumn } from './study-columns.js';
import { fieldValues } from './study-field.js';
import { tabledArms, tabledStudy } from './tabled-study.js';
import { drugsIn } from './trial-arms.js';

/** One part of a cell with where it stands. */
interface Part {
  readonly text: string;
  readonly span: Span<'text'>;
}

/** A column of the table with the cell of one study in it. */
interface Field extends StudyColumn {
  readonly cell: GridCell;
}

export interface ReadStudy {
  readonly study: Study;
  readonly bindings: readonly Claim[];
}

/**
 * Reads a table with a study a row whose columns are known. Heads say what a column gives and of which arm; without a
 * column of treatments, without names of authors, or with rows of the same name it is no such table.
 */
export function ruledStudies(
  table: Table,
  text: string,
  mentions: readonly Mention[],
  rulebook: Rulebook,
): ReadStudy[] | undefined {
  const grid = ruledGrid(table, text);
  const corner = table.rows[0]?.[0];
  if (!corner || !phrase(rulebook, 'columns.author').test(text.slice(corner.span.start, corner.span.end)))
    return undefined;
  const columns = grid.columns.map((heads) =>
    studyColumn(
      heads.map((head) => head.text),
      rulebook,
    ),
  );
  if (!columns.some(({ concept }) => concept === 'treatment')) return undefined;
  const read = grid.rows.flatMap((row) => readStudy(row, columns, text, mentions, rulebook) ?? []);
  return read.length > 1 ? read : undefined;
}

function readStudy(
  row: GridRow,
  columns: readonly StudyColumn[],
  text: string,
  mentions: readonly Mention[],
  rulebook: Rulebook,
): ReadStudy | undefined {
  const [name] = row.label;
  const lead = name && phrase(rulebook, 'columns.study-name').exec(name.text)?.groups?.name?.trim();
  if (!name || lead === undefined) return undefined;
  const labels = row.label.slice(1).map((cell): Field => ({ concept: undefined, half: undefined, heads: '', cell }));
  const fields = [
    ...labels,
    ...row.cells.flatMap((cell, c): Field[] => (cell ? [{ ...(columns[c] as StudyColumn), cell }] : [])),
  ];
  const arms = armsOf(fields, text, mentions);
  const key = `table#${name.span.start}`;
  const citations = mentionsWithin(mentions, name.span.start, name.span.end).filter(({ kind }) => kind === 'citation');
  const study = tabledStudy({ lead: lead === '' ? undefined : lead }, { key, span: name.span, citations, arms });
  const bindings = fields.flatMap((field) => bindField(field, key, arms, text, rulebook));
  return { study, bindings };
}

/** The arms of a study: what its cells of treatments say. */
function armsOf(fields: readonly Field[], text: string, mentions: readonly Mention[]): StudyArm[] {
  const parts = fields
    .filter(({ concept }) => concept === 'treatment')
    .flatMap((field) => partsOf(field, text))
    .sort((a, b) => a.half - b.half);
  return tabledArms(
    parts.map(({ part: { text: printed, span } }) => ({ text: printed, drugs: drugsIn(span, { mentions }) })),
  );
}

/** The halves of a cell, each with the arm that it belongs to; one part for a cell of one arm or of the study. */
function partsOf({ half, cell }: Field, text: string): { readonly part: Part; readonly half: 0 | 1 }[] {
  const whole = text.slice(cell.span.start, cell.span.end);
  const sides = half === 'both' ? whole.split(/\/|\s*vs\.?\s*/u) : [whole];
  if (sides.length > 2) return [];
  let from = 0;
  return sides.map((side, i) => {
    const start = cell.span.start + whole.indexOf(side, from) + side.length - side.trimStart().length;
    from = whole.indexOf(side, from) + side.length;
    const part = { text: side.trim(), span: { start, end: start + side.trim().length } };
    return { part, half: half === 'both' ? (i as 0 | 1) : (half ?? 0) };
  });
}

function bindField(field: Field, study: string, arms: readonly StudyArm[], text: string, rulebook: Rulebook): Claim[] {
  const { concept, half, heads } = field;
  // A cell that gives men and women is no cell of both arms.
  const parts = concept === 'sex' && half === 'both' ? [] : partsOf(field, text);
  return parts.flatMap(({ part, half: side }): Claim[] => {
    const arm = half === undefined ? undefined : arms[side];
    if (half !== undefined && (arms.length !== 2 || !arm)) return [];
    return fieldValues(concept, part.text, heads, rulebook).map(({ kind, item, quantity, start, end }): Claim => {
      const span = { start: part.span.start + start, end: part.span.start + end };
      return { kind, item, quantity, study, span, arm: arm?.id, trail: ['bind.study-table'] };
    });
  });
}

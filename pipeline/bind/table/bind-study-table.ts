import { type Cell, type Claim, type Mention, mentionsWithin, type Study, type Table } from '../../model/index.js';
import { phrase, type Rulebook } from '../../rulebook/index.js';
import { type ReadStudy, ruledStudies } from './ruled-study-table.js';
import { type Concept, concepts } from './study-columns.js';
import { fieldValues } from './study-field.js';
import { tabledArms, tabledStudy } from './tabled-study.js';

/** The studies of a table of included studies, with what its columns say of each. */
export interface StudyTable {
  readonly studies: Study[];
  readonly bindings: Claim[];
}

interface RowStart {
  readonly at: number;
  readonly citation: Mention;
  readonly name: string;
}

/**
 * Reads a table with a study a row and its two arms in each column, as converters write it: the cells in order, the
 * head broken over lines. Undefined where the table is no such table.
 */
export function bindStudyTable(
  table: Table,
  text: string,
  mentions: readonly Mention[],
  rulebook: Rulebook,
): StudyTable | undefined {
  if (table.ruled) {
    const read = ruledStudies(table, text, mentions, rulebook);
    return read && { studies: read.map(({ study }) => study), bindings: read.flatMap(({ bindings }) => bindings) };
  }
  const cells = table.rows.flat();
  const inside = mentionsWithin(mentions, table.span.start, table.span.end);
  const starts = startsOf(table.rows, inside, text, rulebook);
  const head = starts.length > 1 ? printedHead(cells.slice(0, starts[0]?.at), text) : '';
  const order = columnOrder(head, rulebook);
  if (!order.includes('treatment')) return undefined;
  const studies: Study[] = [];
  const bindings: Claim[] = [];
  starts.forEach((start, i) => {
    const row = cells
      .slice(start.at, starts[i + 1]?.at)
      .filter(({ span }) => span.start >= start.citation.span.end)
      .flatMap((cell) => halvesOf(cell, text));
    const read = readRow(row, { order, head, text, rulebook }, start);
    studies.push(read.study);
    bindings.push(...read.bindings);
  });
  return { studies, bindings };
}

/** `120/118`: the numbers of both arms in one cell are as good as two. */
function halvesOf(cell: Cell, text: string): Cell[] {
  const { start, end } = cell.span;
  const match = /^(\d+(?:\.\d+)?)\/\d+(?:\.\d+)?$/u.exec(text.slice(start, end));
  const middle = start + (match?.[1]?.length ?? 0);
  return match
    ? [
        { ...cell, span: { start, end: middle } },
        { ...cell, span: { start: middle + 1, end } },
      ]
    : [cell];
}

/** The rows begin with an author and a citation; the name reaches back to the last cell that is no name. */
function startsOf(rows: Table['rows'], mentions: readonly Mention[], text: string, rulebook: Rulebook): RowStart[] {
  const cells = rows.flat();
  const named = (cell: Cell | undefined) => cell !== undefined && isName(text.slice(cell.span.start, cell.span.end));
  // A name begins on a line before only where that line holds nothing else.
  const mixed = new Set(rows.filter((row) => row.some(named) && !row.every(named)).flat());
  return mentions
    .filter(({ kind }) => kind === 'citation')
    .map((citation) => {
      const own = cells.findIndex(({ span }) => span.end > citation.span.start);
      const line = rows.find((row) => row.includes(cells[own] as Cell)) ?? [];
      const until = citation.span.start;
      let at = own;
      while (
        at > 0 &&
        named(cells[at - 1]) &&
        (line.includes(cells[at - 1] as Cell) || !mixed.has(cells[at - 1] as Cell))
      )
        at -= 1;
      const name = text.slice((cells[at] as Cell).span.start, until);
      return {
        at,
        citation,
        name: name
          .replace(/\s+/gu, ' ')
          .replace(phrase(rulebook, 'columns.et-al'), '')
          .replace(/,? ?M\.?D\.?$/u, '')
          .trim(),
      };
    });
}

function isName(cell: string): boolean {
  return /^[\p{L}.,'-]+$/u.test(cell) && /[A-Za-z]/u.test(cell);
}

function printedHead(cells: readonly Cell[], text: string): string {
  return cells.map(({ span }) => text.slice(span.start, span.end)).join('');
}

/** The columns in the order in which the head names them. */
function columnOrder(head: string, rulebook: Rulebook): Concept[] {
  return concepts
    .map((concept) => ({ concept, at: head.search(phrase(rulebook, `columns.${concept}`)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ concept }) => concept);
}

/** What every row of the table is read by. */
interface TableText {
  readonly order: readonly Concept[];
  /** All that stands before the first row. */
  readonly head: string;
  readonly text: string;
  readonly rulebook: Rulebook;
}

function readRow(row: readonly Cell[], table: TableText, start: RowStart): ReadStudy {
  const key = `table#${start.citation.span.start}`;
  const printed = (cell: Cell) => table.text.slice(cell.span.start, cell.span.end);
  const regimens = pairOfTreatments(row, printed);
  const arms = tabledArms(regimens.map((cell) => ({ text: printed(cell), drugs: [] })));
  const bindings: Claim[] = [];
  let cells = [...row];
  for (const concept of table.order) {
    const taken = take(cells, concept, printed, table.rulebook);
    cells = cells.slice(taken.length);
    taken.forEach((cell, i) => {
      const arm = arms[concept === 'sex' ? Math.floor(i / 2) : i];
      if (arm) bindings.push(...cellClaims(cell, concept, arm.id, key, table));
    });
  }
  const { citation, name } = start;
  const called = { lead: name === '' ? undefined : name };
  return { study: tabledStudy(called, { key, span: citation.span, citations: [citation], arms }), bindings };
}

/** The two treatments of a row: names beside each other, one at least of more than one drug. */
function pairOfTreatments(row: readonly Cell[], printed: (cell: Cell) => string): Cell[] {
  const isName = (cell: Cell | undefined) =>
    cell !== undefined && /^[A-Z][A-Za-z]*(?:\+[A-Z][A-Za-z]*)*$/u.test(printed(cell));
  const at = row.findIndex(
    (cell, i) => isName(cell) && isName(row[i + 1]) && /\+/u.test(printed(cell) + printed(row[i + 1] as Cell)),
  );
  return at < 0 ? [] : row.slice(at, at + 2);
}

/** The cells of one column: a pair of numbers or regimens, or men and women of both arms. */
function take(cells: readonly Cell[], concept: Concept, printed: (cell: Cell) => string, rulebook: Rulebook): Cell[] {
  const sex = phrase(rulebook, 'columns.sex-cell');
  const missing = phrase(rulebook, 'columns.missing-cell');
  const fits = (cell: Cell): boolean => {
    const text = printed(cell);
    if (concept === 'author') return false;
    if (concept === 'year') return /^(?:19|20)\d\d$/u.test(text);
    if (concept === 'sex') return sex.test(text);
    if (concept === 'treatment') return /^[A-Z][A-Za-z+]*$/u.test(text);
    return /^\d+(?:\.\d+)?$/u.test(text) || missing.test(text);
  };
  const most = concept === 'sex' ? 4 : concept === 'year' ? 1 : 2;
  const taken: Cell[] = [];
  for (const cell of cells) {
    if (taken.length === most || !fits(cell)) break;
    taken.push(cell);
  }
  return taken;
}

function cellClaims(
  cell: Cell,
  concept: Concept,
  arm: string,
  study: string,
  { head, text, rulebook }: TableText,
): Claim[] {
  const { start, end } = cell.span;
  return fieldValues(concept, text.slice(start, end), head, rulebook).map((value): Claim => {
    const span = { start: start + value.start, end: start + value.end };
    const { kind, item, quantity } = value;
    return { kind, item, quantity, study, span, arm, trail: ['bind.study-table'] };
  });
}

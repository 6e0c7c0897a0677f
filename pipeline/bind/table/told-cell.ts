import { phrase } from '../../rulebook/index.js';
import { opposes } from './cell-value.js';
import type { GridCell } from './grid.js';
import type { TableScene } from './table-scene.js';

/** What a cell tells behind its values, in brackets: what the two were compared with, and when they were taken. */
export interface CellNote {
  /** HR, OR, RR with its value, and the interval if one is printed. */
  readonly effect?: { readonly cell: GridCell; readonly type: string } | undefined;
  readonly p?: GridCell | undefined;
  readonly time?: GridCell | undefined;
}

/** A cell without the note behind its values. */
export interface ToldCell {
  readonly cell: GridCell;
  readonly note: CellNote;
}

const trailing = /^[*#\u25b3\u25b2]?\s*(?<values>[^()[\]]+?)\s*[,;]?\s*[([](?<note>.+)[)\]]$/u;
const effect =
  /(?<![A-Za-z])(?<type>HR|OR|RR)\s*[=:,]?\s*(?<value>\d+\.\d+)(?:[\s,;([]*(?:95%\s*CI\s*[:=,]?)?[\s([]*(?<low>\d+\.\d+)\s*[-~,\u2013]\s*(?<high>\d+\.\d+))?/u;
const test = /[Pp]\s*(?:[<>=\u2264\u2265]\s*0?\.\d+)/u;

/** `13.3 vs 9.8(HR=0.78,P=0.01)`, `16% vs 9%(4年)`: the two values, and apart from them what the bracket says. */
export function toldCell(cell: GridCell, { text, rulebook }: Pick<TableScene, 'text' | 'rulebook'>): ToldCell {
  const raw = text.slice(cell.span.start, cell.span.end);
  const match = trailing.exec(raw);
  const { values = '', note = '' } = match?.groups ?? {};
  if (!match || !opposes.test(values)) return { cell: unmarked(cell, raw), note: {} };
  const from = cell.span.start + raw.lastIndexOf(note);
  const part = (at: number, printed: string, shown = printed): GridCell => ({
    span: { start: from + at, end: from + at + printed.length },
    text: shown,
    rows: cell.rows,
  });
  const compared = effect.exec(note);
  const p = test.exec(note);
  const found: CellNote = {
    effect: compared ? effectOf(compared, part) : undefined,
    p: p ? part(p.index, p[0]) : undefined,
    time: phrase(rulebook, 'columns.landmark-cell').test(note) ? part(0, note) : undefined,
  };
  const isNote = found.effect ?? found.p ?? found.time;
  const start = cell.span.start + raw.indexOf(values);
  const span = { start, end: start + values.length };
  return isNote ? { cell: { ...cell, span, text: values }, note: found } : { cell, note: {} };
}

function effectOf(match: RegExpExecArray, part: (at: number, printed: string, shown?: string) => GridCell) {
  const { type = '', value = '', low, high } = match.groups ?? {};
  const shown = low === undefined ? value : `${value}(${low}~${high})`;
  return { type, cell: part(match.index, match[0], shown) };
}

/** `*16.9 vs 8.2`: a cell without the mark of a note before its values. */
function unmarked(cell: GridCell, raw: string): GridCell {
  const mark = /^[*#\u25b3\u25b2]\s*(?=\d)/u.exec(raw)?.[0].length ?? 0;
  if (mark === 0 || !opposes.test(raw)) return cell;
  const span = { start: cell.span.start + mark, end: cell.span.end };
  return { ...cell, span, text: raw.slice(mark) };
}

import { type RecordRow, recordRows } from '../../../pipeline/commands/record-rows.js';
import { extract } from '../../../pipeline/run.js';
import { rulebook } from '../../rules/rule-packs.js';
import type { TestTable } from './expected-rows.js';

/** What the pipeline reads from a table: a line for each value, and the numbers that it leaves open. */
export interface TableReading {
  readonly read: readonly string[];
  readonly open: readonly { readonly text: string; readonly reason: string }[];
}

export function readTable({ before, table }: TestTable): TableReading {
  const source = { id: 'table', file: 'table.txt', sha256: '0'.repeat(64), text: before + table, pages: [] };
  const { record } = extract(source, rulebook, 'test');
  const inside = ({ start }: { start: number }) => start >= before.length;
  const rows = recordRows(record).filter(({ value }) => inside(value.source));
  // What a caption or a note says is read as a sentence and judged elsewhere, but for the p values of notes.
  return {
    read: rows.map((row) => line(row)).sort(),
    open: record.numbers.unresolved
      .filter(({ source }) => inside(source))
      .map(({ text, reason }) => ({ text, reason })),
  };
}

function line(row: RecordRow): string {
  const { trial, kind, measure, term, grade, subgroup, time, subgroups } = row;
  if (trial.id !== 'own')
    return `${trial.lead_author ?? ''}[${(trial.citations ?? []).join()}] ${[kind, measure].filter(Boolean).join(' ')} | ${row.arm ?? ''} | ${printed(row)}`;
  const name = [
    kind,
    term ?? measure,
    grade && `@${grade}`,
    subgroup && `#${subgroup}`,
    time && `~${time}`,
    subgroups && `/${subgroups.join(' vs ')}`,
  ];
  return `${name.filter(Boolean).join(' ')} | ${(row.arm ?? '').replace(/组$/u, '')} | ${printed(row)}`;
}

function printed(row: RecordRow): string {
  const { value } = row;
  if ('type' in value) return `${value.type} ${value.value}${value.ci ? `[${value.ci.low},${value.ci.high}]` : ''}`;
  if ('not_reached' in value && value.not_reached) return 'NR';
  if (row.kind === 'p') return `${value.op}${value.value}`;
  const plain = value as { value?: number; events?: number; sd?: number; range?: { low: number; high: number } };
  const range = plain.range ? `[${plain.range.low},${plain.range.high}]` : '';
  if (plain.events !== undefined && plain.events !== plain.value) return `${plain.events}(${plain.value})${range}`;
  if (plain.sd !== undefined) return `${plain.value}±${plain.sd}`;
  return `${plain.value}${range}`;
}

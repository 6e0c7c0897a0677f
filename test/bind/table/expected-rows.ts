import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.tuple([])]);
const row = z.tuple([z.string(), z.record(z.string(), value)]);
/** A study of a table of included studies: author, citations, sizes of the arms, their ages. */
const study = z
  .tuple([z.string(), z.array(z.string()), z.record(z.string(), z.union([z.string(), z.number()]))])
  .rest(z.record(z.string(), z.union([z.string(), z.number()])));
const testTable = z.strictObject({
  name: z.string(),
  before: z.string(),
  table: z.string(),
  rows: z.array(row).optional(),
  studies: z.array(study).optional(),
  open: z.array(z.string()).optional(),
  /** Why it is not read as yet; it must go on failing until it is moved. */
  known_failure: z.string().optional(),
});

/** A table with what must be read from it. */
export interface TestTable {
  readonly name: string;
  /** The sentences before the table. */
  readonly before: string;
  readonly table: string;
  /** One line for each value, as `readings` writes them. */
  readonly expected: readonly string[];
  /** Numbers that must stay open, as printed. */
  readonly open: readonly string[];
  readonly known_failure: string | undefined;
}

/** All test tables, by the file that holds them. */
export function testTables(): { file: string; tables: TestTable[] }[] {
  const folder = join(import.meta.dirname, 'tables');
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const tables = z.array(testTable).parse(parse(readFileSync(join(folder, file), 'utf8')));
      return {
        file,
        tables: tables.map(({ name, before, table, rows = [], studies = [], open = [], known_failure }) => ({
          name,
          before,
          table,
          expected: [...rows.flatMap(rowLines), ...studies.flatMap(studyLines)].sort(),
          open,
          known_failure,
        })),
      };
    });
}

/** `ae 恶心 @3-4 #亚组 ~时间 | 试验 | 12(37.5)`: one line for each value of a row. */
function rowLines([head, values]: z.infer<typeof row>): string[] {
  const [kind, ...rest] = head.split(' ');
  const named = rest.join(' ');
  const printedOnes = Object.entries(values).filter(([, printed]) => !Array.isArray(printed));
  return printedOnes.map(([arm, printed]) => {
    const found = plain(String(printed));
    if (arm === 'P') return `p ${named}${subgroupOf(values, kind)} |  | ${found}`;
    if (arm.startsWith('P:')) return `p ${named} /${arm.slice(2)} |  | ${found}`;
    return kind === 'effect' && arm !== 'vs'
      ? `${head} /${arm} |  | ${found}`
      : `${head} | ${arm === '-' || arm === 'vs' ? '' : arm} | ${found}`;
  });
}

/** The p value of a factor names the factor. */
function subgroupOf(values: Record<string, unknown>, kind: string | undefined): string {
  const factor = Object.keys(values).find((name) => name !== 'P' && name !== 'vs');
  return kind === 'effect' && factor !== undefined ? ` /${factor}` : '';
}

function studyLines([author, citations, sizes, ages = {}]: z.infer<typeof study>): string[] {
  const of = (what: string, values: Record<string, string | number>) =>
    Object.entries(values).map(
      ([arm, found]) => `${author}[${citations.join()}] ${what} | ${arm} | ${plain(String(found))}`,
    );
  return [...of('n', sizes), ...of('baseline age', ages)];
}

/** Numbers without the zeros that a printed form adds. */
function plain(printed: string): string {
  return printed.replace(/\d+(?:\.\d+)?/gu, (digits) => String(Number(digits)));
}

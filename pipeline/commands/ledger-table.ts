import type { ArticleRecord, Unresolved } from '../model/index.js';

/** The ledger of a record as text: its sums, then a line for each number that is unresolved. */
export function ledgerTable(record: ArticleRecord, unresolvedOnly: boolean): string {
  const { total, recorded, set_aside, unresolved } = record.numbers;
  const lines = unresolved.map((entry) => unresolvedLine(record.document.file, entry));
  if (unresolvedOnly) return lines.map((line) => `${line}\n`).join('');
  const rows: [string, number][] = [
    ['numbers', total],
    ['recorded', recorded],
    ...Object.entries(set_aside).map(([reason, count]): [string, number] => [`set aside: ${reason}`, count]),
    ['unresolved', unresolved.length],
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  const sums = rows.map(([name, count]) =>
    `${name.padEnd(wide)}  ${String(count).padStart(6)}  ${share(count, total)}`.trimEnd(),
  );
  return `${[record.document.id, ...sums, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')}\n`;
}

function share(count: number, total: number): string {
  return total > 0 ? `${((100 * count) / total).toFixed(1)} %`.padStart(7) : '';
}

function unresolvedLine(file: string, { text, reason, candidates = [], source }: Unresolved): string {
  const perhaps = candidates.length > 0 ? `  (perhaps ${candidates.join(', ')})` : '';
  return `${file}:${source.line}: ${text.replace(/\s*\n\s*/g, '')}: ${reason}${perhaps}`;
}

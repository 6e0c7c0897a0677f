import type { ArticleRecord, Unresolved } from '../model/index.js';
import type { Paint } from './ledger-article.js';
import { sentenceAround } from './sentence-around.js';

interface Shown {
  /** The article, where it is at hand: unresolved numbers are then told with their sentences. */
  readonly text?: string | undefined;
  /** Colours the names of the classes. */
  readonly paint?: Paint | undefined;
}

/** The ledger of a record as text: its sums, then a line for each number that is unresolved. */
export function ledgerTable(record: ArticleRecord, unresolvedOnly: boolean, { text, paint }: Shown = {}): string {
  const { total, recorded, set_aside, unresolved } = record.numbers;
  const lines = unresolved.map((entry) => unresolvedLine(record.document.file, entry, text));
  if (unresolvedOnly) return lines.map((line) => `${line}\n`).join('');
  const rows: [name: string, count: number, status: string][] = [
    ['numbers', total, ''],
    ['recorded', recorded, 'recorded'],
    ...Object.entries(set_aside).map(([name, count]): [string, number, string] => [`set aside: ${name}`, count, name]),
    ['unresolved', unresolved.length, 'unresolved'],
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  const sums = rows.map(([name, count, status]) => {
    const padded = name.padEnd(wide);
    const shown = paint && status !== '' ? paint(padded, status) : padded;
    return `${shown}  ${String(count).padStart(6)}  ${share(count, total)}`.trimEnd();
  });
  return `${[record.document.id, ...sums, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')}\n`;
}

function share(count: number, total: number): string {
  return total > 0 ? `${((100 * count) / total).toFixed(1)} %`.padStart(7) : '';
}

function unresolvedLine(file: string, entry: Unresolved, article: string | undefined): string {
  const { text, reason, candidates = [], source } = entry;
  const perhaps = candidates.length > 0 ? `  (perhaps ${candidates.join(', ')})` : '';
  const sentence = article === undefined ? '' : `  ${sentenceAround(article, source.start, source.end)}`;
  return `${file}:${source.line}: ${text.replace(/\s*\n\s*/g, '')}: ${reason}${perhaps}${sentence}`;
}

import type { ArticleScore } from './score-article.js';
import { type KindScores, type Rates, type Scores, scores } from './scores.js';
import { together } from './tally.js';

/** The scores as a table for reading: each article, then all together by kind. */
export function scoreTable(articles: readonly ArticleScore[]): string {
  const whole = scores(together(articles.map(({ tally }) => tally)));
  const rows = [
    ['', 'gold', 'rec.', 'found P', 'R', 'F1', 'bound P', 'R', 'F1', 'grouping'],
    ...articles.map(({ id, tally }) => scoreCells(id, scores(tally))),
    scoreCells('together', whole),
    ...Object.entries(whole.kinds).map(([kind, kindScores]) => cells(`  ${kind}`, kindScores)),
  ];
  const unaided = articles.flatMap((article) => article.unaided?.tally ?? []);
  if (unaided.length > 0) rows.push(cells('together, leave one out', scores(together(unaided))));
  const wide = rows.reduce<number[]>((widths, row) => row.map((cell, i) => Math.max(cell.length, widths[i] ?? 0)), []);
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(wide[i] ?? 0) : cell.padStart(wide[i] ?? 0))).join('  ');
  const bands = whole.confidence.map(
    ({ from, recorded, bound, precision }) =>
      `  from ${from.toFixed(2)}  ${String(bound).padStart(5)} of ${String(recorded).padStart(5)} right  ${decimals(precision)}`,
  );
  return `${[...rows.map((row) => line(row).trimEnd()), 'precision by confidence', ...bands].join('\n')}\n`;
}

function scoreCells(name: string, all: Scores): string[] {
  return [...cells(name, all), decimals(all.grouping_f1)];
}

function cells(name: string, { gold, recorded, found_rates, bound_rates }: KindScores): string[] {
  const rates = ({ precision, recall, f1 }: Rates): string[] => [precision, recall, f1].map(decimals);
  return [name, String(gold), String(recorded), ...rates(found_rates), ...rates(bound_rates)];
}

function decimals(value: number): string {
  return value.toFixed(3);
}

import type { TrialRecord } from '../../model/index.js';
import { type ArticleCheck, finding, type PlacedVerdict } from '../check.js';
import { printedValue } from '../printed.js';
import { sizeFor } from '../statements.js';

const id = 'category-sum';

/** Two rows of a table, one behind the other, for one arm. */
interface Pair {
  readonly trial: string;
  readonly items: string;
  readonly arm: string;
  readonly counts: readonly {
    readonly value: number;
    readonly source: NonNullable<ReturnType<typeof printedValue>>['source'];
  }[];
  readonly size: { readonly n: number; readonly source: NonNullable<ReturnType<typeof printedValue>>['source'] };
}

export const categorySum: ArticleCheck = {
  id,
  about:
    'Two characteristics that add up to the size of every other arm (women and men) have to add up in each arm. Which ones do so is taken from the article itself.',
  hints: true,
  run: ({ record }) => {
    const pairs = record.trials.flatMap(pairsOf);
    return pairs.flatMap((pair): PlacedVerdict[] => {
      const same = pairs.filter(({ items }) => items === pair.items);
      const fitting = same.filter(addsUp);
      if (fitting.length < 2 || fitting.length * 2 < same.length) return [];
      const { trial, items, arm, counts, size } = pair;
      if (addsUp(pair)) return [{ trial, verdict: 'holds' }];
      const equation = `${counts.map(({ value }) => value).join(' + ')} = ${total(pair)}`;
      const message = `${arm}: ${items}: ${equation}, printed n = ${size.n}; the two add up to n in ${fitting.length} other arms`;
      const read = [...counts, { value: size.n, source: size.source }];
      return [{ trial, verdict: finding(id, 'warning', message, read, 'every patient has one of the two') }];
    });
  },
};

function pairsOf(trial: TrialRecord): Pair[] {
  const { arms = [], baseline = [] } = trial;
  return arms.flatMap((arm): Pair[] => {
    const size = sizeFor(trial, { arm: arm.id });
    const rows = baseline.filter((row) => row.arm === arm.id && row.statistic === 'count' && row.unit === 'patients');
    if (!size) return [];
    return rows.slice(1).flatMap((second, i): Pair[] => {
      const counts = [rows[i], second].flatMap((row) => (row && printedValue(row)) || []);
      if (counts.length < 2) return [];
      return [{ trial: trial.id, items: `${rows[i]?.item} and ${second.item}`, arm: arm.label, counts, size }];
    });
  });
}

function total({ counts }: Pair): number {
  return counts.reduce((sum, { value }) => sum + value, 0);
}

function addsUp(pair: Pair): boolean {
  return total(pair) === pair.size.n;
}

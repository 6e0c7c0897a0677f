import type { SourceRef, TrialRecord } from '../../model/index.js';
import { type ArticleCheck, finding, type PlacedVerdict } from '../check.js';
import { once } from '../once.js';
import { type Size, sizeFor } from '../statements.js';

const id = 'category-sum';

/** Characteristics of which every patient has one. */
const halves: readonly string[] = ['male', 'female'];

interface Counted {
  readonly item: string;
  readonly value: number;
  readonly source: SourceRef;
}

/** Two characteristics of one set of patients. */
interface Pair {
  readonly trial: string;
  readonly items: string;
  readonly set: string;
  readonly counts: readonly [Counted, Counted];
  readonly size: Size;
}

export const categorySum: ArticleCheck = {
  id,
  about: 'Women and men add up to all patients; so do two rows of a table that add up to the size of every other arm.',
  hints: true,
  run: ({ record }) => {
    const pairs = record.trials.flatMap((trial) => pairsOf(trial));
    const named = new Map<string, Pair[]>();
    for (const pair of pairs) named.set(pair.items, [...(named.get(pair.items) ?? []), pair]);
    return pairs.flatMap((pair): PlacedVerdict[] => {
      const same = named.get(pair.items) ?? [];
      const fitting = same.filter(addsUp).length;
      const isKnown = pair.counts.every(({ item }) => halves.includes(item));
      if (!isKnown && (fitting < 2 || fitting * 2 < same.length)) return [];
      const { trial } = pair;
      return [{ trial, verdict: addsUp(pair) ? 'holds' : judge(pair, fitting) }];
    });
  },
};

function judge(pair: Pair, fitting: number): PlacedVerdict['verdict'] {
  const { set, items, counts, size } = pair;
  const equation = `${counts.map(({ value }) => value).join(' + ')} = ${total(pair)}`;
  const others = fitting > 0 ? `; the two add up to n in ${fitting} other arm${fitting > 1 ? 's' : ''}` : '';
  const message = `${set}: ${items}: ${equation}, printed n = ${size.n}${others}`;
  const read = [...counts, { value: size.n, source: size.source }];
  return finding(id, 'warning', message, read, 'every patient has one of the two');
}

const pairsOf = once(readPairs);

/** The pairs of each arm: rows that follow each other; and the sexes, of each arm and of all patients. */
function readPairs(trial: TrialRecord): Pair[] {
  if (!trial.baseline) return [];
  const sets = [undefined, ...(trial.arms ?? []).map((arm) => arm.id)];
  return sets.flatMap((arm): Pair[] => {
    const size = sizeFor(trial, { arm });
    const rows = size ? countsOf(trial, arm) : [];
    if (!size) return [];
    const pairOf = (counts: readonly [Counted, Counted]): Pair => {
      const items = counts.map(({ item }) => item).join(' and ');
      return { trial: trial.id, items, set: size.name, counts, size };
    };
    const sexes = halves.flatMap((item) =>
      rows.filter((row) => row.item === item).length === 1 ? rows.filter((row) => row.item === item) : [],
    );
    const [one, other] = sexes;
    const both = one && other ? [pairOf([one, other])] : [];
    const behind = rows.slice(1).map((second, i) => pairOf([rows[i] as Counted, second]));
    const unknown = behind.filter(({ counts }) => !counts.every(({ item }) => halves.includes(item)));
    return arm === undefined ? both : [...both, ...unknown];
  });
}

/** The counts of patients of one arm, or of all patients, in the order of the record. */
function countsOf({ baseline = [] }: TrialRecord, arm: string | undefined): Counted[] {
  const rows = baseline.filter((row) => row.arm === arm && row.subgroup === undefined);
  return rows.flatMap(({ item, statistic, unit, value, events, source }) => {
    const count = events ?? (statistic === 'count' && unit === 'patients' ? value : undefined);
    return count === undefined ? [] : [{ item, value: count, source }];
  });
}

function total({ counts }: Pair): number {
  return counts.reduce((sum, { value }) => sum + value, 0);
}

function addsUp(pair: Pair): boolean {
  return total(pair) === pair.size.n;
}

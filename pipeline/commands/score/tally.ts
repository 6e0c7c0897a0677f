import type { Matches } from './match-gold.js';

/** Counts of one kind of number, or of all. */
export interface Counts {
  readonly gold: number;
  readonly recorded: number;
  readonly found: number;
  readonly bound: number;
}

/** Pairs of matched numbers: put into one study by both, by the record alone, by the annotation alone. */
export interface Pairs {
  readonly both: number;
  readonly recordOnly: number;
  readonly goldOnly: number;
}

/** The counts behind the scores of one article, or of several together. */
export interface Tally {
  readonly all: Counts;
  readonly kinds: Readonly<Record<string, Counts>>;
  readonly pairs: Pairs;
  /** Numbers of the record by how sure they are said to be, surest first. */
  readonly bands: readonly Band[];
}

/** Of the numbers recorded with a confidence from `from` upwards, below the next band: how many are right. */
export interface Band {
  readonly from: number;
  readonly recorded: number;
  readonly bound: number;
}

/** The lower ends of the bands. */
const bandFloors = [0.95, 0.9, 0.8, 0.7, 0];

const none: Counts = { gold: 0, recorded: 0, found: 0, bound: 0 };

/**
 * Counts matches. A number of the record that was matched belongs to the annotation's kind, the others
 * to their own, so that the kinds add up to the whole.
 */
export function tally({ matches, extra }: Matches): Tally {
  const kinds: Record<string, Counts> = {};
  const add = (kind: string, counts: Partial<Counts>): void => {
    kinds[kind] = sum(kinds[kind] ?? none, { ...none, ...counts });
  };
  for (const { gold, predicted, fault } of matches) {
    const found = predicted ? 1 : 0;
    add(gold.kind, { gold: 1, recorded: found, found, bound: predicted && !fault ? 1 : 0 });
  }
  for (const { row } of extra) add(row.kind, { recorded: 1 });
  return {
    all: Object.values(kinds).reduce(sum, none),
    kinds: sorted(kinds),
    pairs: pairsOf(matches),
    bands: bandsOf({ matches, extra }),
  };
}

/** Several articles together. */
export function together(tallies: readonly Tally[]): Tally {
  const kinds: Record<string, Counts> = {};
  const pairs = { both: 0, recordOnly: 0, goldOnly: 0 };
  for (const one of tallies) {
    for (const [kind, counts] of Object.entries(one.kinds)) kinds[kind] = sum(kinds[kind] ?? none, counts);
    pairs.both += one.pairs.both;
    pairs.recordOnly += one.pairs.recordOnly;
    pairs.goldOnly += one.pairs.goldOnly;
  }
  const bands = bandFloors.map((from, i) =>
    tallies.reduce<Band>(
      (whole, { bands: one }) => ({
        from,
        recorded: whole.recorded + (one[i]?.recorded ?? 0),
        bound: whole.bound + (one[i]?.bound ?? 0),
      }),
      { from, recorded: 0, bound: 0 },
    ),
  );
  return { all: Object.values(kinds).reduce(sum, none), kinds: sorted(kinds), pairs, bands };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    gold: a.gold + b.gold,
    recorded: a.recorded + b.recorded,
    found: a.found + b.found,
    bound: a.bound + b.bound,
  };
}

function sorted(kinds: Record<string, Counts>): Record<string, Counts> {
  return Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A number without a confidence of its own was not bound by rule; none is. */
function bandsOf({ matches, extra }: Matches): Band[] {
  const judged = [
    ...matches.flatMap(({ predicted, fault }) => (predicted ? [{ predicted, right: !fault }] : [])),
    ...extra.map((predicted) => ({ predicted, right: false })),
  ];
  return bandFloors.map((from, i) => {
    const below = bandFloors[i - 1] ?? Number.POSITIVE_INFINITY;
    const inBand = judged.filter(({ predicted }) => {
      const { confidence = 0 } = predicted.row.value;
      return confidence >= from && confidence < below;
    });
    return { from, recorded: inBand.length, bound: inBand.filter(({ right }) => right).length };
  });
}

/** Counted by groups, not pair by pair: n numbers that share a study make n(n-1)/2 pairs. */
function pairsOf(matches: Matches['matches']): Pairs {
  const golds = new Map<string, number>();
  const ours = new Map<string, number>();
  const boths = new Map<string, number>();
  const count = (groups: Map<string, number>, key: string): void => void groups.set(key, (groups.get(key) ?? 0) + 1);
  for (const { gold, predicted } of matches) {
    if (!predicted) continue;
    const { id } = predicted.row.trial;
    count(golds, gold.trial);
    count(ours, id);
    count(boths, JSON.stringify([gold.trial, id]));
  }
  const pairs = (groups: Map<string, number>): number =>
    [...groups.values()].reduce((total, n) => total + (n * (n - 1)) / 2, 0);
  const both = pairs(boths);
  return { both, recordOnly: pairs(ours) - both, goldOnly: pairs(golds) - both };
}

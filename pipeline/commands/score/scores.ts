import type { Band, Counts, Pairs, Tally } from './tally.js';

/** Precision, recall and their harmonic mean, rounded to four decimals. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
export interface KindScores extends Counts {
  readonly found_rates: Rates;
  readonly bound_rates: Rates;
}
export interface Scores extends KindScores {
  readonly grouping_f1: number;
  readonly kinds: Readonly<Record<string, KindScores>>;
  /** Precision by how sure the numbers are said to be, surest first; bands without numbers are left out. */
  readonly confidence: readonly BandScores[];
}
export interface BandScores extends Band {
  readonly precision: number;
}

/** The scores of a tally. */
export function scores({ all, kinds, pairs, bands }: Tally): Scores {
  return {
    ...kindScores(all),
    grouping_f1: groupingF1(pairs),
    kinds: Object.fromEntries(Object.entries(kinds).map(([kind, counts]) => [kind, kindScores(counts)])),
    confidence: bands
      .filter(({ recorded }) => recorded > 0)
      .map((band) => ({ ...band, precision: ratio(band.bound, band.recorded) })),
  };
}

function kindScores(counts: Counts): KindScores {
  return { ...counts, found_rates: rates(counts.found, counts), bound_rates: rates(counts.bound, counts) };
}

/** Of what is recorded and of what is annotated, the share that is right. */
export function rates(right: number, { gold, recorded }: Counts): Rates {
  return { precision: ratio(right, recorded), recall: ratio(right, gold), f1: ratio(2 * right, recorded + gold) };
}

function groupingF1({ both, recordOnly, goldOnly }: Pairs): number {
  return ratio(2 * both, 2 * both + recordOnly + goldOnly);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded(part / whole);
}

/** To four decimals, ties to the even digit, as the judges round; a ratio ties there only as an odd number of 1/32. */
function rounded(value: number): number {
  if (Math.abs((value * 32) % 2) !== 1) return Number(value.toFixed(4));
  const below = Math.floor(value * 10_000);
  return (below % 2 === 0 ? below : below + 1) / 10_000;
}

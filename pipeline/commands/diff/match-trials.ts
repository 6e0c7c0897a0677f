import type { Arm, ArticleRecord, TrialRecord } from '../../model/index.js';
import { recordRows } from '../record-rows.js';
import { type Paired, pairGreedily } from './pair-greedily.js';

/** Studies of two records that are the same: by id, else by what else names them, else by shared places in the text. */
export function matchTrials(a: ArticleRecord, b: ArticleRecord): Paired<TrialRecord, TrialRecord> {
  const byId = pairGreedily(a.trials, b.trials, (x, y) => (x.id === y.id ? 1 : 0));
  const placesA = placesOfTrials(a);
  const placesB = placesOfTrials(b);
  const rest = pairGreedily(byId.left, byId.right, (x, y) => {
    const named = x.name !== undefined && x.name === y.name ? 1 : 0;
    const identity = shared(x.registry, y.registry) + shared(x.citations, y.citations) + named;
    const places = shared(placesA.get(x), placesB.get(y));
    return identity * 10_000 + places;
  });
  return { pairs: [...byId.pairs, ...rest.pairs], left: rest.left, right: rest.right };
}

/** Arms of two forms of a study that are the same: by id, else by label, else by drugs. */
export function matchArms(a: TrialRecord, b: TrialRecord): Paired<Arm, Arm> {
  return pairGreedily(a.arms ?? [], b.arms ?? [], (x, y) => {
    if (x.id === y.id) return 3;
    if (x.label === y.label) return 2;
    const drugs = drugNames(x);
    return drugs !== '' && drugs === drugNames(y) ? 1 : 0;
  });
}

function drugNames(arm: Arm): string {
  return (arm.drugs ?? [])
    .map(({ name }) => name)
    .sort()
    .join('+');
}

function placesOfTrials(record: ArticleRecord): Map<TrialRecord, string[]> {
  const places = new Map<TrialRecord, string[]>();
  for (const { trial, value } of recordRows(record)) {
    const known = places.get(trial) ?? [];
    known.push(`${value.source.start}-${value.source.end}`);
    places.set(trial, known);
  }
  return places;
}

function shared(a: readonly string[] = [], b: readonly string[] = []): number {
  const others = new Set(b);
  return new Set(a.filter((one) => others.has(one))).size;
}

import type { BindingKind } from '../../model/index.js';
import type { Family } from '../record-rows.js';
import type { Gold, LocatedRow } from './locate-gold.js';
import type { Predicted } from './predicted-rows.js';
import { type Arms, armsOf, sameArm } from './score-arms.js';
import { gradeWord, labelWord, measureWord, numberOf, sameWord } from './score-words.js';

/** Why a number that was found is not bound as annotated. */
export type Fault = 'value' | 'what' | 'arm' | 'grade' | 'kind';

/** An annotated number and the number of the record that stands at its place, if any. */
export interface Match {
  readonly gold: LocatedRow;
  readonly predicted?: Predicted;
  readonly fault?: Fault;
}
export interface Matches {
  readonly matches: readonly Match[];
  /** Numbers of the record that no annotation speaks of. */
  readonly extra: readonly Predicted[];
}

interface Candidate {
  readonly predicted: Predicted;
  readonly value: boolean;
  readonly what: boolean;
  readonly arm: boolean;
  readonly grade: boolean;
  readonly kind: boolean;
  readonly distance: number;
}

const families: Readonly<Record<BindingKind, Family>> = {
  n: 'size',
  rate: 'share',
  count: 'share',
  ae: 'share',
  median: 'time',
  mean: 'time',
  effect: 'effect',
  p: 'p',
  dose: 'dose',
  baseline: 'baseline',
  cycle: 'cycle',
  heterogeneity: 'heterogeneity',
};
/** Families that one number can be read as either of; such a match is found, but bound only as said in `kind`. */
const loose = new Set([
  'share baseline',
  'size share',
  'size baseline',
  'time baseline',
  'cycle time',
  'cycle baseline',
]);

/** Matches annotated numbers with those of a record in the order of the text, each of the record once. */
export function matchGold(gold: Gold, predicted: readonly Predicted[]): Matches {
  const arms = new Map(
    gold.trials.map((trial) => [
      trial.id,
      armsOf((trial.arms ?? []).map(({ id, label, drugs }) => ({ id, label, drugs: drugs ?? [] }))),
    ]),
  );
  const free = new Set(predicted);
  const ordered = [...gold.rows].sort((a, b) => a.start - b.start || a.end - b.end);
  const matches = ordered.map((row): Match => {
    const best = bestCandidate(row, free, arms.get(row.trial) ?? new Map());
    if (!best) return { gold: row };
    free.delete(best.predicted);
    const fault = faultOf(best);
    return { gold: row, predicted: best.predicted, ...(fault && { fault }) };
  });
  return { matches, extra: predicted.filter((row) => free.has(row)) };
}

function bestCandidate(row: LocatedRow, free: ReadonlySet<Predicted>, golds: Arms): Candidate | undefined {
  let best: Candidate | undefined;
  for (const predicted of free) {
    const { start, end } = predicted.row.value.source;
    if (!(start < row.end && row.start < end) || !mayMatch(families[row.kind], predicted.row.family)) continue;
    const candidate = judge(row, predicted, golds);
    // Of two that are equally good the later one in the record wins, as with the judges.
    if (!best || !isBetter(best, candidate)) best = candidate;
  }
  return best;
}

function mayMatch(gold: Family, ours: Family): boolean {
  return gold === ours || loose.has(`${gold} ${ours}`) || loose.has(`${ours} ${gold}`);
}

function judge(row: LocatedRow, predicted: Predicted, golds: Arms): Candidate {
  const family = families[row.kind];
  const ours = predicted.row.family;
  return {
    predicted,
    value: sameNumber(row, predicted, family),
    what: unworded.has(family) || row.test === 'heterogeneity' || sameWord(predicted.what, goldWord(row)),
    arm: sameArms(row, predicted, golds),
    grade: (row.kind !== 'ae' && !row.grade) || gradeWord(predicted.grade) === gradeWord(row.grade),
    kind: ours === family || (family === 'cycle' && ours === 'baseline'),
    distance: Math.abs(predicted.row.value.source.start - row.start),
  };
}

const unworded: ReadonlySet<Family> = new Set<Family>(['baseline', 'cycle', 'size', 'heterogeneity']);

function sameNumber(row: LocatedRow, { row: ours }: Predicted, family: Family): boolean {
  if (row.not_reached) return family !== 'p' || sameOperator(row, ours.value);
  const value = numberOf(ours.value.value);
  const events = 'events' in ours.value ? ours.value.events : undefined;
  let same = value === numberOf(row.value);
  if (family === 'share' && !same) same = value === numberOf(row.events) || events === numberOf(row.value);
  return same && (family !== 'p' || sameOperator(row, ours.value));
}

function sameOperator(row: LocatedRow, value: Predicted['row']['value']): boolean {
  return (('op' in value && value.op) || '=') === (row.op || '=');
}

/** The measure, term, item or drug of an annotated number. */
export function goldWord(row: LocatedRow): string | undefined {
  if (row.measure === 'AE-discontinuation') return measureWord(row.measure);
  if (row.term !== null && row.term !== undefined) return `ae:${labelWord(row.term)}`;
  return row.measure ? measureWord(row.measure) : row.item || row.drug || undefined;
}

function sameArms(row: LocatedRow, { row: ours, arms }: Predicted, golds: Arms): boolean {
  const family = families[row.kind];
  if (family === 'p' || family === 'effect') {
    const wanted = row.arms ?? [];
    if (golds.size === 1 || arms.size < 2 || wanted.length === 0 || !wanted.every((id) => golds.has(id))) return true;
    const compared = ours.compared ?? [];
    return (
      compared.length === wanted.length && wanted.every((id) => compared.some((our) => sameArm(our, arms, id, golds)))
    );
  }
  if (family === 'heterogeneity') return true;
  if ((family === 'dose' || family === 'cycle') && (row.arm === null || row.arm === undefined)) return true;
  return sameArm(ours.arm, arms, row.arm, golds);
}

function rank({ value, what, arm, grade, kind }: Candidate): number {
  return (value ? 4 : 0) + (what ? 2 : 0) + (arm && grade && kind ? 1 : 0);
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return rank(a) > rank(b) || (rank(a) === rank(b) && a.distance < b.distance);
}

function faultOf({ value, what, arm, grade, kind }: Candidate): Fault | undefined {
  if (!value) return 'value';
  if (!what) return 'what';
  if (!arm) return 'arm';
  if (!grade) return 'grade';
  return kind ? undefined : 'kind';
}

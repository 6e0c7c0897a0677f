import { survivalMeasures, type TrialRecord } from '../../model/index.js';
import { contains, holdsWhole } from '../interval.js';
import { once } from '../once.js';
import { cutReading, type Printed, reading } from '../printed.js';
import { labelOf, type Size, type Statement, sizeFor, sizesOf, statementsOf } from '../statements.js';

/** A percentage that is a share of counted patients, with the count where that is printed. */
export interface Share {
  readonly label: string;
  readonly percent: Printed;
  readonly events?: Printed | undefined;
  readonly statement: Statement;
}

/** The shares of one set of patients, and the number of patients that is printed for it. */
export interface ShareSet {
  readonly size: Size;
  readonly shares: readonly Share[];
  /** The shares that fit no number of patients that the study prints. */
  readonly misfits: readonly Share[];
}

/** The shares of a study by the set of patients that they are told of; shares with a printed total are judged elsewhere. */
export const shareSets = once(readShareSets);

function readShareSets(trial: TrialRecord): ShareSet[] {
  // What a meta-analysis pools is weighted: no count of patients makes it.
  if (trial.design?.includes('meta-analysis')) return [];
  const sizes = sizesOf(trial);
  if (sizes.length === 0) return [];
  const statements = statementsOf(trial);
  const twice = ambiguous(statements);
  const sets = new Map<string, { size: Size; shares: Share[] }>();
  for (const statement of statements) {
    const share = shareOf(statement);
    const size = sizeFor(trial, statement);
    if (!share || !size || size.n === 0) continue;
    // Told twice with different numbers and no count, it is of patients that are not known.
    if (!share.events && twice.has(toldOf(statement))) continue;
    const key = [statement.of === 'baseline', size.of, size.name, size.arm].join('|');
    const set = sets.get(key) ?? { size, shares: [] };
    set.shares.push(share);
    sets.set(key, set);
  }
  return [...sets.values()].map(({ size, shares }) => ({
    size,
    shares,
    misfits: shares.filter((share) => !sizes.some((other) => mayHold(other, size) && fits(share, other.n))),
  }));
}

/** Whether a share of one set may have been counted in another that is printed: not where that is another arm. */
function mayHold(other: Size, own: Size): boolean {
  return other.arm === undefined || own.arm === undefined || other.arm === own.arm;
}

/** What several different values are told of. */
function ambiguous(statements: readonly Statement[]): ReadonlySet<string> {
  const first = new Map<string, number | undefined>();
  const twice = new Set<string>();
  for (const statement of statements) {
    const key = toldOf(statement);
    if (first.has(key) && first.get(key) !== statement.value.value) twice.add(key);
    else first.set(key, statement.value.value);
  }
  return twice;
}

function toldOf({ of, name, arm, unit, grade, subgroup, time }: Statement): string {
  return `${of}|${name}|${arm}|${unit}|${grade}|${subgroup}|${time}`;
}

/** The percentages of a study that count patients at one time: survival rates are estimated and counted by nobody. */
export function shareOf(statement: Statement): Share | undefined {
  const { value, events, total, low } = statement.numbers;
  if (!value || total || low || value.op !== '=' || statement.unit !== '%' || value.value > 100) return undefined;
  if (statement.of === 'outcome' && (statement.statistic !== 'rate' || survivalMeasures.has(statement.name)))
    return undefined;
  return { label: labelOf(statement), percent: value, events, statement };
}

/** Whether a share can be of so many patients: its count, or any count, rounds to the percentage, or is cut to it. */
export function fits({ percent, events }: Pick<Share, 'percent' | 'events'>, n: number): boolean {
  if (events) {
    const share = (100 * events.value) / n;
    return events.value <= n && (contains(reading(percent), share) || contains(cutReading(percent), share));
  }
  const { low, high } = reading(percent);
  return holdsWhole({ low: (Math.max(0, low) * n) / 100, high: (Math.min(100, high) * n) / 100 });
}

/** No study counts more patients one by one; what is larger is a number read wrongly, and not worth the time. */
export const mostTried = 100_000;

/** The largest number of patients below one that every share can be of; undefined where there is none down to half. */
function jointDenominatorOf(shares: readonly Share[], below: number): number | undefined {
  if (below > mostTried) return undefined;
  const least = Math.max(1, Math.ceil(below / 2), ...shares.map(({ events }) => events?.value ?? 0));
  for (let n = below - 1; n >= least; n -= 1) if (shares.every((share) => fits(share, n))) return n;
  return undefined;
}

/** The largest number of patients that fits a whole set with misfits; undefined where one share alone is off. */
export function jointSize({ size, shares, misfits }: ShareSet): number | undefined {
  if (misfits.length === 0 || shares.length < 3) return undefined;
  return jointDenominatorOf(shares, size.n);
}

/** How likely a percentage that means nothing fits some number of patients. */
export function chanceOfFit({ percent }: Share, n: number): number {
  const { low, high } = reading(percent);
  return Math.min(1, ((high - low) * n) / 100);
}

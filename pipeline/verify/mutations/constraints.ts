import type { ArmValue, TrialRecord } from '../../model/index.js';
import { chiSquareTail, testsOfTwoShares, twoTails, zOfLevel } from '../statistics.js';

/**
 * What holds of the numbers of a made-up study, said once more without the checks: equations that must hold to the
 * last digit, and for p values only what no other test could explain (another decision, or ten times as much).
 */
export function brokenConstraints(trial: TrialRecord): string[] {
  const sizes = new Map((trial.arms ?? []).map(({ id, size }) => [id, size?.value ?? 0]));
  const rules: [name: string, holds: boolean][] = [
    ['sizes', sizesAddUp(trial, sizes)],
    ['shares', valuesOf(trial, '%').every((value) => shareHolds(value, sizes.get(value.arm ?? '') ?? 0))],
    ['responses', ['A', 'B'].every((arm) => responsesAddUp(trial, arm))],
    ['grades', ['A', 'B'].every((arm) => gradesAddUp(trial, arm))],
    ['sexes', ['A', 'B'].every((arm) => sexesAddUp(trial, arm, sizes.get(arm) ?? 0))],
    ['survival', ['A', 'B'].every((arm) => survivalFalls(trial, arm))],
    ['ranges', rangesHold(trial)],
    ['effect', effectHolds(trial)],
    ['responses and p', responseP(trial, sizes)],
    ['bounds', boundsAreUsual(trial)],
    ['spread', spreadHolds(trial)],
    ['heterogeneity', heterogeneityHolds(trial)],
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
}

const slack = 1e-9;

/** Half a unit of the last digit printed. */
function half({ value = 0, printed }: { value?: number | undefined; printed?: string | undefined }): number {
  const digits = printed ?? String(value);
  return 0.5 * 10 ** -(digits.split('.')[1]?.length ?? 0) + slack;
}

function toldOf(trial: TrialRecord, measure: string, arm: string, time?: string): ArmValue | undefined {
  const rows = (trial.outcomes ?? []).filter((row) => row.measure === measure && row.time === time);
  return rows.flatMap(({ values = [] }) => values).find((value) => value.arm === arm);
}

/** The percentages that count patients: responses and events, not survival. */
function valuesOf({ outcomes = [], adverse_events = [] }: TrialRecord, unit: string): ArmValue[] {
  const rows = [...outcomes.filter(({ time }) => time === undefined), ...adverse_events];
  return rows.filter((row) => row.unit === unit).flatMap(({ values = [] }) => values);
}

function sizesAddUp({ population, arms = [] }: TrialRecord, sizes: ReadonlyMap<string, number>): boolean {
  const whole = population?.size?.value ?? 0;
  const total = [...sizes.values()].reduce((sum, n) => sum + n, 0);
  const shares = arms.every(
    ({ size }) => Math.abs((100 * (size?.value ?? 0)) / whole - (size?.percent ?? 0)) <= 0.05 + slack,
  );
  return total === whole && shares;
}

function shareHolds(value: ArmValue, n: number): boolean {
  const percent = value.value ?? 0;
  const { events, total = n } = value;
  if (percent < 0 || percent > 100) return false;
  if (events !== undefined) return events <= total && Math.abs((100 * events) / total - percent) <= half(value);
  const k = Math.round((percent * n) / 100);
  return Math.abs((100 * k) / n - percent) <= half(value);
}

function responsesAddUp(trial: TrialRecord, arm: string): boolean {
  const [cr, vgpr, pr, deep, all] = ['CR', 'VGPR', 'PR', '≥VGPR', 'ORR'].map((measure) => toldOf(trial, measure, arm));
  if (!cr || !vgpr || !pr || !deep || !all) return true;
  const fits = (parts: readonly ArmValue[], whole: ArmValue): boolean => {
    const sum = parts.reduce((total, { value = 0 }) => total + value, 0);
    const room = [...parts, whole].reduce((total, part) => total + half(part), 0);
    return Math.abs(sum - (whole.value ?? 0)) <= room;
  };
  return fits([cr, vgpr], deep) && fits([cr, vgpr, pr], all);
}

function gradesAddUp({ adverse_events = [] }: TrialRecord, arm: string): boolean {
  const of = (grade: string | undefined): ArmValue | undefined =>
    adverse_events.find((event) => event.grade === grade)?.values?.find((value) => value.arm === arm);
  const [all, mild, severe] = [of(undefined), of('1-2'), of('3-4')];
  if (!all || !mild || !severe) return true;
  const sum = (mild.value ?? 0) + (severe.value ?? 0);
  return sum <= (all.value ?? 0) + half(all) + half(mild) + half(severe);
}

function sexesAddUp({ baseline = [] }: TrialRecord, arm: string, n: number): boolean {
  const counts = baseline.filter((row) => row.arm === arm && row.statistic === 'count');
  return counts.reduce((sum, { value = 0 }) => sum + value, 0) === n;
}

function survivalFalls(trial: TrialRecord, arm: string): boolean {
  const rates = [12, 24, 36].map((months) => ({ months, value: toldOf(trial, 'PFS', arm, `${months} months`) }));
  const median = toldOf(trial, 'PFS', arm)?.value ?? 0;
  return rates.every(({ months, value }, i) => {
    const rate = value?.value ?? 0;
    const before = rates[i - 1]?.value?.value ?? 100;
    const halfway = months < median - 0.1 ? rate > 49.9 : months > median + 0.1 ? rate < 50.1 : true;
    return rate <= before + 0.1 && rate <= 100 && halfway;
  });
}

function rangesHold({ baseline = [], outcomes = [] }: TrialRecord): boolean {
  const values = [...baseline, ...outcomes.flatMap(({ values = [] }) => values)];
  const inside = values.every(
    ({ value = 0, range }) =>
      !range || (range.low <= value + 0.5 && value <= range.high + 0.5 && range.low <= range.high),
  );
  const longest =
    outcomes.find(({ measure }) => measure === 'follow-up')?.values?.[0]?.range?.high ?? Number.POSITIVE_INFINITY;
  const medians = outcomes
    .filter(({ measure, statistic }) => measure === 'PFS' && statistic === 'median')
    .flatMap(({ values: own = [] }) => own);
  return inside && medians.every(({ value = 0 }) => value <= longest + 0.55);
}

/** Within its interval, near the geometric middle, and p within ten times of what follows, with the same decision. */
function effectHolds({ outcomes = [] }: TrialRecord): boolean {
  return outcomes
    .flatMap(({ comparisons = [] }) => comparisons)
    .every(({ effect, p }) => {
      if (!effect?.ci) return true;
      const { low, high } = effect.ci;
      if (low <= 0 || !(low <= effect.value && effect.value <= high)) return false;
      const [from, to, own] = [low, high, effect.value].map(Math.log) as [number, number, number];
      const away = Math.abs(own - (from + to) / 2) / Math.max((to - from) / 2, slack);
      const room = 0.006 / low / Math.max((to - from) / 2, slack);
      if (away > 0.3 + room) return false;
      return !p || explains(twoTails((own * 2 * zOfLevel(95)) / (to - from)), p);
    });
}

function responseP(trial: TrialRecord, sizes: ReadonlyMap<string, number>): boolean {
  const p = trial.outcomes?.find(({ measure }) => measure === 'ORR')?.comparisons?.[0]?.p;
  const [a, b] = ['A', 'B'].map((arm) => {
    const value = toldOf(trial, 'ORR', arm);
    const n = value?.total ?? sizes.get(arm) ?? 0;
    return { k: value?.events ?? Math.round(((value?.value ?? 0) * n) / 100), n };
  });
  if (!p || !a || !b || a.k > a.n || b.k > b.n) return true;
  return testsOfTwoShares({ a: a.k, n: a.n, b: b.k, m: b.n }).some((found) => explains(found, p));
}

/** Whether a p value that follows could have been printed so: the same side of 0.05, and less than ten times off. */
function explains(follows: number, { op, value }: { readonly op: string; readonly value: number }): boolean {
  if (value > 1) return false;
  if (op === '<' || op === '≤') return follows < value * 10 && (value > 0.05 || follows < 0.06);
  if (op === '>' || op === '≥') return follows > value / 10 && (value < 0.05 || follows > 0.04);
  const isDecided = (p: number): boolean => p < 0.05;
  const near = follows > value / 10 - 0.0005 && follows < (value + 0.0005) * 10;
  const borderline = Math.abs(follows - 0.05) < 0.02;
  return near && (borderline || isDecided(follows) === isDecided(value));
}

/** Authors print p below 0.05, 0.01 or 0.001; a bound of other digits is a wrong operator. */
function boundsAreUsual({ outcomes = [] }: TrialRecord): boolean {
  const ps = outcomes.flatMap(({ comparisons = [] }) => comparisons.flatMap(({ p }) => p ?? []));
  return ps.every(({ op, value }) => op === '=' || [0.05, 0.01, 0.001, 0.0001, 0.1, 0.02, 0.2, 0.5, 1].includes(value));
}

/** The deviation of n values that reach both ends of a range. */
function spreadHolds({ baseline = [], population }: TrialRecord): boolean {
  const sd = baseline.find((row) => row.sd !== undefined)?.sd;
  const range = baseline.find((row) => row.range !== undefined)?.range;
  const n = population?.size?.value ?? 0;
  if (sd === undefined || !range || n < 3 || range.high <= range.low) return true;
  const width = range.high - range.low;
  return sd + 0.1 > width / Math.sqrt(2 * (n - 1)) && sd - 0.1 < (width / 2) * Math.sqrt(n / (n - 1));
}

/** I² and p for some number of studies up to fifty. */
function heterogeneityHolds({ outcomes = [] }: TrialRecord): boolean {
  return outcomes.every(({ heterogeneity }) => {
    const [i2, p] = [heterogeneity?.i2?.value, heterogeneity?.p?.value];
    if (i2 === undefined || p === undefined) return true;
    if (i2 < 0 || i2 >= 100 || p > 1) return false;
    const shares = [i2 - 0.6, i2, i2 + 0.6].map((share) => Math.min(99.9, Math.max(0, share)) / 100);
    const dfs = Array.from({ length: 60 }, (_, i) => i + 1);
    return dfs.some((df) => {
      const [most, , least] = shares.map((share) => chiSquareTail(df / (1 - share), df)) as [number, number, number];
      return p <= (i2 <= 0.5 ? 1 : most) + 0.006 && p >= least - 0.006;
    });
  });
}

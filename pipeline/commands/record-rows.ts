import type {
  ArticleRecord,
  Comparison,
  Effect,
  Heterogeneity,
  PValue,
  ReportedValue,
  TrialRecord,
} from '../model/index.js';

/** Values that can be the same thing said in another way belong to one family. */
export type Family = 'size' | 'share' | 'time' | 'effect' | 'p' | 'dose' | 'baseline' | 'cycle' | 'heterogeneity';
export type RowKind = Exclude<Family, 'size' | 'share' | 'time'> | 'n' | 'rate' | 'count' | 'median' | 'mean' | 'ae';

/** One number of a record with everything that it is bound to. */
export interface RecordRow {
  readonly trial: TrialRecord;
  readonly family: Family;
  readonly kind: RowKind;
  readonly value: ReportedValue | PValue | Effect;
  /** Canonical measure, drug, or item. */
  readonly measure?: string | undefined;
  /** The adverse event as printed, instead of a measure. */
  readonly term?: string | undefined;
  readonly preferred?: string | undefined;
  readonly arm?: string | undefined;
  /** Arms that a p value or an effect compares. */
  readonly compared?: readonly string[] | undefined;
  readonly subgroups?: readonly string[] | undefined;
  readonly subgroup?: string | undefined;
  readonly time?: string | undefined;
  readonly grade?: string | undefined;
  readonly unit?: string | undefined;
  readonly statistic?: string | undefined;
  readonly test?: 'heterogeneity' | undefined;
}

/** Every number of a record, in the order of the record. */
export function recordRows(record: ArticleRecord): RecordRow[] {
  return record.trials.flatMap((trial) => [
    ...sizeRows(trial),
    ...armRows(trial),
    ...(trial.baseline ?? []).map(
      (value): RecordRow => ({
        trial,
        family: 'baseline',
        kind: 'baseline',
        value,
        measure: value.item,
        arm: value.arm,
        subgroup: value.subgroup,
        statistic: value.statistic,
      }),
    ),
    ...outcomeRows(trial),
    ...eventRows(trial),
  ]);
}

function sizeRows(trial: TrialRecord): RecordRow[] {
  const { size, groups = [] } = trial.population ?? {};
  const whole: RecordRow[] = size ? [{ trial, family: 'size', kind: 'n', value: size }] : [];
  return [
    ...whole,
    ...groups.map(
      (group): RecordRow => ({
        trial,
        family: 'size',
        kind: 'n',
        value: group.size,
        arm: group.arm,
        subgroup: group.name,
      }),
    ),
  ];
}

function armRows(trial: TrialRecord): RecordRow[] {
  return (trial.arms ?? []).flatMap((arm) => {
    const at = { trial, arm: arm.id };
    const size: RecordRow[] = arm.size ? [{ ...at, family: 'size', kind: 'n', value: arm.size }] : [];
    const doses = (arm.drugs ?? []).flatMap((drug) =>
      (drug.doses ?? []).map(
        (value): RecordRow => ({ ...at, family: 'dose', kind: 'dose', value, measure: drug.name }),
      ),
    );
    const cycles = (arm.cycles ?? []).map(
      (value): RecordRow => ({ ...at, family: 'cycle', kind: 'cycle', value, measure: value.item }),
    );
    return [...size, ...doses, ...cycles];
  });
}

function outcomeRows(trial: TrialRecord): RecordRow[] {
  return (trial.outcomes ?? []).flatMap((outcome) => {
    const { measure, statistic, unit, time, subgroup } = outcome;
    const bound = { trial, measure, time, subgroup };
    const family: Family = statistic === 'median' || statistic === 'mean' ? 'time' : 'share';
    const values = (outcome.values ?? []).map(
      (value): RecordRow => ({
        ...bound,
        family,
        kind: statistic,
        value,
        arm: value.arm,
        unit,
        subgroup: value.subgroup ?? subgroup,
      }),
    );
    return [
      ...values,
      ...comparisonRows(bound, outcome.comparisons),
      ...heterogeneityRows(bound, outcome.heterogeneity),
    ];
  });
}

function eventRows(trial: TrialRecord): RecordRow[] {
  return (trial.adverse_events ?? []).flatMap((event) => {
    const { term, preferred, grade, unit, time, subgroup } = event;
    const bound = { trial, term, preferred, grade, time, subgroup };
    const values = (event.values ?? []).map(
      (value): RecordRow => ({
        ...bound,
        family: 'share',
        kind: 'ae',
        value,
        arm: value.arm,
        unit,
        subgroup: value.subgroup ?? subgroup,
      }),
    );
    return [...values, ...comparisonRows(bound, event.comparisons), ...heterogeneityRows(bound, event.heterogeneity)];
  });
}

type Bound = Pick<RecordRow, 'trial' | 'measure' | 'term' | 'preferred' | 'grade' | 'time' | 'subgroup'>;

function comparisonRows(bound: Bound, comparisons: readonly Comparison[] = []): RecordRow[] {
  return comparisons.flatMap(({ arms = [], subgroups, p, effect }) => {
    const rows: RecordRow[] = [];
    if (p) rows.push({ ...bound, family: 'p', kind: 'p', value: p, compared: arms, subgroups });
    if (effect) rows.push({ ...bound, family: 'effect', kind: 'effect', value: effect, compared: arms, subgroups });
    return rows;
  });
}

function heterogeneityRows(bound: Bound, heterogeneity: Heterogeneity = {}): RecordRow[] {
  const { i2, p } = heterogeneity;
  const rows: RecordRow[] = [];
  if (i2) rows.push({ ...bound, family: 'heterogeneity', kind: 'heterogeneity', value: i2 });
  if (p) rows.push({ ...bound, family: 'p', kind: 'p', value: p, compared: [], test: 'heterogeneity' });
  return rows;
}

import type { ArmValue, Comparison, SourceRef, TrialRecord } from '../model/index.js';
import { once } from './once.js';
import { type Printed, printedBeside, printedValue } from './printed.js';

/** One value of a study with everything that it is told of. */
export interface Statement {
  readonly of: 'outcome' | 'event' | 'baseline';
  /** The measure, the preferred term or the item. */
  readonly name: string;
  readonly statistic?: string | undefined;
  readonly unit?: string | undefined;
  readonly time?: string | undefined;
  readonly subgroup?: string | undefined;
  readonly grade?: string | undefined;
  readonly arm?: string | undefined;
  readonly value: ArmValue;
  /** The numbers of the value as printed. */
  readonly numbers: Numbers;
}

/** A row of a study: values that are compared with each other. */
export interface ToldRow {
  readonly of: 'outcome' | 'event';
  readonly name: string;
  readonly statistic?: string | undefined;
  readonly time?: string | undefined;
  readonly subgroup?: string | undefined;
  readonly grade?: string | undefined;
  readonly unit?: string | undefined;
  readonly statements: readonly Statement[];
  readonly comparisons: readonly Comparison[];
}

/** A size of a study, of an arm, or of a group. */
export interface Size {
  readonly name: string;
  readonly arm?: string | undefined;
  readonly of: 'study' | 'arm' | 'group';
  readonly n: number;
  readonly source: SourceRef;
}

/** Outcomes and adverse events alike. */
export const rowsOf = once(readRows);
/** Every value of a study but sizes, doses and cycles. */
export const statementsOf = once(readStatements);
/** Every size that is printed, each number of a group once. */
export const sizesOf = once(readSizes);

function readRows(trial: TrialRecord): ToldRow[] {
  const outcomes = (trial.outcomes ?? []).map(({ measure, statistic, time, subgroup, unit, values, comparisons }) =>
    toldRow('outcome', { name: measure, statistic, time, subgroup, unit }, values, comparisons),
  );
  const events = (trial.adverse_events ?? []).map(
    ({ term, preferred, grade, time, subgroup, unit, values, comparisons }) => {
      const row = { name: preferred ?? term, statistic: statisticOf(unit), grade, time, subgroup, unit };
      return toldRow('event', row, values, comparisons);
    },
  );
  return [...outcomes, ...events];
}

function statisticOf(unit: string | undefined): string {
  return unit === '%' ? 'rate' : 'count';
}

function toldRow(
  of: ToldRow['of'],
  row: Omit<ToldRow, 'of' | 'statements' | 'comparisons'>,
  values: readonly ArmValue[] = [],
  comparisons: readonly Comparison[] = [],
): ToldRow {
  const { name, statistic, time, subgroup, grade, unit } = row;
  const head = { of, name, statistic, time, subgroup, grade, unit };
  const statements = values.map(
    (value): Statement => ({
      of,
      name,
      statistic,
      time,
      subgroup: value.subgroup ?? subgroup,
      grade,
      unit,
      arm: value.arm,
      value,
      numbers: numbersIn(value),
    }),
  );
  return { ...head, statements, comparisons };
}

function readStatements(trial: TrialRecord): Statement[] {
  const baseline = (trial.baseline ?? []).map((value): Statement => {
    const { item, statistic, arm, subgroup, unit } = value;
    return { of: 'baseline', name: item, statistic, unit, subgroup, arm, value, numbers: numbersIn(value) };
  });
  return [...baseline, ...rowsOf(trial).flatMap(({ statements }) => statements)];
}

function readSizes(trial: TrialRecord): Size[] {
  const { population = {}, arms = [] } = trial;
  const sizes: Size[] = [];
  const add = (
    size: Omit<Size, 'n' | 'source'>,
    value: { value?: number | undefined; source: SourceRef } | undefined,
  ) => {
    if (value?.value === undefined) return;
    if (sizes.some((known) => known.n === value.value && known.name === size.name && known.arm === size.arm)) return;
    sizes.push({ ...size, n: value.value, source: value.source });
  };
  add({ name: 'the study', of: 'study' }, population.size);
  for (const arm of arms) add({ name: arm.label, arm: arm.id, of: 'arm' }, arm.size);
  for (const group of population.groups ?? []) add({ name: group.name, arm: group.arm, of: 'group' }, group.size);
  return sizes;
}

/** The size that a value is most likely a share of: that of its subgroup, its arm, or the study where that has one arm. */
export function sizeFor(trial: TrialRecord, { arm, subgroup }: Pick<Statement, 'arm' | 'subgroup'>): Size | undefined {
  const sizes = sizesOf(trial);
  if (subgroup !== undefined) return sizes.find((size) => size.of === 'group' && size.name === subgroup);
  const study = sizes.find((size) => size.of === 'study');
  if (arm === undefined) return study;
  const own = sizes.find((size) => size.of === 'arm' && size.arm === arm);
  return own ?? ((trial.arms ?? []).length === 1 ? study : undefined);
}

/** The numbers of a statement: its value, and what stands beside it. */
export interface Numbers {
  readonly value?: Printed | undefined;
  readonly events?: Printed | undefined;
  readonly total?: Printed | undefined;
  readonly low?: Printed | undefined;
  readonly high?: Printed | undefined;
  readonly sd?: Printed | undefined;
}

function numbersIn(reported: ArmValue): Numbers {
  const { events, total, range, sd, source } = reported;
  const beside = (value: number | undefined): Printed | undefined =>
    value === undefined ? undefined : printedBeside(value, source);
  return {
    value: printedValue(reported),
    events: beside(events),
    total: beside(total),
    low: beside(range?.low),
    high: beside(range?.high),
    sd: beside(sd),
  };
}

/** What a value is told of, in words: `≥VGPR, VTD, 诱导后`. */
export function labelOf({ name, grade, arm, subgroup, time }: Statement): string {
  const parts = [grade === undefined ? name : `${name} of grade ${grade}`, arm, subgroup, time];
  return parts.filter((part) => part !== undefined).join(', ');
}

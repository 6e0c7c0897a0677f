import type { ArticleRecord, TrialRecord } from '../../model/index.js';
import { type RecordRow, recordRows } from '../record-rows.js';
import { canonical } from './difference.js';

/** A number with what it says and what it is bound to apart, so that either can be compared alone. */
export interface BoundRow {
  readonly row: RecordRow;
  /** The study's and arms' ids as the first record has them. */
  readonly binding: Readonly<Record<string, unknown>>;
  readonly number: Readonly<Record<string, unknown>>;
  readonly bindingKey: string;
  readonly numberKey: string;
}

/** Ids of studies and arms in the second record under the ids of those that they match in the first. */
export interface Renames {
  readonly studies: ReadonlyMap<TrialRecord, string>;
  readonly arms: ReadonlyMap<TrialRecord, ReadonlyMap<string, string>>;
}

const asIs: Renames = { studies: new Map(), arms: new Map() };

/** The numbers of a record, bound under the ids that `renames` gives. */
export function boundRows(record: ArticleRecord, renames: Renames = asIs): BoundRow[] {
  return recordRows(record).map((row) => {
    const binding = bindingOf(row, renames);
    const number = numberOf(row);
    return { row, binding, number, bindingKey: canonical(binding), numberKey: canonical(number) };
  });
}

function bindingOf(row: RecordRow, { studies, arms }: Renames): Record<string, unknown> {
  const {
    trial,
    kind,
    measure,
    term,
    preferred,
    arm,
    compared,
    subgroups,
    subgroup,
    time,
    grade,
    statistic,
    test,
    value,
  } = row;
  const renamed = (id: string): string => arms.get(trial)?.get(id) ?? id;
  return defined({
    study: studies.get(trial) ?? trial.id,
    kind,
    measure,
    term,
    preferred,
    arm: arm === undefined ? undefined : renamed(arm),
    compared: compared?.map(renamed),
    subgroups,
    subgroup,
    time,
    grade,
    statistic,
    test,
    type: 'type' in value ? value.type : undefined,
  });
}

/** All that is printed of the number; not its place, not how sure the rules were. */
function numberOf({ value, unit }: RecordRow): Record<string, unknown> {
  const { source, confidence, ...number } = value as RecordRow['value'] & {
    item?: string;
    arm?: string;
    subgroup?: string;
  };
  const { item, arm, subgroup, type, statistic, ...rest } = number as Record<string, unknown>;
  return defined({ ...(unit !== undefined && { unit }), ...rest });
}

function defined(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

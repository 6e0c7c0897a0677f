import type { Claim } from '../../model/index.js';
import type { Aspect } from './aspect.js';
import type { Meaning } from './meaning.js';
import type { TableKind } from './table-kind.js';

/** What a comparison of a table is made between, where its own row and column do not say. */
export interface Comparison {
  readonly kind: TableKind;
  readonly columns: readonly Aspect[];
  /** The ids of all arms. */
  readonly arms: readonly string[];
}

/** The grade, the time and the analysis that the heads of a cell tell. */
export function placeOf({ grade, time, column }: Meaning): Partial<Claim> {
  return { grade, time, ...(column.model === undefined ? {} : { subgroup: column.model }) };
}

/** The arm or the group of patients that the row names, else the column; of a factor or subgroup its level. */
export function whose({ row, column, path }: Meaning, kind: TableKind): Pick<Claim, 'arm' | 'subgroup'> {
  const { arm, group } = row.arm || row.group !== undefined ? row : column;
  if (kind.factors || kind.subgroups) return { arm: arm?.id, subgroup: path };
  return { arm: arm?.id, ...(arm || group === undefined ? {} : { subgroup: group }) };
}

/** Who was compared: the levels of a factor, the arms in a subgroup, groups of patients, or the arms. */
export function compared(meaning: Meaning, { kind, columns, arms }: Comparison): Partial<Claim> {
  const place = placeOf(meaning);
  if (kind.factors) return { ...place, subgroups: [meaning.path] };
  if (kind.subgroups) return { ...place, subgroup: meaning.path, arms };
  // Groups of patients are compared with one another, and with an arm that has a column beside them.
  const columnsOf = columns.flatMap(({ arm, group }) => (arm || group === undefined ? (arm?.label ?? []) : [group]));
  const isGrouped = columns.some(({ arm, group }) => !arm && group !== undefined);
  return { ...place, ...(isGrouped && columnsOf.length > 1 ? { subgroups: [...new Set(columnsOf)] } : { arms }) };
}

import type { SourceRef } from '../../model/index.js';

/** One field that differs; absent is undefined. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One thing that differs between two records of an article. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed';
  readonly of: 'document' | 'study' | 'arm' | 'value' | 'finding' | 'ledger';
  /** Id of the study, that of the first record where both have it. */
  readonly study?: string;
  /** What it is, in words: `rate CR 35.92 %, arm VTD`. */
  readonly label: string;
  readonly fields?: readonly FieldChange[];
  /** Where it was read; of something changed, where the second record read it. */
  readonly source?: SourceRef;
  /** The sentence around it, where the article's text is at hand. */
  readonly quote?: string;
}

/** The differences of one article. */
export interface DocumentDiff {
  readonly id: string;
  readonly change?: 'added' | 'removed';
  readonly differences: readonly Difference[];
}

/** The fields in which two sets of facts differ, in the order of their names in `a`, then `b`. */
export function fieldChanges(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields]
    .filter((field) => canonical(a[field]) !== canonical(b[field]))
    .map((field) => ({
      field,
      ...(a[field] !== undefined && { before: a[field] }),
      ...(b[field] !== undefined && { after: b[field] }),
    }));
}

/** Plain data as text that is equal where the data mean the same; the order of keys does not count. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}

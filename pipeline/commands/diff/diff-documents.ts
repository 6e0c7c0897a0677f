import type { ArticleRecord } from '../../model/index.js';
import { diffRecords } from './diff-records.js';
import type { DocumentDiff } from './difference.js';

/** Compares two sets of records by document id; articles without a difference are left out. */
export function diffDocuments(
  a: ReadonlyMap<string, ArticleRecord>,
  b: ReadonlyMap<string, ArticleRecord>,
): DocumentDiff[] {
  // Two single files are meant to be compared, whatever their articles are called.
  const [oneA, oneB] = [[...a.values()][0], [...b.values()][0]];
  if (a.size === 1 && b.size === 1 && oneA && oneB)
    return kept([{ id: oneA.document.id, differences: diffRecords(oneA, oneB) }]);
  const ids = [...new Set([...a.keys(), ...b.keys()])].sort();
  return kept(
    ids.map((id): DocumentDiff => {
      const [before, after] = [a.get(id), b.get(id)];
      if (before && after) return { id, differences: diffRecords(before, after) };
      return { id, change: before ? 'removed' : 'added', differences: [] };
    }),
  );
}

function kept(diffs: readonly DocumentDiff[]): DocumentDiff[] {
  return diffs.filter(({ change, differences }) => change !== undefined || differences.length > 0);
}

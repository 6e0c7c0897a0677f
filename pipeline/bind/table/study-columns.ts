import { phrase, type Rulebook } from '../../rulebook/index.js';

export type Concept = 'author' | 'year' | 'age' | 'treatment' | 'size' | 'prior-lines' | 'sex' | 'stage';

/** Of two concepts that a head names at the same place the first counts. */
export const concepts: readonly Concept[] = [
  'author',
  'year',
  'age',
  'treatment',
  'size',
  'prior-lines',
  'sex',
  'stage',
];

/** Which half of a column of both arms a head stands over: the treatment studied, its control, or both. */
export type Half = 0 | 1 | 'both';

/** What a column of a table of included studies is about. */
export interface StudyColumn {
  readonly concept: Concept | undefined;
  /** Undefined where the column is about the whole study. */
  readonly half: Half | undefined;
  /** The heads over it as printed, one behind the other. */
  readonly heads: string;
}

export function studyColumn(heads: readonly string[], rulebook: Rulebook): StudyColumn {
  const names = heads.map((head) => head.replace(/\s/gu, ''));
  const has = (id: string) => names.some((name) => phrase(rulebook, `columns.${id}`).test(name));
  const half = has('both-arms') ? 'both' : has('experimental') ? 0 : has('control') ? 1 : undefined;
  const named = concepts.find((concept) => has(concept));
  // A head that only says which arm stands over what that arm got.
  return {
    half,
    heads: names.join(''),
    concept: named ?? (half === undefined || half === 'both' ? undefined : 'treatment'),
  };
}

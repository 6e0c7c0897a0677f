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
  const printed = heads.map((head) => head.replace(/\s/gu, ''));
  // Markdown prints two lines of heads in one cell: `例数 试验组`.
  const parts = printed.flatMap((name) => concepts.map((concept) => restOf(name, concept, rulebook)));
  const names = [...printed, ...parts];
  const has = (id: string) => names.some((name) => phrase(rulebook, `columns.${id}`).test(name));
  const half = has('both-arms') ? 'both' : has('experimental') ? 0 : has('control') ? 1 : undefined;
  const named = concepts.find((concept) => has(concept));
  // A head that only says which arm stands over what that arm got.
  return {
    half,
    heads: printed.join(''),
    concept: named ?? (half === undefined || half === 'both' ? undefined : 'treatment'),
  };
}

/** What is left of a head without the name of what it stands over and its unit. */
function restOf(name: string, concept: Concept, rulebook: Rulebook): string {
  const rest = name.replace(phrase(rulebook, `columns.${concept}`), '');
  return rest === name ? name : rest.replace(/^\([^()]+\)/u, '');
}

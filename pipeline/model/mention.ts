import type { Span } from '../text/index.js';
import type { Quantity } from './quantity.js';

/** The closed table of things that a rule can find. `makes` in a rule pack names one of these rows. */
export const mentionKinds = [
  'quantity',
  'drug',
  'drug-class',
  'procedure',
  'regimen',
  'arm',
  'measure',
  'event',
  'grade',
  'time',
  'population',
  'qualifier',
  'subgroup',
  'item',
  'design',
  'study',
  'registry',
  'author',
  'citation',
  'cue',
  'heading',
  'aside',
] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** What patients are treated with. */
export const treatmentKinds: ReadonlySet<MentionKind> = new Set(['drug', 'drug-class', 'procedure', 'regimen']);

/** What names a treatment, and not only a class of treatments. */
export const ownTreatmentKinds: ReadonlySet<MentionKind> = new Set(['drug', 'procedure', 'regimen']);

/** What an arm can be called by: its own name, or its treatment. */
export const armNameKinds: ReadonlySet<MentionKind> = new Set(['arm', ...treatmentKinds]);

/** Something that a rule recognised in the repaired text. */
export interface Mention {
  readonly kind: MentionKind;
  readonly span: Span<'text'>;
  readonly ruleId: string;
  /** The characters of the repaired text. */
  readonly text: string;
  /** The canonical name: an INN, a measure, a preferred term, the role of a cue. */
  readonly name?: string | undefined;
  /** What else the rule's row says: atc, statistic, group … and the named groups of a pattern. */
  readonly facts: Readonly<Record<string, string>>;
  readonly quantity?: Quantity | undefined;
}

/** Whether a mention names a transplantation, of whatever kind. */
export function isTransplantation({ kind, name }: Mention): boolean {
  return kind === 'procedure' && name?.endsWith('SCT') === true;
}

/**
 * The same mention with its properties in one order. Mentions are asked for their kind and place more often than
 * anything else, and the engine finds a property at once only where all objects that it meets are laid out alike.
 */
export function uniform({ kind, span, ruleId, text, name, facts, quantity }: Mention): Mention {
  return { kind, span, ruleId, text, name, facts, quantity };
}

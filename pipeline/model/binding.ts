import type { Span } from '../text/index.js';
import type { Quantity } from './quantity.js';

export const bindingKinds = [
  'n',
  'rate',
  'count',
  'median',
  'mean',
  'effect',
  'p',
  'ae',
  'dose',
  'baseline',
  'cycle',
  'heterogeneity',
] as const;
export type BindingKind = (typeof bindingKinds)[number];

/** A number with what it means: which study, arm, measure or event, grade, time, subgroup, comparison. */
export interface Binding {
  readonly kind: BindingKind;
  /** The key of its study. */
  readonly study: string;
  readonly quantity: Quantity;
  /** The number with its unit. */
  readonly span: Span<'text'>;
  readonly arm?: string | undefined;
  /** Of a comparison: the arms compared, the first with the second. */
  readonly arms?: readonly string[] | undefined;
  readonly subgroups?: readonly string[] | undefined;
  readonly measure?: string | undefined;
  /** Of an adverse event, as printed. */
  readonly term?: string | undefined;
  readonly preferred?: string | undefined;
  readonly grade?: string | undefined;
  readonly time?: string | undefined;
  readonly subgroup?: string | undefined;
  /** Of a baseline characteristic or a cycle. */
  readonly item?: string | undefined;
  /** Of a baseline characteristic: whether the text says that it is a mean. */
  readonly mean?: boolean | undefined;
  /** Of a dose, the INN. */
  readonly drug?: string | undefined;
  /** Of a size: the share printed with it. */
  readonly percent?: number | undefined;
  /** Whether a p value is that of a test of heterogeneity. */
  readonly heterogeneity?: boolean | undefined;
  /** From 0 to 1, from the rules that made it. */
  readonly confidence: number;
  /** The rules that made it, the number's own first. */
  readonly trail: readonly string[];
  /** Where rules of the trail read what they found, as far as the mechanism tells. */
  readonly evidence?: readonly Evidence[] | undefined;
}

/** The characters that a rule of a trail rests on. */
export interface Evidence {
  readonly ruleId: string;
  readonly span: Span<'text'>;
}

/** A binding before it has been told how sure it is. */
export type Claim = Omit<Binding, 'confidence'>;

/** A number that could not be bound, and why. */
export interface Unbound {
  readonly span: Span<'text'>;
  readonly reason: string;
  readonly candidates: readonly string[];
}

import type { Span } from '../text/index.js';

/** A drug, class or procedure of an arm. */
export interface Component {
  /** INN, class or procedure. */
  readonly name: string;
  readonly printed: string;
  readonly atc?: string | undefined;
  /** What the name is a technique of, by which studies are compared: radiotherapy, surgery … */
  readonly modality?: string | undefined;
}

/** An arm of a study as the article names it. */
export interface StudyArm {
  readonly id: string;
  readonly label: string;
  /** Everything that the article calls it, normalised. */
  readonly aliases: ReadonlySet<string>;
  readonly drugs: readonly Component[];
  readonly role?: 'experimental' | 'control' | 'single' | undefined;
  /** Whether it is named only as what the study's own treatment is compared with. */
  readonly beside?: boolean | undefined;
}

/** A study that the article tells of, and where it does. */
export interface Study {
  readonly key: string;
  readonly own: boolean;
  readonly name?: string | undefined;
  readonly lead?: string | undefined;
  readonly registry: readonly string[];
  readonly citations: readonly string[];
  readonly design: readonly string[];
  readonly conditions: readonly string[];
  readonly qualifiers: readonly string[];
  readonly section?: { readonly number?: string | undefined; readonly title: string } | undefined;
  /** The stretches of text that tell of it, in order. */
  readonly spans: readonly Span<'text'>[];
  readonly arms: readonly StudyArm[];
}

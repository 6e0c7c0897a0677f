import type { MentionKind } from '../model/index.js';
import type { VariantRow } from './schema.js';

/** Words that stand for each other in the forms of some kinds of names. */
export interface Variant {
  readonly kinds: ReadonlySet<MentionKind>;
  readonly words: readonly string[];
  /** Any of the words, or the one that they stand for: the longest that stands at a place. */
  readonly any: RegExp;
}

export function variantOf({ kinds, words, from }: VariantRow): Variant {
  const byLength = [...words, ...(from === undefined ? [] : [from])].sort((a, b) => b.length - a.length);
  return { kinds: new Set(kinds), words, any: new RegExp(byLength.join('|'), 'u') };
}

/** `血钾降低` for `血钾下降`: the other ways to write a form of a kind; of each variant its first word is changed. */
export function otherForms(form: string, kind: MentionKind, variants: readonly Variant[]): string[] {
  return variants
    .filter(({ kinds }) => kinds.has(kind))
    .flatMap(({ words, any }) => {
      const [word] = any.exec(form) ?? [];
      return word === undefined
        ? []
        : words.filter((other) => other !== word).map((other) => form.replace(word, other));
    });
}

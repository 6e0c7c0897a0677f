import { phrase, type Rulebook } from '../../rulebook/index.js';

const ids = {
  tableCaption: 'layout.table-caption',
  figureCaption: 'layout.figure-caption',
  note: 'layout.note',
  continued: 'layout.continued',
  frequent: 'layout.frequent',
} as const;

/** Patterns that the layout asks for; what they match is said in the rules. */
export type LayoutPhrases = Readonly<Record<keyof typeof ids, RegExp>>;

/** The same as text, which can be sent to a worker. */
export type PhraseSources = Readonly<Record<keyof typeof ids, string>>;

export function phraseSources(rulebook: Pick<Rulebook, 'phrases'>): PhraseSources {
  return mapped(ids, (id) => phrase(rulebook, id).source);
}

export function compiled(sources: PhraseSources): LayoutPhrases {
  return mapped(sources, (source) => new RegExp(source, 'u'));
}

function mapped<K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;
}

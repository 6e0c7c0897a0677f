import type { Definitions, Mention, Segmentation, SourceRef, Study } from '../model/index.js';
import { type Span, toSource } from '../text/index.js';
import type { BoundArticle, Told } from './told.js';

/** The article as the stages before have read it, for checks that compare its words with its numbers. */
export interface ArticleText {
  readonly segmentation: Segmentation;
  readonly mentions: readonly Mention[];
  readonly bound: BoundArticle;
  readonly definitions: Definitions;
}

/** A stretch of the article as a record quotes it. */
export function sourceOf({ segmentation }: ArticleText, span: Span<'text'>): SourceRef {
  const { document } = segmentation;
  const { start, end } = toSource(document, span);
  return { start, end, line: document.lines.place(start).line, text: document.source.text.slice(start, end) };
}

/** The study that a passage tells of, and its place among all; undefined where it tells of none. */
export function studyAt({ bound }: ArticleText, { draft }: Told): { study: Study; at: number } | undefined {
  const at = draft && studiesByDraft(bound).get(draft);
  const study = at === undefined ? undefined : bound.studies[at];
  return study && at !== undefined ? { study, at } : undefined;
}

const byArticle = new WeakMap<BoundArticle, ReadonlyMap<object, number>>();

/** Which study each claim of a passage became, found once for an article by the places that the studies keep. */
function studiesByDraft(bound: BoundArticle): ReadonlyMap<object, number> {
  const known = byArticle.get(bound);
  if (known) return known;
  const places = new Map(bound.studies.flatMap(({ spans }, at) => spans.map(({ start }) => [start, at] as const)));
  const found = new Map<object, number>();
  for (const { draft, start } of bound.passages) {
    const at = draft && !found.has(draft) ? places.get(start) : undefined;
    if (draft && at !== undefined) found.set(draft, at);
  }
  byArticle.set(bound, found);
  return found;
}

/** What the checks of words look for in a passage. */
export type Trait = 'p value' | 'than' | 'conclusion' | 'population' | 'arm';

const byTrait = new WeakMap<BoundArticle, ReadonlyMap<Trait, readonly Told[]>>();

/** The passages that hold such a mention, in order; every passage is looked at once, whichever check asks first. */
export function passagesWith({ bound }: ArticleText, trait: Trait): readonly Told[] {
  const known = byTrait.get(bound);
  if (known) return known.get(trait) ?? [];
  const found = new Map<Trait, Told[]>();
  for (const passage of bound.passages) {
    for (const mention of passage.mentions) {
      const trait = traitOf(mention);
      if (trait === undefined) continue;
      const passages = found.get(trait);
      if (!passages) found.set(trait, [passage]);
      else if (passages.at(-1) !== passage) passages.push(passage);
    }
  }
  byTrait.set(bound, found);
  return found.get(trait) ?? [];
}

function traitOf(mention: Mention): Trait | undefined {
  switch (mention.kind) {
    case 'quantity':
      return mention.quantity?.kind === 'p-value' ? 'p value' : undefined;
    case 'cue':
      return mention.name === 'than' ? 'than' : mention.name === 'conclude' ? 'conclusion' : undefined;
    case 'arm':
    case 'regimen':
      return 'arm';
    default:
      return mention.kind === 'population' ? 'population' : undefined;
  }
}

import type { Mention, Segmentation } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { Drafts } from './drafts.js';
import { isCue } from './scene.js';

/** Where the labels of a structured abstract stand: 目的, 方法, 结果, 结论. */
function labelsOf(segmentation: Segmentation, rulebook: Rulebook): RegExpExecArray[] {
  const label = rulebook.patterns.find(({ rule }) => rule.id === 'structure.label');
  return label ? [...segmentation.document.text.matchAll(label.expression)] : [];
}

/**
 * Whether the article reports a study of its own: it has a part on methods or results, an abstract with labels,
 * speaks of its own patients (`我院`), or it cites and names no other study at all.
 */
function hasOwnStudy(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  labels: readonly RegExpExecArray[],
): boolean {
  if (segmentation.sections.some(({ role }) => role === 'methods' || role === 'results')) return true;
  if (new Set(labels.map(([label]) => label.slice(-2))).size >= 3) return true;
  if (mentions.some((mention) => isCue(mention, 'own') && mention.facts.place !== undefined)) return true;
  return !mentions.some(({ kind }) => kind === 'citation' || kind === 'study' || kind === 'author');
}

/** The name of the study that a text is about which cites nobody, and names no other study and tells of none before. */
function onlyStudy(mentions: readonly Mention[]): string | undefined {
  if (mentions.some(({ kind }) => kind === 'citation' || kind === 'author')) return undefined;
  const names = new Set(mentions.flatMap(({ kind, name }) => (kind === 'study' && name !== undefined ? [name] : [])));
  const first = mentions.findIndex(({ kind }) => kind === 'study');
  const isTold = mentions.slice(0, first).some(({ quantity }) => quantity?.kind === 'percentage');
  return names.size === 1 && !isTold ? [...names][0] : undefined;
}

/** The paragraphs that say that they are about the article's own study, or that cite no other. */
function ownParagraphs(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  labels: readonly RegExpExecArray[],
): Set<number> {
  const own = new Set<number>();
  const cites = mentions.some(({ kind }) => kind === 'citation');
  for (const { span, paragraph } of segmentation.sentences) {
    if (!cites || labels.some(({ index }) => index >= span.start - 3 && index < span.end)) own.add(paragraph);
  }
  let from = 0;
  for (const sentence of segmentation.sentences) {
    while (from < mentions.length && (mentions[from] as Mention).span.end <= sentence.span.start) from += 1;
    for (let i = from; i < mentions.length && (mentions[i] as Mention).span.start < sentence.span.end; i += 1) {
      if (isCue(mentions[i], 'own')) own.add(sentence.paragraph);
    }
  }
  return own;
}

/** Opens the list of studies of an article. */
export function openDrafts(segmentation: Segmentation, mentions: readonly Mention[], rulebook: Rulebook): Drafts {
  const labels = labelsOf(segmentation, rulebook);
  const { text } = segmentation.document;
  const abstract = phrase(rulebook, 'titles.english-abstract');
  const readsEnglish = segmentation.sentences.some(
    ({ english, span }) => english && abstract.test(text.slice(span.start, span.end)),
  );
  return new Drafts(
    hasOwnStudy(segmentation, mentions, labels),
    ownParagraphs(segmentation, mentions, labels),
    readsEnglish,
    mentions.some(({ kind }) => kind === 'citation'),
    onlyStudy(mentions),
  );
}

import type { Mention, Segmentation } from '../model/index.js';
import { Drafts } from './drafts.js';
import { isCue } from './scene.js';

/** Whether the article reports a study of its own: it has a part on methods or results, or an abstract built so. */
function hasOwnStudy(segmentation: Segmentation, mentions: readonly Mention[]): boolean {
  if (segmentation.sections.some(({ role }) => role === 'methods' || role === 'results')) return true;
  return (
    /\u76ee\u7684[^\n]{0,400}\u65b9\u6cd5[^\n]{0,800}\u7ed3\u679c/u.test(segmentation.document.text) &&
    mentions.length > 0
  );
}

/** The paragraphs that say that they are about the article's own study, or that cite no other. */
function ownParagraphs(segmentation: Segmentation, mentions: readonly Mention[]): Set<number> {
  const own = new Set<number>();
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
export function openDrafts(segmentation: Segmentation, mentions: readonly Mention[]): Drafts {
  return new Drafts(hasOwnStudy(segmentation, mentions), ownParagraphs(segmentation, mentions));
}

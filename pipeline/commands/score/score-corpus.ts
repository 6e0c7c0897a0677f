import type { Extraction } from '../../run.js';
import type { Source } from '../../text/index.js';
import type { Pipeline } from '../open-pipeline.js';
import { ownForms } from './own-forms.js';
import { type ArticleScore, scoreArticle } from './score-article.js';

/**
 * The scores of articles by the annotations of a folder, and the articles that have none. Several articles are also
 * scored as if the lexicon lacked the forms that no other of them holds.
 */
export function scoreCorpus(
  extractions: readonly Extraction[],
  gold: string,
  { extractWithout, forms }: Pick<Pipeline, 'extractWithout' | 'forms'>,
): { articles: ArticleScore[]; unannotated: Source[] } {
  const scored = extractions.map(({ record, document: { source, text } }) => ({
    source,
    repaired: text,
    score: scoreArticle(record, source.text, gold),
  }));
  const unannotated = scored.flatMap(({ source, score }) => (score ? [] : [source]));
  const annotated = scored.flatMap(({ score, ...rest }) => (score ? [{ ...rest, score }] : []));
  if (annotated.length < 2) return { articles: annotated.map(({ score }) => score), unannotated };
  const own = ownForms(
    annotated.map(({ repaired }) => repaired),
    forms,
  );
  const articles = annotated.map(({ source, score }, i): ArticleScore => {
    const left = own[i] ?? new Set<string>();
    const unaided = scoreArticle(extractWithout(source, left).record, source.text, gold);
    return unaided ? { ...score, unaided: { forms: left.size, tally: unaided.tally } } : score;
  });
  return { articles, unannotated };
}

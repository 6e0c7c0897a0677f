import { yamlText } from '../../emit/index.js';
import type { MutationScore } from '../../run.js';
import type { ArticleScore } from './score-article.js';
import { scores } from './scores.js';
import { together } from './tally.js';

/** All scores as plain data: all articles together, each by its id, and the checks against changed records. */
export function scoresData(articles: readonly ArticleScore[], checks?: MutationScore) {
  return {
    together: scores(together(articles.map(({ tally }) => tally))),
    documents: Object.fromEntries(articles.map(({ id, tally }) => [id, scores(tally)])),
    ...(checks ? { checks } : {}),
  };
}

/** The text of output/scores.yaml. */
export function scoresText(articles: readonly ArticleScore[], checks?: MutationScore): string {
  return `# Written by \`zhailu score --write\`: the records in this folder against corpus/gold.\n${yamlText(scoresData(articles, checks))}`;
}

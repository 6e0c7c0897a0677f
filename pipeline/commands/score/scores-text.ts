import { yamlText } from '../../emit/index.js';
import type { ArticleScore } from './score-article.js';
import { scores } from './scores.js';
import { together } from './tally.js';

/** All scores as plain data: all articles together, then each by its id. */
export function scoresData(articles: readonly ArticleScore[]) {
  return {
    together: scores(together(articles.map(({ tally }) => tally))),
    documents: Object.fromEntries(articles.map(({ id, tally }) => [id, scores(tally)])),
  };
}

/** The text of output/scores.yaml. */
export function scoresText(articles: readonly ArticleScore[]): string {
  return `# Written by \`zhailu score --write\`: the records in this folder against corpus/gold.\n${yamlText(scoresData(articles))}`;
}

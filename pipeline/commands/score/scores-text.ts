import { yamlText } from '../../emit/index.js';
import type { MutationScore } from '../../run.js';
import type { ArticleScore } from './score-article.js';
import { rates, scores } from './scores.js';
import { together } from './tally.js';

/** All scores as plain data: all articles together, each by its id, and the checks against changed records. */
export function scoresData(articles: readonly ArticleScore[], checks?: MutationScore) {
  return {
    together: { ...scores(together(articles.map(({ tally }) => tally))), ...unaidedOf(articles) },
    documents: Object.fromEntries(
      articles.map((article) => [article.id, { ...scores(article.tally), ...unaidedOf([article]) }]),
    ),
    ...(checks ? { checks } : {}),
  };
}

/** Leave-one-article-out: the rates with the forms unknown that only the article itself attests. */
function unaidedOf(articles: readonly ArticleScore[]) {
  const unaided = articles.flatMap((article) => article.unaided ?? []);
  if (unaided.length === 0) return {};
  const { all } = together(unaided.map(({ tally }) => tally));
  const forms = unaided.reduce((total, one) => total + one.forms, 0);
  return { leave_one_out: { forms_left_out: forms, bound_rates: rates(all.bound, all) } };
}

/** The text of output/scores.yaml. */
export function scoresText(articles: readonly ArticleScore[], checks?: MutationScore): string {
  return `# Written by \`zhailu score --write\`: the records in this folder against corpus/gold.\n${yamlText(scoresData(articles, checks))}`;
}

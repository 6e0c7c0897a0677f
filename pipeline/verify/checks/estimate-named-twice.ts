import { phrase } from '../../rulebook/index.js';
import { sourceOf } from '../article-text.js';
import { type ArticleCheck, finding, type PlacedVerdict } from '../check.js';

const id = 'estimate-named-twice';

export const estimateNamedTwice: ArticleCheck = {
  id,
  about: 'An effect is of one kind: OR, RR or HR.',
  run: ({ article, rulebook, record }) => {
    if (!article) return [];
    const { text } = article.segmentation.document;
    const pattern = new RegExp(phrase(rulebook, 'verify.two-estimates').source, 'gu');
    return [...text.matchAll(pattern)].flatMap((found): PlacedVerdict[] => {
      const { first, second, value } = found.groups ?? {};
      if (first === second) return [];
      const source = sourceOf(article, { start: found.index, end: found.index + found[0].length } as Parameters<
        typeof sourceOf
      >[1]);
      const own = record.trials.find(({ outcomes = [] }) =>
        outcomes.some(({ comparisons = [] }) =>
          comparisons.some(
            ({ effect }) => effect && effect.source.start <= source.end && source.start <= effect.source.end,
          ),
        ),
      );
      const message = `${value} is called both ${first} and ${second}`;
      return [
        {
          trial: own?.id,
          verdict: finding(id, 'info', message, [{ value: Number(value), source }], `${second} is meant`),
        },
      ];
    });
  },
};

import { phrase } from '../../rulebook/index.js';
import type { Span } from '../../text/index.js';
import { sourceOf } from '../article-text.js';
import { type ArticleCheck, finding, type PlacedVerdict } from '../check.js';
import { rowsOf } from '../statements.js';

const id = 'estimate-named-twice';

export const estimateNamedTwice: ArticleCheck = {
  id,
  about: 'An effect is of one kind: OR, RR or HR.',
  run: ({ article, rulebook, record }) => {
    if (!article) return [];
    const { text } = article.segmentation.document;
    const pattern = new RegExp(phrase(rulebook, 'verify.two-estimates').source, 'gu');
    const doubled = [...text.matchAll(pattern)].flatMap((found) => {
      const { first, second, value } = found.groups ?? {};
      const span = { start: found.index, end: found.index + found[0].length } as Span<'text'>;
      return first === second ? [] : [{ first, second, value: Number(value), source: sourceOf(article, span) }];
    });
    return record.trials.flatMap((trial) =>
      rowsOf(trial).flatMap(({ comparisons }) =>
        comparisons.flatMap(({ effect }): PlacedVerdict[] => {
          if (!effect) return [];
          const found = doubled.find(
            ({ source }) => source.start < effect.source.end && effect.source.start < source.end,
          );
          if (!found) return [{ trial: trial.id, verdict: 'holds' }];
          const message = `${found.value} is called both ${found.first} and ${found.second}`;
          return [{ trial: trial.id, verdict: finding(id, 'info', message, [found], `${found.second} is meant`) }];
        }),
      ),
    );
  },
};

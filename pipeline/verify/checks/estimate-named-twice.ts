import type { SourceRef, TrialRecord } from '../../model/index.js';
import { findAll, phrase } from '../../rulebook/index.js';
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
    const doubled = findAll(phrase(rulebook, 'verify.two-estimates'), text).flatMap((found) => {
      const { first, second, value } = found.groups ?? {};
      const span = { start: found.index, end: found.index + found[0].length } as Span<'text'>;
      return first === second ? [] : [{ first, second, value: Number(value), source: sourceOf(article, span) }];
    });
    const effects = record.trials.flatMap((trial) =>
      rowsOf(trial).flatMap(({ comparisons }) =>
        comparisons.flatMap(({ effect }) => (effect ? [{ trial, effect }] : [])),
      ),
    );
    const ownerOf = (source: SourceRef): TrialRecord | undefined =>
      effects.find(({ effect }) => source.start < effect.source.end && effect.source.start < source.end)?.trial;
    const off = doubled.map(({ first, second, value, source }): PlacedVerdict => {
      const message = `${value} is called both ${first} and ${second}`;
      const verdict = finding(id, 'info', message, [{ value, source }], `${second} is meant`);
      return { trial: ownerOf(source)?.id, verdict };
    });
    const held = effects.slice(off.length).map(({ trial }): PlacedVerdict => ({ trial: trial.id, verdict: 'holds' }));
    return [...off, ...held];
  },
};

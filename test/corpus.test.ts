import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openPipeline } from '../pipeline/commands/open-pipeline.js';
import { squeeze } from '../pipeline/commands/places-of.js';
import { scoreCorpus } from '../pipeline/commands/score/score-corpus.js';
import { scores } from '../pipeline/commands/score/scores.js';
import { scoresText } from '../pipeline/commands/score/scores-text.js';
import { recordSchemaText, schemaFile } from '../pipeline/emit/index.js';
import { toYaml } from '../pipeline/index.js';
import { mutationScore } from '../pipeline/run.js';
import { extractCorpus, rulebook } from './corpus-extractions.js';

interface Committed {
  readonly documents: Readonly<Record<string, { found_rates: { f1: number }; bound_rates: { f1: number } }>>;
}

const output = (name: string): string => readFileSync(join('output', name), 'utf8');
const extractions = [...(await extractCorpus())];
const { articles: scored } = scoreCorpus(
  extractions.map(([, extraction]) => extraction),
  'corpus/gold',
  await openPipeline(),
);

/** Where a test fails: `npm run refresh`, and look at what changed. */
describe('the committed output', () => {
  it.each(extractions)('has the record of %s as the pipeline writes it today', (id, { record }) => {
    expect(output(`${id}.yaml`)).toBe(toYaml(record));
  });

  it('has the schema of today', () => {
    expect(output(schemaFile)).toBe(recordSchemaText());
  });

  it('has the scores of today', () => {
    expect(output('scores.yaml')).toBe(scoresText(scored, mutationScore(rulebook)));
  });
});

describe('the score of an article', () => {
  const { documents } = parse(output('scores.yaml')) as Committed;

  it.each(scored)('$id does not fall below what is committed', ({ id, tally }) => {
    const { found_rates, bound_rates } = scores(tally);
    expect(found_rates.f1).toBeGreaterThanOrEqual(documents[id]?.found_rates.f1 ?? Number.NaN);
    expect(bound_rates.f1).toBeGreaterThanOrEqual(documents[id]?.bound_rates.f1 ?? Number.NaN);
  });
});

interface KnownFailure {
  readonly document: string;
  readonly at: string;
  readonly expected: string;
  readonly why: string;
}

describe('the known failures', () => {
  const { failures } = parse(readFileSync('corpus/known-failures.yaml', 'utf8')) as { failures: KnownFailure[] };

  /** Whether the annotated numbers at a quote are all bound as annotated; undefined where nothing is annotated. */
  function isBound({ document, at }: KnownFailure): boolean | undefined {
    const article = scored.find(({ id }) => id === document);
    const { squeezed, offsets } = squeeze(article?.text ?? '');
    const [before = '', marked = '', after = ''] = at.split(/[⟦⟧]/u).map((part) => squeeze(part).squeezed);
    const found = squeezed.indexOf(before + marked + after);
    const start = found < 0 ? undefined : offsets[found + before.length];
    const here = article?.matches.matches.filter(({ gold }) => gold.start === start) ?? [];
    return here.length === 0 ? undefined : here.every(({ predicted, fault }) => predicted && !fault);
  }

  it('are annotated numbers, each with what is expected and why it fails', () => {
    expect(failures.filter((failure) => isBound(failure) === undefined)).toEqual([]);
    expect(failures.filter(({ expected, why }) => !expected || !why)).toEqual([]);
  });

  it('still fail; one that does not is taken from the list', () => {
    expect(failures.filter((failure) => isBound(failure) === true)).toEqual([]);
  });
});

import { join } from 'node:path';
import { Command } from 'commander';
import { writeAtomically } from '../emit/index.js';
import type { Extraction } from '../run.js';
import { corpusArticles } from './corpus-articles.js';
import { openPipeline, type Pipeline } from './open-pipeline.js';
import { missLines } from './score/miss-lines.js';
import type { ArticleScore } from './score/score-article.js';
import { scoreCorpus } from './score/score-corpus.js';
import { scoreTable } from './score/score-table.js';
import { scoresData, scoresText } from './score/scores-text.js';
import { UsageError } from './usage-error.js';

interface Options {
  readonly gold: string;
  readonly corpus: string;
  readonly output: string;
  readonly misses?: true;
  readonly json?: true;
  readonly write?: true;
}

/** `zhailu score`: how much of the annotated numbers the pipeline finds and binds. */
export function scoreCommand(): Command {
  return new Command('score')
    .summary('measure the extraction against annotated articles')
    .description(
      'Extracts annotated articles afresh and tells precision, recall and F1: found (a number of the right family at the ' +
        'place) and bound (value, measure or event, arm, grade and operator right as well), and how well numbers are grouped ' +
        'into studies.',
    )
    .argument('[files...]', 'articles; those of the corpus where none is given')
    .option('-g, --gold <folder>', 'folder of annotations, <id>.yaml', join('corpus', 'gold'))
    .option('-c, --corpus <folder>', 'folder of the corpus', 'corpus')
    .option('-o, --output <folder>', 'where --write puts scores.yaml', 'output')
    .option('-m, --misses', 'tell every number missed, bound wrongly or not annotated, with its sentence')
    .option('--json', 'print the scores as JSON')
    .option('-w, --write', 'write scores.yaml beside the records')
    .addHelpText(
      'after',
      `
Examples:
  zhailu score                            the corpus
  zhailu score --misses | grep arm:       every number under a wrong arm
  zhailu score --gold my/gold my/*.txt    articles and annotations of your own

Exit codes: 0 scored; 2 wrong usage, an unreadable file, a broken rule or annotation.`,
    )
    .action(async (files: string[], options: Options) => {
      const pipeline = await openPipeline();
      const articles = await scored(pipeline, files.length > 0 ? files : corpusArticles(options.corpus), options.gold);
      if (options.write) {
        await writeAtomically(join(options.output, 'scores.yaml'), scoresText(articles, pipeline.mutationScore()));
      }
      process.stdout.write(report(articles, options));
    });
}

async function scored(pipeline: Pipeline, files: readonly string[], gold: string): Promise<ArticleScore[]> {
  const extractions: Extraction[] = [];
  for (const file of files) extractions.push(pipeline.extract((await pipeline.read(file)).source));
  const { articles, unannotated } = scoreCorpus(extractions, gold, pipeline);
  for (const { file, id } of unannotated) {
    process.stderr.write(`${file}: there is no annotation ${join(gold, `${id}.yaml`)}; not scored\n`);
  }
  for (const problem of articles.flatMap(({ problems }) => problems)) process.stderr.write(`${problem}\n`);
  if (articles.length === 0) throw new UsageError('None of the articles has an annotation.');
  return articles;
}

function report(articles: readonly ArticleScore[], { json, misses }: Options): string {
  if (json) return `${JSON.stringify(scoresData(articles), null, 2)}\n`;
  const lines = misses ? articles.flatMap(missLines) : [];
  return `${lines.map((line) => `${line}\n`).join('')}${lines.length > 0 ? '\n' : ''}${scoreTable(articles)}`;
}

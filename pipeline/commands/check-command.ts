import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { recordSchemaText, schemaFile } from '../emit/index.js';
import type { ArticleRecord } from '../model/index.js';
import type { Extraction } from '../run.js';
import { corpusArticles } from './corpus-articles.js';
import { quoted } from './diff/article-text.js';
import { diffDocuments } from './diff/diff-documents.js';
import { differenceLines, differenceSummary } from './diff/difference-lines.js';
import { readRecords, recordFilesIn, recordsOf } from './diff/read-records.js';
import { openPipeline } from './open-pipeline.js';
import { recordFiles } from './record-writer.js';
import { scoreCorpus } from './score/score-corpus.js';
import { scoresText } from './score/scores-text.js';
import { wantsColour } from './wants-colour.js';

interface Options {
  readonly corpus: string;
  readonly output: string;
  readonly color: boolean;
}

/** What the pipeline makes of the corpus today. */
interface Fresh {
  readonly records: ReadonlyMap<string, ArticleRecord>;
  readonly texts: ReadonlyMap<string, string>;
  /** Every file that the output folder should hold, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** `zhailu check`: whether the committed records are what the pipeline writes today. */
export function checkCommand(): Command {
  return new Command('check')
    .summary('compare a fresh extraction of the corpus with the committed records')
    .description(
      'Extracts every article of the corpus and compares the records and scores.yaml with those that are committed.',
    )
    .option('-c, --corpus <folder>', 'folder of the corpus', 'corpus')
    .option('-o, --output <folder>', 'folder of the committed records', 'output')
    .option('--no-color', 'no colours, on a terminal either')
    .addHelpText(
      'after',
      `
Example:
  zhailu check || (zhailu extract corpus/articles -o output && zhailu score --write)

Exit codes: 0 the records are up to date; 1 they are not; 2 wrong usage, an unreadable file or a broken rule.`,
    )
    .action(async ({ corpus, output, color }: Options) => {
      const fresh = await extractCorpus(corpus);
      const diffs = diffDocuments(await committedRecords(output), fresh.records).map((diff) =>
        quoted(diff, fresh.texts.get(diff.id)),
      );
      const told = new Set(diffs.map(({ id }) => `${id}.yaml`));
      const stale = staleFiles(output, fresh.files).filter((name) => !told.has(name));
      const lines = differenceLines(diffs, color && wantsColour(process.stdout));
      if (diffs.length > 0) lines.push(differenceSummary(diffs));
      lines.push(...stale.map((name) => `${join(output, name)}: not the bytes that the pipeline writes today`));
      if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
      process.exitCode = lines.length > 0 ? 1 : 0;
    });
}

async function extractCorpus(corpus: string): Promise<Fresh> {
  const pipeline = await openPipeline();
  const records = new Map<string, ArticleRecord>();
  const texts = new Map<string, string>();
  const files = new Map([[schemaFile, recordSchemaText()]]);
  const extractions: Extraction[] = [];
  for (const path of corpusArticles(corpus)) {
    const { source } = await pipeline.read(path);
    const extraction = pipeline.extract(source);
    records.set(source.id, extraction.record);
    texts.set(source.id, source.text);
    for (const [name, text] of recordFiles(extraction, 'yaml')) files.set(name, text);
    extractions.push(extraction);
  }
  const { articles } = scoreCorpus(extractions, join(corpus, 'gold'), pipeline);
  if (articles.length > 0) files.set('scores.yaml', scoresText(articles, pipeline.mutationScore()));
  return { records, texts, files };
}

async function committedRecords(output: string): Promise<Map<string, ArticleRecord>> {
  const any = existsSync(output) && recordFilesIn(output).length > 0;
  return any ? recordsOf(await readRecords(output)) : new Map();
}

/** Names of files that are missing or have other bytes, although they may mean the same. */
function staleFiles(output: string, files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([name, text]) => {
    const path = join(output, name);
    return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [name];
  });
}

import pLimit from 'p-limit';
import { messageLines } from '../emit/index.js';
import type { Extraction, PdfOptions } from '../run.js';
import { exitCodeOf, exitCodeOfRun } from './exit-code.js';
import { failureLine } from './failure-line.js';
import { listArticles } from './list-articles.js';
import { openPipeline, type Pipeline } from './open-pipeline.js';
import { pdfOptionsOf } from './pdf-options.js';
import { progress } from './progress.js';
import { recordRows } from './record-rows.js';
import { folderWriter, type RecordFiles, type RecordFormat, recordFiles, streamWriter } from './record-writer.js';

export interface ExtractOptions extends PdfOptions {
  readonly output?: string;
  readonly format: RecordFormat;
  readonly jobs: number;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** What is kept of an article until it is written; its document and trails are not. */
interface Outcome {
  readonly files: RecordFiles;
  readonly lines: readonly string[];
  readonly studies: number;
  readonly values: number;
  readonly unresolved: number;
}

/** Why there is no outcome for an article: a line for the user, and the exit code that it makes for. */
interface Failure {
  readonly line: string;
  readonly code: number;
}

interface Tally {
  articles: number;
  studies: number;
  values: number;
  unresolved: number;
  /** Exit codes of what failed. */
  readonly failed: number[];
}

/** Extracts all articles that the inputs name; one that fails does not stop the rest. Returns the exit code. */
export async function extractArticles(inputs: readonly string[], options: ExtractOptions): Promise<number> {
  const began = performance.now();
  const pipeline = await openPipeline();
  const { articles, failures } = await listArticles(inputs);
  const { output, format, quiet = false, jobs } = options;
  const writer = output ? folderWriter(output) : streamWriter(process.stdout, format, articles.length > 1);
  const bar = progress(articles.length, quiet);
  failures.forEach(bar.say);
  const tally: Tally = { articles: 0, studies: 0, values: 0, unresolved: 0, failed: failures.map(() => 1) };
  const limit = pLimit(jobs);
  const pending = articles.map((path) => limit(() => attempt(pipeline, path, options)));
  // In the order of the articles, whichever is ready first; each is forgotten once it is written.
  for (let next = pending.shift(); next; next = pending.shift()) {
    const outcome = await next;
    bar.step();
    if ('code' in outcome) bar.say(outcome.line);
    else {
      await writer.write(outcome.files);
      outcome.lines.forEach(bar.say);
    }
    count(tally, outcome);
  }
  if (tally.articles > 0 || !output) await writer.close();
  bar.stop();
  if (!quiet && output) process.stderr.write(`${summary(tally, performance.now() - began)}\n`);
  return exitCodeOfRun(tally.failed);
}

/** The outcome for one article, or why there is none. */
async function attempt(pipeline: Pipeline, path: string, options: ExtractOptions): Promise<Outcome | Failure> {
  try {
    const { source, messages } = await pipeline.read(path, pdfOptionsOf(options));
    const extraction = pipeline.extract(source);
    const { record } = extraction;
    return {
      files: recordFiles(extraction, options.format),
      lines: shownMessages([...messages, ...extraction.messages], options),
      studies: record.trials.length,
      values: recordRows(record).length,
      unresolved: record.numbers.unresolved.length,
    };
  } catch (error) {
    const line = failureLine(path, error);
    const told = options.verbose && error instanceof Error ? `${line}\n${error.stack}` : line;
    return { line: told, code: exitCodeOf(error, 1) };
  }
}

function shownMessages(messages: Extraction['messages'], { quiet, verbose }: ExtractOptions): string[] {
  if (quiet) return [];
  return messageLines(verbose ? messages : messages.filter(({ severity }) => severity === 'error'));
}

function count(tally: Tally, outcome: Outcome | Failure): void {
  if ('code' in outcome) {
    tally.failed.push(outcome.code);
    return;
  }
  tally.articles += 1;
  tally.studies += outcome.studies;
  tally.values += outcome.values;
  tally.unresolved += outcome.unresolved;
}

function summary(tally: Tally, took: number): string {
  const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
  const parts = [
    counted(tally.articles, 'article', 'articles'),
    counted(tally.studies, 'study', 'studies'),
    counted(tally.values, 'value', 'values'),
    `${tally.unresolved} unresolved`,
  ];
  if (tally.failed.length > 0) parts.push(`${tally.failed.length} failed`);
  return `${parts.join(', ')}, ${(took / 1000).toFixed(1)} s`;
}

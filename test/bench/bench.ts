import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodejieba from 'nodejieba';
import { assemble } from '../../pipeline/assemble/index.js';
import { bind } from '../../pipeline/bind/index.js';
import { corpusArticles } from '../../pipeline/commands/corpus-articles.js';
import { packageRoot, packageVersion } from '../../pipeline/commands/package-root.js';
import { toYaml } from '../../pipeline/emit/index.js';
import type { ArticleRecord } from '../../pipeline/model/index.js';
import { repairSource } from '../../pipeline/repair/index.js';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { decodeSource, extract, readSource } from '../../pipeline/run.js';
import { segment } from '../../pipeline/segment/index.js';
import { tag } from '../../pipeline/tag/index.js';
import type { Source } from '../../pipeline/text/index.js';
import { account, verifyRecord } from '../../pipeline/verify/index.js';
import { measurePdfs } from './pdf-bench.js';
import { Stopwatch } from './stopwatch.js';
import { median, milliseconds, table } from './table.js';

const rounds = 30;
const rulebook = loadRulebook(join(packageRoot, 'rules'));
const version = packageVersion();
const paths = corpusArticles(join(packageRoot, 'corpus'));

if (process.argv[2] === 'thousand') process.send?.(await thousandArticles());
else await report();

async function report(): Promise<void> {
  const sources = await Promise.all(paths.map(async (path) => (await readSource(path, rulebook)).source));
  const speed = measureSpeed(sources);
  print('Time of the corpus, median of rounds', speed.rows);
  process.stdout.write(`ratio of extract to one nodejieba tag pass: ${speed.ratio.toFixed(2)}\n\n`);
  print('Growth with the length of an article', measureGrowth(sources));
  print('PDF: text items of pdfjs, whole reading', await measurePdfs(rulebook));
  print('A thousand articles in a process of their own', await inOwnProcess());
}

/** Every stage by itself, the whole, and nodejieba over the same repaired text. */
function measureSpeed(sources: readonly Source[]): { rows: string[][]; ratio: number } {
  const texts = sources.map((source) => extract(source, rulebook, version).document.text);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const watch = new Stopwatch();
  for (let round = 0; round < rounds * 2; round += 1) {
    if (round === rounds) watch.clear();
    watch.nextRound();
    for (const source of sources) runStages(source, watch);
    watch.time('extract', () => sources.map((source) => extract(source, rulebook, version)));
    watch.time('nodejieba tag', () => texts.map((text) => nodejieba.tag(text)));
  }
  const whole = watch.median('extract');
  // What becomes of an article from its text to its YAML; `extract` ends with the record.
  const pipeline = whole + watch.median('emit');
  const rows = watch.names().map((name) => {
    const took = watch.median(name);
    return [name, milliseconds(took), `${Math.round(characters / took)}k characters/s`, percent(took / pipeline)];
  });
  return { rows, ratio: whole / watch.median('nodejieba tag') };
}

/** The stages as run.ts puts them in order, each timed. */
function runStages(source: Source, watch: Stopwatch): void {
  const document = watch.time('repair', () => repairSource(source, rulebook, () => {}));
  const segmentation = watch.time('segment', () => segment(document, rulebook));
  const { mentions, definitions } = watch.time('tag', () => tag(document.text, rulebook, segmentation.nouns));
  const bound = watch.time('bind', () => bind(segmentation, mentions, definitions, rulebook));
  const trials = watch.time('assemble', () => assemble(document, bound.studies, bound.bindings));
  const { numbers } = watch.time('ledger', () => account(segmentation, mentions, bound, trials, rulebook));
  const { id, file, sha256, text } = source;
  const record: ArticleRecord = {
    format: 'zhailu/1',
    document: { id, file, sha256, characters: text.length },
    extractor: { version, rules: rulebook.hash },
    trials,
    numbers,
  };
  const article = { segmentation, mentions, bound, definitions };
  watch.time('checks', () => verifyRecord({ record, rulebook, article }, { hints: false }));
  watch.time('emit', () => toYaml(record));
}

/** Each article of the corpus, repeated until it is so long; linear growth leaves the last column as it is. */
function measureGrowth(sources: readonly Source[]): string[][] {
  return sources.flatMap((source) =>
    [10, 100, 1000].map((size) => {
      const text = repeated(source.text, size * 1000);
      const long = decodeSource(source.file, Buffer.from(text)).source;
      const times = Array.from({ length: size > 500 ? 3 : 9 }, () => timed(() => extract(long, rulebook, version)));
      const took = median(times);
      const each = `${((took / text.length) * 1000).toFixed(2)} µs/character`;
      return [source.id, `${size} kB`, milliseconds(took), each];
    }),
  );
}

/**
 * Copies of a text up to a length in bytes. In each copy the first Han character of every line is another one,
 * or all lines would be taken for the running heads of pages and cut.
 */
function repeated(text: string, bytes: number): string {
  const copies = Math.ceil(bytes / Buffer.byteLength(text));
  const whole = Array.from({ length: copies }, (_, copy) =>
    copy === 0 ? text : text.replace(/^(.*?)\p{Script=Han}/gmu, `$1${String.fromCharCode(0x4e00 + copy)}`),
  ).join('\n');
  return whole.slice(0, Math.round((bytes / Buffer.byteLength(whole)) * whole.length));
}

/** The corpus over and over, every record forgotten again. */
async function thousandArticles(): Promise<string[][]> {
  const began = performance.now();
  for (let i = 0; i < 1000; i += 1) {
    const { source } = await readSource(paths[i % paths.length] as string, rulebook);
    extract(source, rulebook, version);
  }
  const took = performance.now() - began;
  return [['1000 articles', milliseconds(took), `peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`]];
}

async function inOwnProcess(): Promise<string[][]> {
  const child = fork(fileURLToPath(import.meta.url), ['thousand']);
  const [rows] = (await once(child, 'message')) as [string[][]];
  return rows;
}

function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  process.stdout.write(`${title}\n${table(rows)}\n`);
}

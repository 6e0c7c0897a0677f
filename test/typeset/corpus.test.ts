import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { corpusArticles } from '../../pipeline/commands/corpus-articles.js';
import { repairSource } from '../../pipeline/repair/index.js';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { decodeSource, extract, sourceOf } from '../../pipeline/run.js';
import { segment } from '../../pipeline/segment/index.js';
import { blocksHtml, paragraphHtml } from './page-html.js';
import { chromiumPath, Printer } from './print-pdf.js';

const rulebook = loadRulebook('rules');

/** The paragraphs of an article, and its table, which no converter left as it was printed, set as a table again. */
function blocksOf(path: string): string[] {
  const { source } = decodeSource('article.txt', readFileSync(path));
  const document = repairSource(source, rulebook, () => {});
  const tables = segment(document, rulebook).tables.map(({ span }) => span);
  const blocks: string[] = [];
  let start = 0;
  for (const line of document.text.split('\n')) {
    const at = start;
    start += line.length + 1;
    const table = tables.find((span) => span.start <= at && at < span.end);
    if (table) {
      const html = tableHtml(path);
      if (blocks.at(-1) !== html) blocks.push(html);
    } else if (line.trim() !== '') blocks.push(paragraphHtml(line));
  }
  return blocks;
}

function tableHtml(path: string): string {
  return readFileSync(join('corpus/tables', `${basename(path, '.txt')}.html`), 'utf8');
}

/** Every value of a record with the study and the place in the record where it stands, sorted. */
function valuesOf(record: { readonly trials: readonly { readonly id: string }[] }): string[] {
  const values: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { source, ...rest } = node as Record<string, unknown>;
    if (source !== undefined) values.push(`${path} ${JSON.stringify(rest)}`);
    for (const [key, value] of Object.entries(rest)) visit(value, Array.isArray(node) ? path : `${path}.${key}`);
  };
  for (const trial of record.trials) visit(trial, trial.id);
  return values.sort();
}

/** The harmonic mean of how much of either list the other holds. */
function agreement(one: readonly string[], other: readonly string[]): number {
  const rest = [...other];
  const same = one.filter((value) => {
    const at = rest.indexOf(value);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * same.length) / (one.length + other.length);
}

// Chromium is not part of the project, and the articles' PDFs may not be kept in it.
describe.skipIf(!chromiumPath)('the corpus, typeset in two columns', () => {
  let printer: Printer | undefined;
  afterAll(() => printer?.stop());

  it.each(corpusArticles('corpus').map((path) => [basename(path), path] as const))(
    'gives the values that it gives as text: %s',
    async (_, path) => {
      printer ??= await Printer.start();
      const text = decodeSource('article.txt', readFileSync(path)).source;
      const pdf = await printer.print(blocksHtml(blocksOf(path)), '某某医学杂志 2022年第11卷第4期');
      const { source } = await sourceOf('article.pdf', pdf, rulebook);
      const expected = valuesOf(extract(text, rulebook, '0').record);
      const read = valuesOf(extract(source, rulebook, '0').record);
      expect(expected.length).toBeGreaterThan(10);
      expect(agreement(read, expected)).toBeGreaterThan(0.98);
    },
    120_000,
  );
});

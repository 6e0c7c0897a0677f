import { afterAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { decodeSource, extract, sourceOf } from '../../pipeline/run.js';
import { type Article, plainText, trialArticle } from './article.js';
import { factsOf } from './facts.js';
import { fixturePdf, fixtures, withoutUnicode } from './fixtures.js';
import { pageHtml, type Style } from './page-html.js';
import { chromiumPath, Printer } from './print-pdf.js';
import { reviewArticle } from './review-article.js';

const rulebook = loadRulebook('rules');

/** The facts that do not hold, by name. */
async function broken(article: Article, head: string, pdf: Uint8Array): Promise<string[]> {
  const { source } = await sourceOf('article.pdf', pdf, rulebook);
  return factsOf(article, head, source, rulebook).flatMap(({ name, holds }) => (holds ? [] : [name]));
}

/** The article as clean text, a paragraph a line and its tables between pipes. */
function cleanText(article: Article): string {
  const parts = article.parts.map((part) => {
    if ('heading' in part) return part.heading;
    if ('text' in part) return plainText(part.text);
    if ('figure' in part) return part.caption;
    return [part.caption, ...part.table.map((row) => `|${row.join('|')}|`), part.note ?? ''].join('\n');
  });
  const references = ['参考文献', ...article.references.map((text, i) => `[${i + 1}] ${text}`)];
  const head = [article.title, article.authors, `摘要：${plainText(article.abstract)}`, `关键词：${article.keywords}`];
  return [...head, ...parts, ...references].join('\n\n');
}

/** A record without what differs between a PDF and a text: places and the document's own data. */
function told(record: object): unknown {
  return JSON.parse(
    JSON.stringify(record, (key, value) =>
      ['source', 'sources', 'document', 'numbers'].includes(key) ? undefined : value,
    ),
  );
}

describe.each(fixtures)('the typeset article $name', ({ name, article, style }) => {
  it('reads as it was written: paragraphs, order, cells, and nothing of heads and figures', async () => {
    expect(await broken(article, style.head, fixturePdf(name))).toEqual([]);
  });

  it('gives the record that its clean text gives', async () => {
    const { source } = await sourceOf('article.pdf', fixturePdf(name), rulebook);
    const clean = decodeSource('article.txt', Buffer.from(cleanText(article))).source;
    const record = told(extract(source, rulebook, '0').record);
    expect(record).toEqual(told(extract(clean, rulebook, '0').record));
    expect(JSON.stringify(record).match(/"value":/gu)?.length).toBeGreaterThan(30);
  });

  it('is refused where its fonts do not tell their characters', async () => {
    await expect(sourceOf('article.pdf', withoutUnicode(fixturePdf(name)), rulebook)).rejects.toThrow(
      /article\.pdf: has a text layer in no usable encoding/,
    );
  });
});

describe('facts', () => {
  it('fail where text is missing or out of order', async () => {
    const { source } = await sourceOf('article.pdf', fixturePdf('trial-two-columns'), rulebook);
    const shuffled = source.text.split('\n\n').reverse().join('\n\n');
    const facts = factsOf(trialArticle, '某某医学杂志', { ...source, text: shuffled }, rulebook);
    expect(facts.filter(({ holds }) => !holds).length).toBeGreaterThan(5);
    const [first] = factsOf(reviewArticle, '某某医学杂志', source, rulebook);
    expect(first?.holds).toBe(false);
  });
});

// Chromium is not part of the project: where it is not installed, the kept PDFs stand for it.
describe.skipIf(!chromiumPath)('freshly typeset through Chromium', () => {
  let printer: Printer | undefined;
  afterAll(() => printer?.stop());
  const styles: Style[] = [1, 2].flatMap((columns) =>
    (['serif', 'sans'] as const).map((font) => ({
      columns: columns as 1 | 2,
      head: '某某肿瘤学报 2021年第8卷第2期',
      font,
    })),
  );
  const cases = [trialArticle, reviewArticle].flatMap((article) => styles.map((style) => ({ article, style })));

  it.each(cases)(
    '$article.title, $style.columns column(s), $style.font',
    async ({ article, style }) => {
      printer ??= await Printer.start();
      const pdf = await printer.print(pageHtml(article, style), style.head);
      expect(await broken(article, style.head, pdf)).toEqual([]);
    },
    120_000,
  );
});

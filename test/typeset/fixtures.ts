import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Article, trialArticle } from './article.js';
import type { Style } from './page-html.js';
import { reviewArticle } from './review-article.js';

/** A typeset article that is kept, so that tests need no browser. */
export interface Fixture {
  readonly name: string;
  readonly article: Article;
  readonly style: Style;
}

const head = '某某医学杂志 2022年第11卷第4期';

export const fixtures: readonly Fixture[] = [
  { name: 'trial-two-columns', article: trialArticle, style: { columns: 2, head } },
  { name: 'review-one-column', article: reviewArticle, style: { columns: 1, head } },
];

/** The PDF of a fixture, as the typesetter wrote it. */
export function fixturePdf(name: string): Uint8Array {
  return gunzipSync(readFileSync(new URL(`fixtures/${name}.pdf.gz`, import.meta.url)));
}

/** A PDF whose fonts no longer tell which characters their glyphs are; nothing else moves. */
export function withoutUnicode(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replace(/\/ToUnicode \d+ \d+ R/gu, (entry) => ' '.repeat(entry.length)),
    'latin1',
  );
}

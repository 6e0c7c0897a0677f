import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placedYaml } from '../emit/index.js';
import { articlesIn } from './list-articles.js';
import { manifest } from './manifest-schema.js';
import { UsageError } from './usage-error.js';

/** The articles of a corpus folder: those of its manifest, in that order, or all in `articles/` where there is none. */
export function corpusArticles(corpus: string): string[] {
  const path = join(corpus, 'manifest.yaml');
  const folder = join(corpus, 'articles');
  if (!existsSync(folder)) throw new UsageError(`${folder}: error: there is no such folder of articles`);
  const listed = existsSync(path) ? placedYaml(path, readFileSync(path, 'utf8'), manifest).articles : undefined;
  const articles = listed?.map(({ file }) => join(folder, file)) ?? articlesIn(folder);
  if (articles.length === 0) throw new UsageError(`${folder}: error: no articles`);
  return articles;
}

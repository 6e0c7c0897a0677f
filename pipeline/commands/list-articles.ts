import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { glob } from 'tinyglobby';

/** What the files, folders and globs of a command line stand for. */
export interface Listing {
  readonly articles: readonly string[];
  /** One line for each input that cannot be used. */
  readonly failures: readonly string[];
}

/** Sources that extract keeps beside the records of PDFs; they are no articles of their own. */
export const keptSource = '.source.txt';

/** The id that the record of a file will have: its name without its ending. */
export function articleId(path: string): string {
  return path === '-' ? 'stdin' : basename(path).replace(/(?<=.)\.[^.]*$/, '');
}

/** Lists the articles that inputs name, in the order given and sorted within folders and globs. */
export async function listArticles(inputs: readonly string[]): Promise<Listing> {
  const articles: string[] = [];
  const failures: string[] = [];
  const owners = new Map<string, string>();
  for (const input of inputs) {
    const named = await expand(input);
    if (typeof named === 'string') failures.push(named);
    else {
      for (const path of named) {
        const id = articleId(path);
        const owner = owners.get(id);
        if (owner === undefined) {
          owners.set(id, path);
          articles.push(path);
        } else
          failures.push(`${path}: error: its id ${id} is already that of ${owner}; one run writes one record per id`);
      }
    }
  }
  return { articles, failures };
}

async function expand(input: string): Promise<readonly string[] | string> {
  if (input === '-') return [input];
  const stat = statSync(input, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    const found = articlesIn(input);
    return found.length > 0 ? found : `${input}: error: no articles (*.txt, *.md, *.pdf) in this folder`;
  }
  if (stat) return [input];
  if (!/[*?[\]{}]/.test(input)) return `${input}: error: no such file or folder`;
  const found = await glob([input], { expandDirectories: false });
  return found.length > 0 ? found.sort() : `${input}: error: no file matches this pattern`;
}

/** The articles of a folder, sorted; a readme is none. */
export function articlesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(isArticle)
    .map((entry) => join(folder, entry.name))
    .sort();
}

function isArticle(entry: Dirent): boolean {
  if (entry.isDirectory() || entry.name.startsWith('.') || entry.name.endsWith(keptSource)) return false;
  return /\.(?:txt|md|pdf)$/i.test(entry.name) && !/^readme\b/i.test(entry.name);
}

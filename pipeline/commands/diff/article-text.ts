import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleRecord } from '../../model/index.js';
import { keptSource } from '../list-articles.js';
import { sentenceAround } from '../sentence-around.js';
import type { DocumentDiff } from './difference.js';

/** Finds the source text that a record's offsets count in; undefined where it is not at hand. */
export async function articleText(record: ArticleRecord, folders: readonly string[]): Promise<string | undefined> {
  const { id, file } = record.document;
  for (const name of [`${id}${keptSource}`, file]) {
    const path = folders.map((folder) => join(folder, name)).find(existsSync);
    if (path === undefined) continue;
    const { decodeSource } = await import('../../run.js');
    try {
      return decodeSource(name, readFileSync(path)).source.text;
    } catch {
      // A file that cannot be read gives no quotes; the differences themselves do not need it.
    }
  }
  return undefined;
}

/** The differences with the sentence around each; one whose characters are not there is left without. */
export function quoted(diff: DocumentDiff, text: string | undefined): DocumentDiff {
  if (text === undefined) return diff;
  const differences = diff.differences.map((difference) => {
    const { source } = difference;
    if (!source || text.slice(source.start, source.end) !== source.text) return difference;
    return { ...difference, quote: sentenceAround(text, source.start, source.end) };
  });
  return { ...diff, differences };
}

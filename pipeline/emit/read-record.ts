import { readFile } from 'node:fs/promises';
import { type ArticleRecord, articleRecord } from '../model/index.js';
import { placedYaml } from './placed-yaml.js';

/** Reads a record file back, YAML or JSON; throws a DataError that says where it is not a record. */
export async function readRecord(path: string): Promise<ArticleRecord> {
  return parseRecord(path, await readFile(path, 'utf8'));
}

/** As `readRecord`, for a text that is at hand; `file` is for the error. */
export function parseRecord(file: string, text: string): ArticleRecord {
  return placedYaml(file, text, articleRecord);
}

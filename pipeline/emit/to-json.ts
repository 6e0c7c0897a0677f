import type { ArticleRecord } from '../model/index.js';
import { validRecord } from './valid-record.js';

/** A record as an indented JSON file, keys in the order of the schema. */
export function toJson(record: ArticleRecord): string {
  return `${JSON.stringify(validRecord(record), null, 2)}\n`;
}

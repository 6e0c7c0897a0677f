import { type ArticleRecord, articleRecord } from '../model/index.js';

/** A record as an indented JSON file, keys in the order of the schema. */
export function toJson(record: ArticleRecord): string {
  return `${JSON.stringify(articleRecord.parse(record), null, 2)}\n`;
}

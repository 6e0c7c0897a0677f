import { type ArticleRecord, articleRecord } from '../model/index.js';

/**
 * The record with its keys in the order of the schema. One that breaks the schema throws, naming the first
 * field that does: it is a bug of a stage, and no file may hold it.
 */
export function validRecord(record: ArticleRecord): ArticleRecord {
  const { data, error } = articleRecord.safeParse(record);
  if (data) return data;
  const issue = error?.issues[0];
  throw new TypeError(`the record breaks its own format: ${issue?.path.join('.')}: ${issue?.message}`);
}

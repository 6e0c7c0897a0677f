import type { ArticleRecord } from '../model/index.js';
import { validRecord } from './valid-record.js';

/** One study per line, each with the id of the document it was read from; nothing for a record without studies. */
export function toJsonLines(record: ArticleRecord): string {
  const { document, trials } = validRecord(record);
  return trials.map((trial) => `${JSON.stringify({ document: document.id, ...trial })}\n`).join('');
}

import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRecord } from '../../emit/index.js';
import type { ArticleRecord } from '../../model/index.js';
import { UsageError } from '../usage-error.js';

/** A record with the folder that its file stands in. */
export interface StoredRecord {
  readonly record: ArticleRecord;
  readonly folder: string;
}

/** Files of an output folder that are no records. */
const others = /^scores\.yaml$|\.schema\.json$/;

/** The records of a file or a folder by document id. */
export async function readRecords(path: string): Promise<Map<string, StoredRecord>> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`${path}: error: no such file or folder`);
  const files = stat.isDirectory() ? recordFilesIn(path) : [path];
  if (files.length === 0) throw new UsageError(`${path}: error: no records (*.yaml, *.json) in this folder`);
  const records = new Map<string, StoredRecord>();
  for (const file of files) {
    const record = await readRecord(file);
    const { id } = record.document;
    if (records.has(id)) throw new UsageError(`${file}: error: a second record of ${id} in ${path}`);
    records.set(id, { record, folder: dirname(file) });
  }
  return records;
}

/** The records alone. */
export function recordsOf(stored: ReadonlyMap<string, StoredRecord>): Map<string, ArticleRecord> {
  return new Map([...stored].map(([id, { record }]) => [id, record]));
}

/** The record files of a folder, sorted. */
export function recordFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !others.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}

import { join } from 'node:path';
import { recordSchemaText, schemaFile, toJson, toJsonLines, toYaml, writeAtomically } from '../emit/index.js';
import type { Extraction } from '../run.js';
import { keptSource } from './list-articles.js';

/** How a record can be written, which is also the ending of its file. */
export const recordTexts = { yaml: toYaml, json: toJson, jsonl: toJsonLines } as const;
export type RecordFormat = keyof typeof recordTexts;

/** The files of one article, as name and text: the record and, of a PDF, the text that its offsets count in. */
export type RecordFiles = readonly (readonly [name: string, text: string])[];

/** What is written for an article; the first is the record. */
export function recordFiles({ record, document }: Extraction, format: RecordFormat): RecordFiles {
  const { id } = record.document;
  const own = [`${id}.${format}`, recordTexts[format](record)] as const;
  return document.source.runs ? [own, [`${id}${keptSource}`, document.source.text]] : [own];
}

/** Where records go, one after the other in the order of the articles. */
export interface RecordWriter {
  readonly write: (files: RecordFiles) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Every file into a folder, and the schema beside them. */
export function folderWriter(folder: string): RecordWriter {
  return {
    write: async (files) => {
      for (const [name, text] of files) await writeAtomically(join(folder, name), text);
    },
    close: () => writeAtomically(join(folder, schemaFile), recordSchemaText()),
  };
}

/** One stream: YAML documents with `---` between them, a JSON array where there are several, or lines. */
export function streamWriter(out: NodeJS.WritableStream, format: RecordFormat, several: boolean): RecordWriter {
  const between = { yaml: '---\n', json: ',\n', jsonl: '' }[format];
  const array = several && format === 'json';
  let written = 0;
  return {
    write: async ([record]) => {
      const text = record?.[1] ?? '';
      const opening = written > 0 ? between : array ? '[\n' : '';
      written += 1;
      out.write(opening + (array ? text.trimEnd() : text));
    },
    close: async () => {
      if (array) out.write(written === 0 ? '[]\n' : '\n]\n');
    },
  };
}

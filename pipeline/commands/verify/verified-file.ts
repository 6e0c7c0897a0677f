import { readFile } from 'node:fs/promises';
import { parseRecord } from '../../emit/index.js';
import type { ArticleRecord, Finding } from '../../model/index.js';
import type { Place } from '../../text/index.js';
import type { Pipeline } from '../open-pipeline.js';
import { recordPlaces } from './record-places.js';

/** A finding in a record file. */
export interface PlacedFinding {
  readonly file: string;
  /** The value's own place in the file, else the beginning. */
  readonly place: Place;
  readonly trial?: string | undefined;
  readonly finding: Finding;
}

export interface VerifiedFile {
  readonly file: string;
  readonly record: ArticleRecord;
  readonly findings: readonly PlacedFinding[];
}

/** Runs the checks on a record file; throws a DataError where it is not a record. */
export async function verifiedFile(file: string, pipeline: Pipeline): Promise<VerifiedFile> {
  const text = await readFile(file, 'utf8');
  const record = parseRecord(file, text);
  const placeOf = recordPlaces(text);
  const { byTrial, article } = pipeline.verify(record);
  const placed = (finding: Finding, trial?: string): PlacedFinding => {
    const places = (finding.sources ?? []).flatMap((source) => placeOf(source) ?? []);
    return { file, place: places[0] ?? { line: 1, column: 1 }, trial, finding };
  };
  const findings = [
    ...[...byTrial].flatMap(([trial, own]) => own.map((finding) => placed(finding, trial))),
    ...article.map((finding) => placed(finding)),
  ];
  return {
    file,
    record,
    findings: findings.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
  };
}

import type { ArticleRecord } from '../../model/index.js';
import { type RecordRow, recordRows } from '../record-rows.js';
import { type Arms, armsOf } from './score-arms.js';
import { labelWord, measureWord } from './score-words.js';

/** A number of a record as the measure sees it. */
export interface Predicted {
  readonly row: RecordRow;
  readonly arms: Arms;
  /** Measure, `ae:` and term, item or drug. */
  readonly what: string | undefined;
  /** Only of events and of p values between arms: the judges' scorer reads no grade beside an effect or I². */
  readonly grade: string | undefined;
}

/** The numbers of a record; a dose or cycle that is printed once for several arms counts once. */
export function predictedRows(record: ArticleRecord): Predicted[] {
  const arms = new Map(record.trials.map((trial) => [trial, armsOf((trial.arms ?? []).map(armFacts))]));
  const seen = new Set<string>();
  const rows: Predicted[] = [];
  for (const row of recordRows(record)) {
    const what = whatOf(row);
    if (row.family === 'dose' || row.family === 'cycle') {
      const { start, end } = row.value.source;
      const key = JSON.stringify([start, end, row.family, what ?? null, row.trial.id]);
      if (seen.has(key)) continue;
      seen.add(key);
    }
    const graded = row.kind === 'ae' || (row.kind === 'p' && row.test === undefined);
    rows.push({ row, arms: arms.get(row.trial) ?? new Map(), what, grade: graded ? row.grade : undefined });
  }
  return rows;
}

function armFacts(arm: NonNullable<ArticleRecord['trials'][number]['arms']>[number]) {
  return { id: arm.id, label: arm.label, drugs: (arm.drugs ?? []).map(({ name }) => name) };
}

function whatOf({ kind, family, measure, term }: RecordRow): string | undefined {
  if (term !== undefined) return `ae:${labelWord(term)}`;
  return family === 'dose' || family === 'cycle' || kind === 'baseline' ? measure : measureWord(measure);
}

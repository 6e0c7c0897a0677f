import type { ArticleRecord, Finding, TrialRecord } from '../model/index.js';
import { finding, remark } from './check.js';
import { intersect } from './interval.js';
import { printedValue, reading } from './printed.js';
import { type Statement, statementsOf } from './statements.js';

/** A finding between records: told of the later of the two. */
export interface AcrossFinding {
  /** The place of the record in the list that was given. */
  readonly at: number;
  readonly finding: Finding;
}

export const sameStudyId = 'same-study';
export const sameStudyAbout = 'A study that two articles tell has the same numbers in both.';

/** Studies that several records tell of, by register number or name, and where their numbers differ. */
export function sameStudies(records: readonly ArticleRecord[]): AcrossFinding[] {
  const known = new Map<string, { at: number; trial: TrialRecord }>();
  const findings: AcrossFinding[] = [];
  records.forEach(({ trials }, at) => {
    for (const trial of trials) {
      const marks = marksOf(trial);
      const earlier = marks.map((mark) => known.get(mark)).find((other) => other && other.at !== at);
      const first = earlier && records[earlier.at];
      if (earlier && first) {
        for (const found of compared(first.document.id, earlier.trial, trial)) findings.push({ at, finding: found });
      }
      for (const mark of marks) if (!known.has(mark)) known.set(mark, { at, trial });
    }
  });
  return findings;
}

/** What a study is known by in every article. */
function marksOf({ registry = [], name }: TrialRecord): string[] {
  return [...registry, ...(name === undefined ? [] : [name])].map((mark) => mark.toUpperCase().replace(/[\s-]/gu, ''));
}

function compared(document: string, earlier: TrialRecord, trial: TrialRecord): Finding[] {
  const size = differingSize(document, earlier, trial);
  const values = statementsOf(trial).flatMap((statement) => differing(document, earlier, trial, statement) ?? []);
  const message = `${trial.id} is told in ${document}, too, as ${earlier.id}`;
  return [remark(sameStudyId, 'info', message, [], 'one register number or name is one study'), ...size, ...values];
}

function differingSize(document: string, earlier: TrialRecord, trial: TrialRecord): Finding[] {
  const [before, now] = [earlier.population?.size, trial.population?.size];
  if (before?.value === undefined || now?.value === undefined || before.value === now.value) return [];
  const message = `${trial.id}: ${now.value} patients, but ${before.value} in ${document}`;
  return [
    finding(
      sameStudyId,
      'warning',
      message,
      [{ value: now.value, source: now.source }],
      'both of all patients of the study',
    ),
  ];
}

/** A value of the same measure, arm and time that is another number in the other article. */
function differing(
  document: string,
  earlier: TrialRecord,
  trial: TrialRecord,
  statement: Statement,
): Finding | undefined {
  const { value } = statement.numbers;
  const drugs = drugsOf(trial, statement.arm);
  if (!value || drugs === '' || statement.subgroup !== undefined) return undefined;
  const same = statementsOf(earlier).filter(
    (other) => isSame(other, statement) && drugsOf(earlier, other.arm) === drugs,
  );
  const printed = same.flatMap((other) => printedValue(other.value) ?? []);
  if (printed.length === 0 || printed.some((other) => intersect(reading(other), reading(value)))) return undefined;
  const message = `${trial.id}: ${statement.name} ${value.digits}, but ${printed.map(({ digits }) => digits).join(', ')} in ${document}`;
  return finding(sameStudyId, 'info', message, [value], 'the same follow-up in both articles');
}

function isSame(a: Statement, b: Statement): boolean {
  const isRow = a.of === b.of && a.name === b.name && a.statistic === b.statistic && a.unit === b.unit;
  return isRow && a.time === b.time && a.grade === b.grade && a.subgroup === undefined;
}

/** The drugs of an arm in a fixed order: articles name arms differently. */
function drugsOf({ arms = [] }: TrialRecord, id: string | undefined): string {
  const drugs = arms.find((arm) => arm.id === id)?.drugs ?? [];
  return drugs
    .map(({ name }) => name)
    .sort()
    .join('+');
}

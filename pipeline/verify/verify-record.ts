import type { ArticleRecord, Finding, TrialRecord } from '../model/index.js';
import type { CheckContext, PlacedVerdict } from './check.js';
import { articleChecks, trialChecks } from './checks/index.js';

/** What the checks made of a record: its findings, and how many equations each check has looked at. */
export interface Verification {
  readonly byTrial: ReadonlyMap<string, readonly Finding[]>;
  /** Findings that belong to no single study. */
  readonly article: readonly Finding[];
  readonly equations: ReadonlyMap<string, number>;
}

/** Runs every check over a record. Findings that the record brings along are not read. */
export function verifyRecord(context: CheckContext): Verification {
  const equations = new Map<string, number>();
  const byTrial = new Map<string, Finding[]>();
  const article: Finding[] = [];
  const place = (check: string, { trial, verdict }: PlacedVerdict): void => {
    equations.set(check, (equations.get(check) ?? 0) + 1);
    if (verdict === 'holds') return;
    if (trial === undefined) article.push(verdict);
    else byTrial.set(trial, [...(byTrial.get(trial) ?? []), verdict]);
  };
  for (const trial of context.record.trials) {
    for (const check of trialChecks) {
      for (const verdict of check.run(trial, context)) place(check.id, { trial: trial.id, verdict });
    }
  }
  for (const check of articleChecks) for (const verdict of check.run(context)) place(check.id, verdict);
  return { byTrial, article, equations };
}

/** The record with its findings in place of those that it had. */
export function withFindings(record: ArticleRecord, { byTrial, article }: Verification): ArticleRecord {
  const trials = record.trials.map((trial): TrialRecord => {
    const { findings: _, ...rest } = trial;
    const found = byTrial.get(trial.id);
    return found ? { ...rest, findings: [...found] } : rest;
  });
  const { findings: _, ...rest } = record;
  return { ...rest, trials, ...(article.length > 0 ? { findings: [...article] } : {}) };
}

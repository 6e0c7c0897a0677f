import type { ArticleRecord, Finding, TrialRecord } from '../model/index.js';
import type { CheckContext } from './check.js';
import { articleChecks, trialChecks } from './checks/index.js';
import { hintsFor } from './hints.js';
import { keep } from './once.js';
import { sameStudyAbout, sameStudyId } from './same-study.js';

/** What the checks made of a record: its findings, and how many equations each check has looked at. */
export interface Verification {
  readonly byTrial: ReadonlyMap<string, readonly Finding[]>;
  /** Findings that belong to no single study. */
  readonly article: readonly Finding[];
  readonly equations: ReadonlyMap<string, number>;
}

/** Runs every check over a record, with the small changes that would mend a finding unless they are not wanted. */
export function verifyRecord(context: CheckContext, { hints = true }: { readonly hints?: boolean } = {}): Verification {
  const equations = new Map<string, number>();
  const byTrial = new Map<string, Finding[]>();
  const article: Finding[] = [];
  const place = (verdict: Finding, trial: string | undefined): void => {
    if (trial === undefined) article.push(verdict);
    else byTrial.set(trial, [...(byTrial.get(trial) ?? []), hints ? hinted(verdict, trial, context) : verdict]);
  };
  const tally = (check: string, count: number): void => {
    if (count > 0) equations.set(check, (equations.get(check) ?? 0) + count);
  };
  const { trials } = context.record;
  trials.forEach(keep);
  const numbered = trials.filter(hasNumbers);
  for (const check of trialChecks) {
    let looked = 0;
    for (const trial of check.withoutNumbers ? trials : numbered) {
      const verdicts = check.run(trial, context);
      looked += verdicts.length;
      for (const verdict of verdicts) if (verdict !== 'holds') place(verdict, trial.id);
    }
    tally(check.id, looked);
  }
  for (const check of articleChecks) {
    const verdicts = check.run(context);
    tally(check.id, verdicts.length);
    for (const { trial, verdict } of verdicts) if (verdict !== 'holds') place(verdict, trial);
  }
  return { byTrial, article, equations };
}

/** Reviews name many studies without a number: there is nothing to reckon in these. */
function hasNumbers({ population, arms = [], baseline, outcomes, adverse_events }: TrialRecord): boolean {
  const sized = population?.size ?? population?.groups ?? arms.find(({ size }) => size);
  return (sized ?? baseline ?? outcomes ?? adverse_events) !== undefined;
}

function hinted(verdict: Finding, id: string, context: CheckContext): Finding {
  const trial = context.record.trials.find((other) => other.id === id);
  const hints = trial && verdict.severity !== 'info' ? hintsFor(verdict, trial, context) : [];
  if (hints.length === 0) return verdict;
  const { values, sources, ...told } = verdict;
  return { ...told, hints, ...(values ? { values } : {}), ...(sources ? { sources } : {}) };
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

/** Every check that findings can name, each with what it is about. */
export const checkDescriptions: readonly { readonly id: string; readonly about: string }[] = [
  ...[...trialChecks, ...articleChecks].map(({ id, about }) => ({ id, about })),
  { id: sameStudyId, about: sameStudyAbout },
];

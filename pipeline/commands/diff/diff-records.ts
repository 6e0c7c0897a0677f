import type { Arm, ArticleRecord, TrialRecord } from '../../model/index.js';
import { boundRows, type Renames } from './bound-row.js';
import { diffRows } from './diff-rows.js';
import { canonical, type Difference, fieldChanges } from './difference.js';
import { matchArms, matchTrials } from './match-trials.js';
import type { Paired } from './pair-greedily.js';

/** What differs in meaning between two records of one article; order, certainty and the extractor's version do not. */
export function diffRecords(a: ArticleRecord, b: ArticleRecord): Difference[] {
  const trials = matchTrials(a, b);
  const sameText = a.document.sha256 === b.document.sha256;
  return [
    ...changedFacts('document', undefined, a.document.id, documentFacts(a), documentFacts(b)),
    ...trials.left.map((trial) => loneStudy('removed', trial)),
    ...trials.right.map((trial) => loneStudy('added', trial)),
    ...trials.pairs.flatMap(([x, y]) => [
      ...changedFacts('study', x.id, 'study', studyFacts(x), studyFacts(y)),
      ...diffArms(x, y),
      ...diffFindings(x.id, x.findings, y.findings),
    ]),
    ...diffRows(boundRows(a), boundRows(b, renamesOf(trials)), sameText),
    ...diffFindings(undefined, a.findings, b.findings),
    ...changedFacts('ledger', undefined, 'numbers', ledgerFacts(a), ledgerFacts(b)),
  ];
}

function renamesOf(trials: Paired<TrialRecord, TrialRecord>): Renames {
  const taken = new Set(trials.left.map(({ id }) => id));
  return {
    // A new study may bear the id of one that is gone; its numbers are not that one's.
    studies: new Map([
      ...trials.pairs.map(([x, y]) => [y, x.id] as const),
      ...trials.right.filter(({ id }) => taken.has(id)).map((trial) => [trial, `${trial.id} (new)`] as const),
    ]),
    arms: new Map(
      trials.pairs.map(([x, y]) => [y, new Map(matchArms(x, y).pairs.map(([from, to]) => [to.id, from.id]))]),
    ),
  };
}

function diffArms(a: TrialRecord, b: TrialRecord): Difference[] {
  const { pairs, left, right } = matchArms(a, b);
  return [
    ...left.map((arm): Difference => ({ change: 'removed', of: 'arm', study: a.id, label: armLabel(arm) })),
    ...right.map((arm): Difference => ({ change: 'added', of: 'arm', study: a.id, label: armLabel(arm) })),
    ...pairs.flatMap(([x, y]) => changedFacts('arm', a.id, `arm ${x.id}`, armFacts(x), armFacts(y))),
  ];
}

function diffFindings(
  study: string | undefined,
  a: ArticleRecord['findings'] = [],
  b: ArticleRecord['findings'] = [],
): Difference[] {
  const key = (finding: (typeof a)[number]): string => canonical([finding.check, finding.severity, finding.message]);
  const without = (some: typeof a, others: typeof a): typeof a => {
    const known = new Set(others.map(key));
    return some.filter((finding) => !known.has(key(finding)));
  };
  const difference =
    (change: 'added' | 'removed') =>
    (finding: (typeof a)[number]): Difference => {
      const source = finding.sources?.[0];
      const label = `${finding.severity} ${finding.check}: ${finding.message}`;
      return { change, of: 'finding', ...(study !== undefined && { study }), label, ...(source && { source }) };
    };
  return [...without(a, b).map(difference('removed')), ...without(b, a).map(difference('added'))];
}

function changedFacts(
  of: Difference['of'],
  study: string | undefined,
  label: string,
  a: Record<string, unknown>,
  b: Record<string, unknown>,
): Difference[] {
  const fields = fieldChanges(a, b);
  return fields.length === 0 ? [] : [{ change: 'changed', of, ...(study !== undefined && { study }), label, fields }];
}

function loneStudy(change: 'added' | 'removed', trial: TrialRecord): Difference {
  const names = [
    trial.name,
    ...(trial.registry ?? []),
    trial.lead_author,
    ...(trial.citations ?? []).map((citation) => `[${citation}]`),
  ];
  return {
    change,
    of: 'study',
    study: trial.id,
    label: `study ${[...new Set([trial.id, ...names.filter(Boolean)])].join(' ')}`,
  };
}

function documentFacts({ document }: ArticleRecord): Record<string, unknown> {
  const { title, sha256, pages } = document;
  return { title, sha256, pages };
}

function studyFacts(trial: TrialRecord): Record<string, unknown> {
  const { id, name, lead_author, section, population } = trial;
  return {
    id,
    name,
    registry: sorted(trial.registry),
    citations: sorted(trial.citations),
    lead_author,
    section,
    design: sorted(trial.design),
    conditions: sorted(population?.conditions),
    qualifiers: sorted(population?.qualifiers),
  };
}

function armFacts({ id, label, role, drugs }: Arm): Record<string, unknown> {
  return { id, label, role, drugs: sorted(drugs?.map(({ name }) => name)) };
}

function armLabel(arm: Arm): string {
  const drugs = (arm.drugs ?? []).map(({ name }) => name).join(', ');
  return `arm ${arm.id}${arm.label === arm.id ? '' : ` ${arm.label}`}${drugs ? ` (${drugs})` : ''}`;
}

function ledgerFacts({ numbers }: ArticleRecord): Record<string, unknown> {
  const { total, recorded, set_aside, unresolved } = numbers;
  return { total, recorded, set_aside, unresolved: unresolved.length };
}

/** Lists of names mean the same in any order; an empty list is as good as none. */
function sorted(names: readonly string[] | undefined): readonly string[] | undefined {
  return names && names.length > 0 ? [...names].sort() : undefined;
}

import type { ArticleRecord, Finding, TrialRecord } from '../../model/index.js';
import type { Rulebook } from '../../rulebook/index.js';
import { type NumberSlot, numberSlots, withDigits, withSwapped } from '../number-slots.js';
import { oneDigitChanged, pointsMoved } from '../small-edits.js';
import { verifyRecord } from '../verify-record.js';
import { consistentRecord } from './consistent-record.js';
import { brokenConstraints } from './constraints.js';
import { Random } from './random.js';

/** Ways to get one number of a record wrong. */
export const mutationKinds = ['digit', 'point', 'arm', 'operator'] as const;
export type MutationKind = (typeof mutationKinds)[number];

/** How many changes break what holds of the study, and how many of these the checks notice. */
export interface Detected {
  made: number;
  breaking: number;
  detected: number;
}

export interface MutationScore {
  readonly records: number;
  readonly equations: number;
  /** Findings in records that are consistent. */
  readonly false_alarms: number;
  readonly mutations: Record<MutationKind, Detected>;
  /** How many breaking changes each check notices. */
  readonly by_check: Record<string, number>;
}

/** Changes one number at a time in made-up records that are consistent, and counts what the checks notice. */
export function mutationScore(rulebook: Pick<Rulebook, 'phrases' | 'lexicon'>, records = 16): MutationScore {
  const mutations = Object.fromEntries(
    mutationKinds.map((kind) => [kind, { made: 0, breaking: 0, detected: 0 }]),
  ) as Record<MutationKind, Detected>;
  const byCheck = new Map<string, number>();
  let [equations, alarms] = [0, 0];
  for (let seed = 1; seed <= records; seed += 1) {
    const record = consistentRecord(seed);
    const trial = record.trials[0] as TrialRecord;
    const found = verifyRecord({ record, rulebook }, { hints: false });
    equations += [...found.equations.values()].reduce((sum, count) => sum + count, 0);
    const before = findingsOf(found);
    alarms += before.length;
    for (const [kind, changed] of mutants(trial, new Random(seed))) {
      const tally = mutations[kind];
      tally.made += 1;
      if (brokenConstraints(changed).length === 0) continue;
      tally.breaking += 1;
      const after = findingsOf(verifyRecord({ record: withTrial(record, changed), rulebook }, { hints: false }));
      const checks = new Set(
        after.filter((finding) => !before.some((other) => isSame(finding, other))).map(({ check }) => check),
      );
      if (checks.size > 0) tally.detected += 1;
      for (const check of checks) byCheck.set(check, (byCheck.get(check) ?? 0) + 1);
    }
  }
  const by_check = Object.fromEntries([...byCheck].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
  return { records, equations, false_alarms: alarms, mutations, by_check };
}

function findingsOf({ byTrial, article }: ReturnType<typeof verifyRecord>): Finding[] {
  return [...[...byTrial.values()].flat(), ...article];
}

function isSame(a: Finding, b: Finding): boolean {
  return a.check === b.check && a.message === b.message;
}

function withTrial(record: ArticleRecord, trial: TrialRecord): ArticleRecord {
  return { ...record, trials: [trial] };
}

/** For each number one digit changed and its point moved; for each row its arms exchanged; for each p its operator. */
function mutants(trial: TrialRecord, random: Random): [MutationKind, TrialRecord][] {
  const slots = numberSlots(trial);
  return [
    ...slots.flatMap((slot): [MutationKind, TrialRecord][] => [
      ...one(oneDigitChanged(slot.digits), random).map((digits): [MutationKind, TrialRecord] => [
        'digit',
        changedTo(trial, slot, digits),
      ]),
      ...one(
        pointsMoved(slot.digits).filter((digits) => mayStand(slot, digits)),
        random,
      ).map((digits): [MutationKind, TrialRecord] => ['point', changedTo(trial, slot, digits)]),
    ]),
    ...armsExchanged(trial, slots).map((changed): [MutationKind, TrialRecord] => ['arm', changed]),
    ...operatorsChanged(trial).map((changed): [MutationKind, TrialRecord] => ['operator', changed]),
  ];
}

function one<T>(list: readonly T[], random: Random): T[] {
  return list.length === 0 ? [] : [random.pick(list)];
}

/** A number of patients has no decimals. */
function mayStand({ path }: NumberSlot, digits: string): boolean {
  const key = path.at(-1);
  const isCount = key === 'events' || key === 'total' || path.includes('size') || path.includes('baseline');
  return !(isCount && key !== 'percent' && digits.includes('.'));
}

function changedTo(trial: TrialRecord, slot: NumberSlot, digits: string): TrialRecord {
  return withDigits(trial, slot, digits);
}

/** The two values of a row, each with all that is printed with it, told of the other arm. */
function armsExchanged(trial: TrialRecord, slots: readonly NumberSlot[]): TrialRecord[] {
  const firsts = slots.filter(({ path }) => path.at(-1) === 'value' && path.includes('values') && path.at(-2) === 0);
  const rows = firsts.flatMap(({ path }) => {
    const changed = structuredClone(trial) as TrialRecord & Record<string, { values?: { arm?: string }[] }[]>;
    const values = changed[path[0] as 'outcomes']?.[path[1] as number]?.values ?? [];
    if (values.length !== 2 || values[0]?.arm === undefined || values[1]?.arm === undefined) return [];
    [values[0].arm, values[1].arm] = [values[1].arm, values[0].arm];
    return [changed as TrialRecord];
  });
  const sizes = slots.filter(({ path }) => path[0] === 'arms' && path.at(-1) === 'value');
  const [a, b] = sizes;
  return [...rows, ...(a && b ? [withSwapped(trial, a, b)] : [])];
}

/** Each p with `=`, `<` or `>` instead of what is printed. */
function operatorsChanged(trial: TrialRecord): TrialRecord[] {
  return (trial.outcomes ?? []).flatMap(({ comparisons = [] }, row) =>
    comparisons.flatMap(({ p }, at) =>
      p
        ? (['=', '<', '>'] as const)
            .filter((op) => op !== p.op)
            .map((op) => {
              const changed = structuredClone(trial);
              const own = changed.outcomes?.[row]?.comparisons?.[at]?.p;
              if (own) own.op = op;
              return changed;
            })
        : [],
    ),
  );
}

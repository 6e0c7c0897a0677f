import type { ArmValue, Comparison, Finding, SourceRef, TrialRecord } from '../model/index.js';
import type { CheckContext } from './check.js';
import { articleChecks, trialChecks } from './checks/index.js';
import { type NumberSlot, numberSlots, withDigits, withSwapped } from './number-slots.js';
import { oneDigitChanged, pointsMoved } from './small-edits.js';

/** The most hints that one finding shows. */
const most = 3;
/** Where so many digits would do, none of them is told: nothing says which is right. */
const tooMany = 6;

/** A small change of the numbers of a study. */
interface Edit {
  readonly shown: string;
  /** Whether one digit is another one; else values change places, or the decimal point does. */
  readonly isDigit: boolean;
  readonly apply: (trial: TrialRecord) => TrialRecord;
}

/**
 * The smallest changes of the numbers that a finding rests on after which it and no other check finds fault: two
 * values exchanged, a decimal point moved, one digit changed. Nothing is changed in the record.
 */
export function hintsFor(finding: Finding, trial: TrialRecord, context: CheckContext): string[] {
  const own = runOf(finding, context);
  if (!own) return [];
  const part = partOf(trial, finding);
  const first = count(own(part), finding);
  const mends = edits(finding, trial).filter(({ apply }) => count(own(apply(part)), finding) < first);
  const likely = mends.length > tooMany ? mends.filter(({ isDigit }) => !isDigit) : mends;
  if (likely.length === 0 || likely.length > tooMany) return [];
  const [before, beforeOwn] = [faults(trial, context), count(own(trial), finding)];
  const mending = likely.filter(({ apply }) => {
    const edited = apply(trial);
    const after = faults(edited, context);
    return (
      count(own(edited), finding) < beforeOwn && [...after].every(([key, times]) => times <= (before.get(key) ?? 0))
    );
  });
  return [...new Set(mending.map(({ shown }) => shown))].slice(0, most);
}

/** The study with no other values than those of the rows that a finding rests on, each where it was. */
function partOf(trial: TrialRecord, { sources = [] }: Finding): TrialRecord {
  const starts = new Set(sources.map(({ start }) => start));
  const isHeld = ({ value }: { value: { source: SourceRef } }): boolean => starts.has(value.source.start);
  const rows = <T extends { values?: ArmValue[] | undefined; comparisons?: Comparison[] | undefined }>(
    all: readonly T[],
  ): T[] =>
    all.map((row) => {
      const compared = (row.comparisons ?? []).flatMap(({ p, effect }) => [p, effect]);
      const held = [...(row.values ?? []), ...compared].some((value) => value && isHeld({ value }));
      return held ? row : { ...row, values: undefined, comparisons: undefined };
    });
  const { outcomes, adverse_events, ...rest } = trial;
  return {
    ...rest,
    ...(outcomes ? { outcomes: rows(outcomes) } : {}),
    ...(adverse_events ? { adverse_events: rows(adverse_events) } : {}),
  };
}

/** The findings of one check in a study, undefined for checks whose findings no digit explains. */
function runOf(finding: Finding, context: CheckContext): ((trial: TrialRecord) => Finding[]) | undefined {
  const check = trialChecks.find((known) => known.id === finding.check);
  if (check)
    return check.hints === true || (typeof check.hints === 'function' && check.hints(finding))
      ? (trial) => check.run(trial, context).filter(isFinding)
      : undefined;
  const wider = articleChecks.find((known) => known.id === finding.check);
  if (!wider?.hints) return undefined;
  return (trial) => {
    const trials = context.record.trials.map((other) => (other.id === trial.id ? trial : other));
    const verdicts = wider.run({ ...context, record: { ...context.record, trials } });
    return verdicts.map(({ verdict }) => verdict).filter(isFinding);
  };
}

function isFinding(verdict: Finding | 'holds'): verdict is Finding {
  return verdict !== 'holds';
}

/** How often each check finds fault, and with which values. */
function faults(trial: TrialRecord, context: CheckContext): Map<string, number> {
  const found = new Map<string, number>();
  for (const check of trialChecks) {
    if (!check.hints) continue;
    for (const verdict of check.run(trial, context)) {
      if (isFinding(verdict)) found.set(keyOf(verdict), (found.get(keyOf(verdict)) ?? 0) + 1);
    }
  }
  return found;
}

function keyOf({ check, sources = [] }: Finding): string {
  return `${check}:${sources.map(({ start }) => start).join(',')}`;
}

function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter((finding) => keyOf(finding) === keyOf(like)).length;
}

/** All small changes of the numbers that a finding rests on, the likeliest first. */
function edits(finding: Finding, trial: TrialRecord): Edit[] {
  const starts = new Set(finding.sources?.map(({ start }) => start));
  const values = new Set(finding.values);
  const slots = numberSlots(trial).filter(
    ({ source, digits }) => starts.has(source.start) && values.has(Number(digits)),
  );
  const swaps = slots.flatMap((a) =>
    partners(a, trial, slots).map(
      (b): Edit => ({
        shown: `${a.digits} and ${b.digits} exchanged`,
        isDigit: false,
        apply: (study) => withSwapped(study, a, b),
      }),
    ),
  );
  const moves = slots.flatMap((slot) => pointsMoved(slot.digits).map((digits) => edit(slot, digits, false)));
  const digits = slots.flatMap((slot) => oneDigitChanged(slot.digits).map((other) => edit(slot, other, true)));
  return [...swaps, ...moves, ...digits];
}

function edit(slot: NumberSlot, digits: string, isDigit: boolean): Edit {
  return { shown: `${slot.digits} as ${digits}`, isDigit, apply: (trial) => withDigits(trial, slot, digits) };
}

/** The numbers that one may have been exchanged with: the others of the finding, and those of other arms in its row. */
function partners(slot: NumberSlot, trial: TrialRecord, slots: readonly NumberSlot[]): NumberSlot[] {
  const at = slots.indexOf(slot);
  const row = slot.path.slice(0, 3).join('/');
  const beside = numberSlots(trial).filter(
    ({ path }) => path.length === slot.path.length && path.slice(0, 3).join('/') === row && path[2] === 'values',
  );
  const others = [
    ...slots.slice(at + 1),
    ...beside.filter(({ path }) => !slots.some((own) => isSamePath(own.path, path))),
  ];
  return others.filter(({ path, digits }) => kindOf(path) === kindOf(slot.path) && digits !== slot.digits);
}

/** The two limits of an interval are of one kind. */
function kindOf(path: NumberSlot['path']): string {
  const key = String(path.at(-1));
  return key === 'low' || key === 'high' ? 'limit' : key;
}

function isSamePath(a: NumberSlot['path'], b: NumberSlot['path']): boolean {
  return a.join('/') === b.join('/');
}

import type { Effect, TrialRecord } from '../../model/index.js';
import { once } from '../once.js';
import { type Printed, printedBeside, printedValue } from '../printed.js';
import { rowsOf } from '../statements.js';
import { ratios } from './number-domain.js';

/** An effect of a study with its interval, every number as printed. */
export interface PrintedEffect {
  readonly name: string;
  readonly type: string;
  readonly isRatio: boolean;
  readonly level: number;
  readonly value: Printed;
  readonly low: Printed;
  readonly high: Printed;
  /** The p value printed of the same comparison, where it can be told which. */
  readonly p?: Printed | undefined;
}

/** All effects of a study that have an interval. */
export const effectsOf = once(readEffects);

function readEffects(trial: TrialRecord): PrintedEffect[] {
  return rowsOf(trial).flatMap(({ name, comparisons }) =>
    comparisons.flatMap(({ effect, p }, at) => {
      const printed = effect && printedEffect(name, effect);
      if (!printed) return [];
      const behind = p ?? nextP(comparisons, at, printed.value.source.end);
      return [{ ...printed, p: behind && printedValue(behind) }];
    }),
  );
}

/** How many characters may stand between an effect and its p: a comma, and a broken line. */
const reach = 3;

function nextP(
  comparisons: readonly NonNullable<ReturnType<typeof rowsOf>[number]['comparisons'][number]>[],
  at: number,
  end: number,
): Parameters<typeof printedValue>[0] | undefined {
  return comparisons.slice(at + 1).find(({ p }) => p && p.source.start >= end && p.source.start - end <= reach)?.p;
}

function printedEffect(name: string, effect: Effect): PrintedEffect | undefined {
  const { type, ci, source } = effect;
  const value = printedValue(effect);
  if (!ci || !value) return undefined;
  const [low, high] = [printedBeside(ci.low, source), printedBeside(ci.high, source)];
  return { name, type, isRatio: ratios.has(type), level: ci.level, value, low, high };
}

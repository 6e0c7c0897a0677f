import type { TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { intersect } from '../interval.js';
import { reading } from '../printed.js';
import { labelOf, statementsOf } from '../statements.js';
import { effectsOf } from './effects.js';

const id = 'estimate-in-interval';

export const estimateInInterval: TrialCheck = {
  id,
  about: 'An estimate lies in its own interval, and the lower limit below the upper.',
  hints: true,
  run: (trial) =>
    effectsOf(trial).map(({ name, type, value, low, high }): Verdict => {
      const shown = `${name}: ${type} ${value.digits}, interval ${low.digits} to ${high.digits}`;
      if (low.value > high.value)
        return finding(id, 'error', `${shown}; the limits are the wrong way round`, [value, low, high]);
      const within = { low: reading(low).low, high: reading(high).high };
      if (intersect(reading(value), within)) return 'holds';
      return finding(id, 'error', `${shown}; the estimate is outside`, [value, low, high]);
    }),
};

export const valueInRange: TrialCheck = {
  id: 'value-in-range',
  about: 'A median, mean or share lies in the range or interval printed with it.',
  hints: true,
  run: (trial) => ranges(trial),
};

function ranges(trial: TrialRecord): Verdict[] {
  return statementsOf(trial).flatMap((statement): Verdict[] => {
    const { value, low, high } = statement.numbers;
    if (!low || !high) return [];
    const shown = `${labelOf(statement)}: ${value?.digits ?? ''} (${low.digits} to ${high.digits})`;
    const read = value ? [value, low, high] : [low, high];
    if (low.value > high.value)
      return [finding('value-in-range', 'error', `${shown}; the limits are the wrong way round`, read)];
    if (!value) return ['holds'];
    const within = { low: reading(low).low, high: reading(high).high };
    if (intersect(reading(value), within)) return ['holds'];
    return [finding('value-in-range', 'error', `${shown}; the value is outside`, read)];
  });
}

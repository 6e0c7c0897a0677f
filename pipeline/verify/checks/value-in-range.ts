import type { TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { intersect } from '../interval.js';
import { reading } from '../printed.js';
import { labelOf, statementsOf } from '../statements.js';

const id = 'value-in-range';

export const valueInRange: TrialCheck = {
  id,
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
    if (low.value > high.value) return [finding(id, 'error', `${shown}; the limits are the wrong way round`, read)];
    if (!value) return ['holds'];
    const within = { low: reading(low).low, high: reading(high).high };
    if (intersect(reading(value), within)) return ['holds'];
    return [finding(id, 'error', `${shown}; the value is outside`, read)];
  });
}

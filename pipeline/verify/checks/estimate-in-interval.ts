import { finding, type TrialCheck, type Verdict } from '../check.js';
import { intersect } from '../interval.js';
import { reading } from '../printed.js';
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

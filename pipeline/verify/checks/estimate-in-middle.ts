import { finding, type TrialCheck, type Verdict } from '../check.js';
import { combined, intersect } from '../interval.js';
import { reading } from '../printed.js';
import { effectsOf, type PrintedEffect } from './effects.js';

const id = 'estimate-in-middle';

/** How far an estimate may be off the middle, as a part of half the interval: exact and profile intervals are skew. */
const tolerance = 0.2;

export const estimateInMiddle: TrialCheck = {
  id,
  about: 'A ratio stands in the geometric middle of its interval, a difference in the arithmetic middle.',
  hints: true,
  run: (trial) => effectsOf(trial).flatMap((effect) => judge(effect) ?? []),
};

function judge({ name, type, isRatio, value, low, high }: PrintedEffect): Verdict | undefined {
  const [below, above] = [reading(low), reading(high)];
  // Limits that round to 0, or an estimate outside, are told by other checks.
  if (low.value >= high.value || value.value < low.value || value.value > high.value) return undefined;
  if (isRatio && below.low <= 0) return undefined;
  const change = isRatio ? Math.log : (x: number): number => x;
  const middle = combined(below, above, (a, b) => (change(a) + change(b)) / 2);
  const room = (tolerance * (change(high.value) - change(low.value))) / 2;
  const read = reading(value);
  const own = { low: change(Math.max(read.low, isRatio ? 1e-12 : read.low)), high: change(read.high) };
  if (intersect(own, { low: middle.low - room, high: middle.high + room })) return 'holds';
  const centre = (change(low.value) + change(high.value)) / 2;
  const expected = (isRatio ? Math.exp(centre) : centre).toFixed(2);
  const word = isRatio ? 'geometric' : 'arithmetic';
  const message = `${name}: the ${word} middle of ${low.digits} to ${high.digits} is ${expected}, printed ${type} ${value.digits}`;
  return finding(id, 'warning', message, [value, low, high], 'an interval of the usual kind, which is symmetric');
}

import { finding, type TrialCheck, type Verdict } from '../check.js';
import { contains, type Interval, intersect } from '../interval.js';
import { type Printed, reading } from '../printed.js';
import { twoTails, zOfLevel } from '../statistics.js';
import { effectsOf, type PrintedEffect } from './effects.js';

const id = 'p-of-interval';

/** How far a printed p may be off the one that follows from the interval: the p of another test (log-rank, stratified). */
const factor = 5;

export const pOfInterval: TrialCheck = {
  id,
  about: 'A p value against the estimate and interval that it was printed with, its decision at 5 % included.',
  hints: true,
  run: (trial) => effectsOf(trial).flatMap((effect) => judge(effect) ?? []),
};

function judge(effect: PrintedEffect): Verdict | undefined {
  const { name, type, value, low, high, level, p } = effect;
  const follows = p && pFromInterval(effect);
  if (!p || !follows) return undefined;
  const read = reading(p);
  if (intersect(read, follows)) return 'holds';
  const flips = level === 95 && decisionFlips(effect, p);
  const near = intersect(read, { low: follows.low / factor, high: follows.high * factor });
  if (near && !flips) return 'holds';
  const shown = `${type} ${value.digits} (${low.digits} to ${high.digits})`;
  const expected = `p from ${shownP(follows.low)} to ${shownP(follows.high)}`;
  const decides = flips ? '; the interval and p decide differently at 5 %' : '';
  const message = `${name}: ${shown} gives ${expected}, printed p ${p.op} ${p.digits}${decides}`;
  return finding(
    id,
    flips ? 'warning' : 'info',
    message,
    [value, low, high, p],
    'both of the same comparison, two-sided',
  );
}

/** The p values that estimate and limits allow, undefined where the interval has no usual form. */
function pFromInterval({ isRatio, value, low, high, level }: PrintedEffect): Interval | undefined {
  const change = isRatio ? Math.log : (x: number): number => x;
  const [v, l, h] = [reading(value), reading(low), reading(high)];
  if (low.value >= high.value || (isRatio && (l.low <= 0 || v.low <= 0))) return undefined;
  const ps = [v.low, v.high].flatMap((x) =>
    [l.low, l.high].flatMap((a) =>
      [h.low, h.high].map((b) => {
        const error = (change(b) - change(a)) / (2 * zOfLevel(level));
        return error > 0 ? twoTails(change(x) / error) : 1;
      }),
    ),
  );
  const none = isRatio ? 1 : 0;
  return { low: Math.min(...ps), high: contains(v, none) ? 1 : Math.max(...ps) };
}

function decisionFlips({ isRatio, low, high }: PrintedEffect, p: Printed): boolean {
  const none = isRatio ? 1 : 0;
  const [l, h, read] = [reading(low), reading(high), reading(p)];
  if (l.low > none || h.high < none) return read.low > 0.05 || (p.op === '>' && p.value >= 0.05);
  return l.high < none && h.low > none && read.high <= 0.05;
}

export function shownP(p: number): string {
  return p < 0.0001 ? '<0.0001' : p.toPrecision(2);
}

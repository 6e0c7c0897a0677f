import { finding, type TrialCheck, type Verdict } from '../check.js';
import { hull, intersect } from '../interval.js';
import { type Printed, reading } from '../printed.js';
import { rowsOf } from '../statements.js';
import { effectsOf } from './effects.js';
import { curvesOf } from './survival.js';

const id = 'hazard-and-rates';

export const hazardAndRates: TrialCheck = {
  id,
  about:
    'A hazard ratio against the rates of both arms at one time: with proportional hazards it is the ratio of their logs.',
  run: (trial, context) => {
    const curves = curvesOf(trial, context);
    return rowsOf(trial).flatMap(({ name, comparisons }) =>
      comparisons.flatMap(({ arms, effect }): Verdict[] => {
        const [first, second] = [0, 1].map((at) =>
          curves.filter((curve) => curve.name === name && curve.arm === arms?.[at]),
        );
        const printed = effect && effectsOf(trial).find(({ value }) => value.source.start === effect.source.start);
        if (printed?.type !== 'HR' || first?.length !== 1 || second?.length !== 1) return [];
        return (first[0]?.rates ?? []).flatMap(({ months, time, rate }): Verdict[] => {
          const other = second[0]?.rates.find((landmark) => landmark.months === months);
          const implied = other && ratioOfLogs(rate, other.rate);
          if (!other || !implied) return [];
          const within = { low: printed.low.value, high: printed.high.value };
          // The other way round where it is the second arm whose hazard is told.
          const inverse = { low: 1 / printed.high.value, high: 1 / printed.low.value };
          if (intersect(implied, within) || intersect(implied, inverse)) return ['holds'];
          const expected = ((implied.low + implied.high) / 2).toFixed(2);
          const message = `${name}: ${rate.digits} % against ${other.rate.digits} % at ${time} make a ratio of ${expected}, printed HR ${printed.value.digits} (${printed.low.digits} to ${printed.high.digits})`;
          return [
            finding(
              id,
              'info',
              message,
              [rate, other.rate, printed.value],
              'hazards that are proportional, and no adjustment',
            ),
          ];
        });
      }),
    );
  },
};

function ratioOfLogs(a: Printed, b: Printed): ReturnType<typeof hull> | undefined {
  const [x, y] = [reading(a), reading(b)];
  if (x.low <= 0 || y.low <= 0 || x.high >= 100 || y.high >= 100) return undefined;
  const ratios = [x.low, x.high].flatMap((p) => [y.low, y.high].map((q) => Math.log(p / 100) / Math.log(q / 100)));
  return hull(ratios);
}

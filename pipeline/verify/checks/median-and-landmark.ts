import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { type Curve, curvesOf } from './survival.js';

const id = 'median-and-landmark';

export const medianAndLandmark: TrialCheck = {
  id,
  about: 'Before the median at least half of the patients are free of the event, behind it at most half.',
  hints: true,
  run: (trial, context) => curvesOf(trial, context).flatMap(judge),
};

function judge({ label, rates, median }: Curve): Verdict[] {
  if (!median) return [];
  const half = reading(median);
  return rates.flatMap(({ months, time, rate }): Verdict[] => {
    const read = reading(rate);
    const tooLow = months < half.low && read.high < 50;
    const tooHigh = months > half.high && read.low > 50;
    if (!tooLow && !tooHigh) return ['holds'];
    const message = `${label}: median ${median.digits} months, but ${rate.digits} % at ${time}`;
    return [finding(id, 'warning', message, [median, rate], 'the same patients, and a median of the survival curve')];
  });
}

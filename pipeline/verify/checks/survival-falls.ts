import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { type Curve, curvesOf } from './survival.js';

const id = 'survival-falls';

export const survivalFalls: TrialCheck = {
  id,
  about: 'Survival at a later time is not above survival at an earlier one.',
  hints: true,
  run: (trial, context) => curvesOf(trial, context).flatMap(judge),
};

function judge({ label, rates }: Curve): Verdict[] {
  const inOrder = [...rates].sort((a, b) => a.months - b.months);
  return inOrder.slice(1).flatMap((later, i): Verdict[] => {
    const earlier = inOrder[i];
    if (!earlier || earlier.months === later.months) return [];
    if (reading(earlier.rate).high >= reading(later.rate).low) return ['holds'];
    const message = `${label}: ${earlier.rate.digits} % at ${earlier.time}, ${later.rate.digits} % at ${later.time}; survival cannot rise`;
    return [finding(id, 'warning', message, [earlier.rate, later.rate], 'the same patients at both times')];
  });
}

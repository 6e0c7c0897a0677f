import { finding, type TrialCheck } from '../check.js';
import { sizesOf } from '../statements.js';

const id = 'arms-fill-study';

/** The sizes of all arms against the size of the study. */
export const armsFillStudy: TrialCheck = {
  id,
  hints: true,
  run: (trial) => {
    const arms = trial.arms ?? [];
    const sizes = sizesOf(trial);
    const study = sizes.find(({ of }) => of === 'study');
    const own = sizes.filter(({ of }) => of === 'arm');
    if (!study || arms.length < 2) return [];
    const total = own.reduce((sum, { n }) => sum + n, 0);
    const all = own.length === arms.length;
    if (own.length === 0) return [];
    if (all ? total === study.n : total <= study.n) return ['holds'];
    // Part of the patients may have been analysed: then a smaller set is printed that the arms do fill.
    const sets = sizes.filter(({ of, arm }) => of === 'group' && arm === undefined);
    if (sets.some(({ n }) => n === total)) return ['holds'];
    // Arms may divide the patients in two ways: some of them then fill the study by themselves.
    if (
      total > study.n &&
      hasPartOf(
        own.map(({ n }) => n),
        study.n,
      )
    )
      return ['holds'];
    const equation = `${own.map(({ n }) => n).join(' + ')} = ${total}`;
    const read = [...own, study].map(({ n, source }) => ({ value: n, source }));
    if (total > study.n)
      return [
        finding(
          id,
          'warning',
          `The arms: ${equation}, more than the ${study.n} of the study`,
          read,
          'no patient counts in two arms',
        ),
      ];
    return [
      finding(
        id,
        'info',
        `The arms: ${equation} of the ${study.n} of the study`,
        read,
        'no other arm, and every patient in one',
      ),
    ];
  },
};

/** Whether some of the numbers add up to a whole. */
function hasPartOf(numbers: readonly number[], whole: number): boolean {
  let sums = new Set([0]);
  for (const number of numbers) sums = new Set([...sums, ...[...sums].map((sum) => sum + number)]);
  return sums.has(whole);
}

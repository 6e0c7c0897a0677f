import type { TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { type Size, sizesOf } from '../statements.js';

const id = 'arms-fill-study';

export const armsFillStudy: TrialCheck = {
  id,
  about: 'The sizes of all arms against the size of the study.',
  hints: true,
  run: (trial) => {
    const arms = trial.arms ?? [];
    const sizes = sizesOf(trial);
    const study = sizes.find(({ of }) => of === 'study');
    const own = sizes.filter(({ of }) => of === 'arm');
    if (!study || arms.length < 2) return [];
    const total = own.reduce((sum, { n }) => sum + n, 0);
    const all = own.length === arms.length;
    if (own.length === 0)
      return unnamed(
        trial,
        study,
        sizes.filter(({ of, arm }) => of === 'group' && arm === undefined),
      );
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

/** Two groups that make up the study, of which the article does not say which arm each is. */
function unnamed({ arms = [] }: TrialRecord, study: Size, groups: readonly Size[]): Verdict[] {
  const pair = groups
    .flatMap((a, i) => groups.slice(i + 1).map((b) => [a, b] as const))
    .find(([a, b]) => a.n + b.n === study.n);
  if (!pair || arms.length !== 2) return [];
  const labels = arms.map(({ label }) => label).join(' or ');
  const message = `${pair[0].n} + ${pair[1].n} = ${study.n}, but which of the two is ${labels} is not said`;
  const read = [...pair, study].map(({ n, source }) => ({ value: n, source }));
  return [finding(id, 'info', message, read, 'the two groups are the two arms')];
}

/** Whether some of the numbers add up to a whole. */
function hasPartOf(numbers: readonly number[], whole: number): boolean {
  let sums = new Set([0]);
  for (const number of numbers) sums = new Set([...sums, ...[...sums].map((sum) => sum + number)]);
  return sums.has(whole);
}

import { finding, type TrialCheck } from '../check.js';
import { sizesOf, statementsOf } from '../statements.js';
import { chanceOfFit, fits, mostTried, type Share, shareOf } from './denominators.js';

const id = 'share-of-whole';

/** How unlikely it must be that the rates fit the whole by chance. */
const limit = 0.01;

export const shareOfWhole: TrialCheck = {
  id,
  about:
    'Rates of arms whose sizes are not printed: where no way to divide the patients of the study fits all of them, but the undivided study does, they are most likely shares of the whole study.',
  run: (trial) => {
    const arms = trial.arms ?? [];
    const sizes = sizesOf(trial);
    const whole = sizes.find(({ of }) => of === 'study');
    if (
      !whole ||
      whole.n > mostTried ||
      arms.length !== 2 ||
      sizes.some(({ of }) => of === 'arm') ||
      trial.design?.includes('meta-analysis')
    )
      return [];
    const shares = statementsOf(trial)
      .filter(({ of, subgroup }) => of !== 'baseline' && subgroup === undefined)
      .flatMap((statement) => shareOf(statement) ?? []);
    const of = (at: number): Share[] => shares.filter(({ statement }) => statement.arm === arms[at]?.id);
    const [first, second] = [of(0), of(1)];
    if (first.length === 0 || second.length === 0) return [];
    const chance = [...first, ...second].reduce((product, share) => product * chanceOfFit(share, whole.n), 1);
    const all = [...first, ...second];
    const divides = Array.from({ length: whole.n - 1 }, (_, i) => i + 1).some(
      (n) => first.every((share) => fits(share, n)) && second.every((share) => fits(share, whole.n - n)),
    );
    if (divides || chance > limit || !all.every((share) => fits(share, whole.n))) return ['holds'];
    const proof = all.map(
      ({ percent }) => `${Math.round((percent.value * whole.n) / 100)}/${whole.n} = ${percent.digits} %`,
    );
    const message = `No two arms of ${whole.n} patients together have these rates, but all are shares of the ${whole.n}: ${proof.join(', ')}`;
    return [
      finding(
        id,
        'info',
        message,
        [...all.map(({ percent }) => percent), { value: whole.n, source: whole.source }],
        'every patient in one of the two arms',
      ),
    ];
  },
};

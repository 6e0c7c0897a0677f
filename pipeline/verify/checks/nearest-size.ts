import { finding, type TrialCheck, type Verdict } from '../check.js';
import { type Size, sizeFor, sizesOf, statementsOf } from '../statements.js';
import { fits, shareOf } from './denominators.js';

const id = 'nearest-size';

/** How far behind the number of a smaller group its shares may stand. */
const reach = 60;

export const nearestSize: TrialCheck = {
  id,
  about: 'Shares that stand right behind the number of a smaller group are shares of this group, or of all patients.',
  run: (trial) => {
    if (trial.design?.includes('meta-analysis')) return [];
    const sizes = sizesOf(trial);
    return statementsOf(trial).flatMap((statement): Verdict[] => {
      const share = shareOf(statement);
      const own = sizeFor(trial, statement);
      if (!share || !own || share.events || statement.arm !== undefined || statement.subgroup !== undefined) return [];
      const { start } = statement.value.source;
      const near = sizes.reduce<Size | undefined>((best, size) => {
        const isNear = size.source.end <= start && start - size.source.end <= reach;
        return isNear && (!best || best.source.end < size.source.end) ? size : best;
      }, undefined);
      if (!near || near.n >= own.n) return [];
      // `475例接受治疗(89.8%)`: the share that the group itself is.
      const isItself = fits({ percent: share.percent, events: { ...share.percent, value: near.n } }, own.n);
      if (fits(share, near.n) || isItself) return ['holds'];
      const below = Math.floor((share.percent.value * near.n) / 100);
      const shown = [below, below + 1].map((k) => `${k}/${near.n} = ${((100 * k) / near.n).toFixed(1)} %`);
      const message = `${share.label}: ${share.percent.digits} % is no share of the ${near.n} patients named right before: ${shown.join(', ')}`;
      const read = [share.percent, { value: near.n, source: near.source }];
      return [finding(id, 'info', message, read, `a share of the ${near.n}, not of the ${own.n} of ${own.name}`)];
    });
  },
};

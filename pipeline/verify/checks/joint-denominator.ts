import { finding, type TrialCheck, type Verdict } from '../check.js';
import { jointSize, type Share, shareSets } from './denominators.js';

const id = 'joint-denominator';

export const jointDenominator: TrialCheck = {
  id,
  about: 'Several percentages of one set that fit another number of patients than the one printed, and all the same.',
  run: (trial) =>
    shareSets(trial).flatMap((set): Verdict[] => {
      const { size, shares, misfits } = set;
      if (shares.length < 2) return [];
      const n = jointSize(set);
      if (n === undefined) return ['holds'];
      const proof = shares.map(
        (share) => `${countOf(share, n)}/${n} = ${((100 * countOf(share, n)) / n).toFixed(1)} %`,
      );
      const off = misfits.map(({ percent }) => `${percent.digits} %`).join(', ');
      const message = `${off} cannot be of ${size.n} patients (${size.name}); ${n} fits all: ${proof.join(', ')}`;
      const read = [
        ...shares.flatMap(({ percent, events }) => (events ? [events, percent] : [percent])),
        { value: size.n, source: size.source },
      ];
      return [finding(id, 'warning', message, read, `${n} patients could be evaluated`)];
    }),
};

function countOf({ percent, events }: Share, n: number): number {
  return events?.value ?? Math.round((percent.value * n) / 100);
}

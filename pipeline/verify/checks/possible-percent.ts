import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { jointDenominatorOf, type Share, type ShareSet, shareSets } from './denominators.js';

const id = 'possible-percent';
const jointId = 'joint-denominator';

export const possiblePercent: TrialCheck = {
  id,
  about: 'A percentage that no count of the patients printed can give, alone or with the count beside it.',
  // A percentage alone could be mended in too many ways to say which.
  hints: ({ values = [] }) => values.length > 2,
  run: (trial) =>
    shareSets(trial).flatMap((set): Verdict[] => {
      const { size, shares, misfits } = set;
      const held = shares.slice(misfits.length).map((): Verdict => 'holds');
      if (jointSize(set) !== undefined) return held;
      return [...held, ...misfits.map((share) => misfit(share, size))];
    }),
};

export const jointDenominator: TrialCheck = {
  id: jointId,
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
      return [finding(jointId, 'warning', message, read, `${n} patients could be evaluated`)];
    }),
};

/** The largest number of patients that fits a whole set with misfits; undefined where one share alone is off. */
function jointSize({ size, shares, misfits }: ShareSet): number | undefined {
  if (misfits.length === 0 || shares.length < 3) return undefined;
  return jointDenominatorOf(shares, size.n);
}

function countOf({ percent, events }: Share, n: number): number {
  return events?.value ?? Math.round((percent.value * n) / 100);
}

function misfit({ label, percent, events }: Share, size: ShareSet['size']): Verdict {
  const { n, name, source } = size;
  const read = [...(events ? [events] : []), { value: n, source }, percent];
  if (events) {
    const { low, high } = reading(percent);
    const [least, most] = [
      Math.ceil((100 * events.value) / high),
      Math.floor((100 * events.value) / Math.max(low, 1e-9)),
    ];
    const fitting = least > most ? 'no number of patients' : least === most ? `${least}` : `${least} to ${most}`;
    const share = ((100 * events.value) / n).toFixed(1);
    const message = `${label}: ${events.digits}/${n} = ${share} %, printed ${percent.digits} %, which is ${events.digits} of ${fitting}`;
    return finding(id, 'warning', message, read, `a share of the ${n} patients of ${name}`);
  }
  const below = Math.floor((percent.value * n) / 100);
  const neighbours = [below, below + 1].filter((k) => k <= n).map((k) => `${k}/${n} = ${((100 * k) / n).toFixed(2)} %`);
  const message = `${label}: ${percent.digits} % is no share of ${n} patients: ${neighbours.join(', ')}`;
  return finding(id, 'warning', message, read, `a share of the ${n} patients of ${name}`);
}

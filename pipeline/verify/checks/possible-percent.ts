import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { jointSize, type Share, type ShareSet, shareSets } from './denominators.js';

const id = 'possible-percent';

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
    const message = `${label}: ${events.digits}/${n} = ${share} %, printed ${percent.digits} %; ${events.digits} is ${percent.digits} % of ${fitting}`;
    return finding(id, 'warning', message, read, `a share of the ${n} patients of ${name}`);
  }
  const below = Math.floor((percent.value * n) / 100);
  const neighbours = [below, below + 1].filter((k) => k <= n).map((k) => `${k}/${n} = ${((100 * k) / n).toFixed(2)} %`);
  const message = `${label}: ${percent.digits} % is no share of ${n} patients: ${neighbours.join(', ')}`;
  return finding(id, 'warning', message, read, `a share of the ${n} patients of ${name}`);
}

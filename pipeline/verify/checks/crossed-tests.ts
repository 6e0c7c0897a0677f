import { finding, type TrialCheck, type Verdict } from '../check.js';
import { heterogeneities } from './p-of-heterogeneity.js';

const id = 'crossed-tests';

export const crossedTests: TrialCheck = {
  id,
  about: 'The tests of heterogeneity of two measures are not exchanged from one place to the other.',
  run: (trial) => {
    const tests = heterogeneities(trial).flatMap(([name, { i2, p }]) =>
      i2?.value !== undefined && p
        ? [
            {
              name: name.replace(/^≥/u, ''),
              key: `${i2.value}|${p.op}|${p.value}`,
              i2: i2 as typeof i2 & { value: number },
              p,
            },
          ]
        : [],
    );
    return tests.flatMap((a, i) =>
      tests.slice(i + 1).flatMap((b): Verdict[] => {
        if (a.name === b.name || a.key === b.key) return [];
        const crossed = tests.find((other) => other.name === a.name && other.key === b.key);
        const back = tests.find((other) => other.name === b.name && other.key === a.key);
        if (!crossed || !back) return ['holds'];
        // Told once for each pair of places.
        if (tests.indexOf(crossed) < i || tests.indexOf(back) < i) return [];
        const shown = (test: typeof a): string => `${test.name} I² ${test.i2.value} % p ${test.p.op} ${test.p.value}`;
        const message = `${shown(a)} and ${shown(b)} here, ${shown(crossed)} and ${shown(back)} there; the two measures are exchanged`;
        const read = [a, b, crossed, back].flatMap(({ i2, p }) => [i2, p]);
        return [finding(id, 'warning', message, read, 'both places tell the same tests')];
      }),
    );
  },
};

import { finding, type TrialCheck, type Verdict } from '../check.js';
import { type Size, sizeFor, sizesOf, statementsOf } from '../statements.js';

const id = 'group-within-study';

export const groupWithinStudy: TrialCheck = {
  id,
  about: 'No group, arm or count of patients is larger than the set that it is part of.',
  hints: true,
  run: (trial) => {
    const sizes = sizesOf(trial);
    const most = sizes.reduce<Size | undefined>((a, b) => (a && a.n >= b.n ? a : b), undefined);
    const study = sizes.find(({ of }) => of === 'study');
    const groups = sizes
      .filter(({ of }) => of !== 'study')
      .flatMap((size): Verdict[] => {
        const whole = size.of === 'group' && size.arm !== undefined ? sizeFor(trial, { arm: size.arm }) : study;
        if (!whole || size.n <= whole.n) return whole ? ['holds'] : [];
        const read = [size, whole].map(({ n, source }) => ({ value: n, source }));
        return [
          finding(
            id,
            'warning',
            `${size.name}: ${size.n} patients of the ${whole.n} of ${whole.name}`,
            read,
            'a part of these patients',
          ),
        ];
      });
    const counts = statementsOf(trial).flatMap((statement): Verdict[] => {
      const { value, events, total } = statement.numbers;
      const count = events ?? (statement.unit === 'patients' ? value : undefined);
      const own = sizeFor(trial, statement);
      const whole = own && most && own.n < most.n && statement.of !== 'baseline' ? own : most;
      if (!count || total || !whole) return [];
      if (count.value <= whole.n) return ['holds'];
      const read = [count, { value: whole.n, source: whole.source }];
      return [
        finding(
          id,
          'warning',
          `${statement.name}: ${count.digits} patients of the ${whole.n} of ${whole.name}`,
          read,
          'patients counted, none twice',
        ),
      ];
    });
    return [...groups, ...counts];
  },
};

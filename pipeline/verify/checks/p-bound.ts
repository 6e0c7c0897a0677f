import { finding, type TrialCheck, type Verdict } from '../check.js';
import { printedValue } from '../printed.js';
import { rowsOf } from '../statements.js';

const id = 'p-bound';

/** The bounds that authors compare p with: 1, 2, 2.5 or 5 of a decimal place. */
const usual = /^0?\.0*(?:1|2|25|5)0*$|^1$/;

export const pBound: TrialCheck = {
  id,
  about: 'A p below or above a bound that nobody uses was most likely printed with the wrong sign.',
  run: (trial) =>
    rowsOf(trial).flatMap(({ name, comparisons }) =>
      comparisons.flatMap(({ p }): Verdict[] => {
        const printed = p && printedValue(p);
        if (!printed || (printed.op !== '<' && printed.op !== '>')) return [];
        if (usual.test(printed.digits)) return ['holds'];
        const message = `${name}: p ${printed.op} ${printed.digits} is no usual bound; perhaps p = ${printed.digits}`;
        return [finding(id, 'info', message, [printed], 'authors compare p with 0.05, 0.01, 0.001 and the like')];
      }),
    ),
};

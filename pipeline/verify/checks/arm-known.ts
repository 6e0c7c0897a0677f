import { finding, type TrialCheck, type Verdict } from '../check.js';
import { rowsOf, statementsOf } from '../statements.js';

const id = 'arm-known';

export const armKnown: TrialCheck = {
  id,
  about: 'Every value and every comparison names an arm that the study has.',
  run: (trial) => {
    const known = new Set((trial.arms ?? []).map((arm) => arm.id));
    const named = [
      ...statementsOf(trial).flatMap(({ name, arm, value }) =>
        arm === undefined ? [] : [{ name, arm, source: value.source, value: value.value ?? 0 }],
      ),
      ...rowsOf(trial).flatMap(({ name, comparisons }) =>
        comparisons.flatMap(({ arms = [], p, effect }) => {
          const read = effect ?? p;
          return read ? arms.map((arm) => ({ name, arm, source: read.source, value: read.value })) : [];
        }),
      ),
    ];
    return named.map(
      ({ name, arm, source, value }): Verdict =>
        known.has(arm) ? 'holds' : finding(id, 'error', `${name}: the study has no arm ${arm}`, [{ value, source }]),
    );
  },
};

import type { SourceRef } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { rowsOf, statementsOf } from '../statements.js';

const id = 'arm-known';

export const armKnown: TrialCheck = {
  id,
  about: 'Every value and every comparison names an arm that the study has.',
  run: (trial) => {
    const known = new Set((trial.arms ?? []).map((arm) => arm.id));
    const verdicts: Verdict[] = [];
    const judge = (name: string, arm: string, read: { value?: number | undefined; source: SourceRef }): void => {
      if (known.has(arm)) verdicts.push('holds');
      else {
        const value = { value: read.value ?? 0, source: read.source };
        verdicts.push(finding(id, 'error', `${name}: the study has no arm ${arm}`, [value]));
      }
    };
    for (const { name, arm, value } of statementsOf(trial)) if (arm !== undefined) judge(name, arm, value);
    for (const { name, comparisons } of rowsOf(trial)) {
      for (const { arms = [], p, effect } of comparisons) {
        const read = effect ?? p;
        if (read) for (const arm of arms) judge(name, arm, read);
      }
    }
    return verdicts;
  },
};

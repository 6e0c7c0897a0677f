import { survivalMeasures } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { statementsOf } from '../statements.js';

const id = 'follow-up-reach';

export const followUpReach: TrialCheck = {
  id,
  about: 'No median is reached after the longest follow-up.',
  run: (trial) => {
    const statements = statementsOf(trial);
    const followUps = statements.filter(
      ({ name, unit, value }) =>
        name === 'follow-up' && (unit ?? value.unit) === 'month' && value.range?.kind === 'range',
    );
    return statements.flatMap((statement): Verdict[] => {
      const { value } = statement.numbers;
      const isTime = statement.statistic === 'median' && (statement.unit ?? statement.value.unit) === 'month';
      const own = followUps.filter(({ arm }) => arm === undefined || arm === statement.arm);
      if (!value || !isTime || !survivalMeasures.has(statement.name) || own.length === 0 || value.op !== '=') return [];
      const longest = own.flatMap((followUp) => followUp.numbers.high ?? []).sort((a, b) => b.value - a.value)[0];
      if (!longest) return [];
      if (reading(value).low <= reading(longest).high) return ['holds'];
      const message = `${statement.name}: median ${value.digits} months, but the longest follow-up is ${longest.digits} months`;
      return [finding(id, 'warning', message, [value, longest], 'the follow-up of these patients')];
    });
  },
};

import type { TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { intersect } from '../interval.js';
import { type Printed, reading } from '../printed.js';
import { labelOf, type Statement, statementsOf } from '../statements.js';

const id = 'one-rate';

/** How many characters of the source may stand between two numbers of one breath: a mark or a word of listing. */
const breath = 3;

export const oneRate: TrialCheck = {
  id,
  about: 'One arm has one rate of a measure: two in one breath are of groups that the article does not tell apart.',
  run: (trial) => pairsOf(trial).flatMap(judge),
};

/** Rates of arms that stand side by side in the article. */
function pairsOf(trial: TrialRecord): [Statement, Statement][] {
  const rates = statementsOf(trial)
    .filter(({ statistic, arm }) => statistic === 'rate' && arm !== undefined)
    .sort((a, b) => a.value.source.start - b.value.source.start);
  return rates.slice(1).flatMap((second, i): [Statement, Statement][] => {
    const first = rates[i] as Statement;
    const gap = second.value.source.start - first.value.source.end;
    return gap > 0 && gap <= breath ? [[first, second]] : [];
  });
}

function keyOf({ of, name, unit, time, grade, arm, subgroup }: Statement): string {
  return [of, name, unit, time, grade, arm, subgroup].join('|');
}

function judge([first, second]: [Statement, Statement]): Verdict[] {
  if (keyOf(first) !== keyOf(second)) return ['holds'];
  const [a, b] = [first.numbers.value, second.numbers.value] as [Printed | undefined, Printed | undefined];
  if (!a || !b || a.op !== '=' || b.op !== '=') return [];
  if (intersect(reading(a), reading(b))) return ['holds'];
  const message = `${labelOf(first)}: ${a.digits} and ${b.digits} in one breath; whose each of them is is not said`;
  return [finding(id, 'warning', message, [a, b], 'both of the same patients')];
}

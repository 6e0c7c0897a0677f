import { responseParts } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { reading } from '../printed.js';
import { only, responseSets } from './responses.js';

const id = 'response-order';

export const responseOrder: TrialCheck = {
  id,
  about: 'A response is no more frequent than one that contains it.',
  hints: true,
  run: (trial) =>
    responseSets(trial).flatMap((set) =>
      (set.values.size < 2 ? [] : responseParts).flatMap(([part, whole]): Verdict[] => {
        const [a, b] = [only(set, part), only(set, whole)];
        if (!a || !b) return [];
        if (reading(a).low <= reading(b).high) return ['holds'];
        const message = `${part} ${a.digits} ${set.unit} is more than ${whole} ${b.digits} ${set.unit}${set.label && ` (${set.label})`}, which contains it`;
        return [finding(id, 'warning', message, [a, b], 'the same patients at the same time')];
      }),
    ),
};

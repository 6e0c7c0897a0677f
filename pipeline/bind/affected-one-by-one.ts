import { holds } from '../text/index.js';
import type { Coordination } from './coordination.js';
import { affectedBehind, isAffected, isSurvival, tellsFactors } from './factors.js';
import type { Reading } from './place.js';
import { isKind } from './scene.js';
import type { What } from './what.js';

/** `A和B影响OS(P=a、b)、PFS(P=c、d),C影响OS(P=e)`: of several outcomes the one right before the bracket with the numbers. */
export function affectedAtBracket({ scene, names }: Reading, at: number): What | undefined {
  const open = scene.openBracket(at);
  if (open < 0 || !tellsFactors(scene)) return undefined;
  const part = scene.partAround(open);
  const outcomes = names.whats.filter(
    (list) => holds(part, list) && list.members.every((one) => isKind(one, 'measure')),
  );
  const index = outcomes.findIndex(({ end }) => end <= open && scene.between(end, open).trim() === '');
  const list = outcomes[index];
  if (!list || list.members.length > 1) return undefined;
  const goesOn = (before: Coordination | undefined, next: Coordination) =>
    before !== undefined && scene.phrase('joins.next-bracketed').test(scene.between(before.end, next.start));
  let first = index;
  while (goesOn(outcomes[first - 1], outcomes[first] as Coordination)) first -= 1;
  const [told] = outcomes[first]?.members ?? [];
  const [mention] = list.members;
  return told && mention && isAffected(scene, told) ? { mention, list, ruleId: 'bind.affected' } : undefined;
}

/** `年龄(P=a)和分期(P=b)是影响OS的因素,甲(P=c)是影响PFS的因素`: what the factor before a bracket is said behind it to affect. */
export function affectedByBracketed(reading: Reading, at: number): What | undefined {
  const { scene, names } = reading;
  const open = scene.openBracket(at);
  if (open < 0) return undefined;
  const clause = scene.clauseStart(open);
  const isTold = names.whats.some(
    ({ start, end, members }) => start >= clause && end <= open && members.some(({ name }) => isSurvival(name)),
  );
  return isTold ? undefined : affectedBehind(reading, at);
}

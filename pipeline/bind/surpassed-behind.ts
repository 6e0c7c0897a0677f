import { closing } from '../text/index.js';
import { armOf } from './names.js';
import type { Reading } from './place.js';
import { isComparator, type Who } from './who.js';

/**
 * `A组的OS(HR=…)较C组更长`: where an estimate or its test stands in a bracket, the clause may say behind the bracket
 * what the arm before it is compared with.
 */
export function surpassedBehind({ scene, names, cast }: Reading, at: number): Who | undefined {
  const open = scene.openBracket(at);
  const close = open < 0 ? open : closing(scene.text, open);
  if (close < 0) return undefined;
  const [from, until] = [scene.clauseStart(open), scene.clauseEnd(close + 1)];
  const behind = names.arms.find(({ start, end }) => start > close && end <= until);
  const before = names.arms.findLast(({ start, end }) => start >= from && end <= open);
  const [[comparator, another], [subject, other]] = [behind?.members ?? [], before?.members ?? []];
  if (!comparator || !subject || another || other) return undefined;
  if (!isComparator(scene, comparator) || isComparator(scene, subject)) return undefined;
  const arms = [subject, comparator].map((mention) => armOf(mention, cast.list, cast.arms));
  const [first, second] = arms;
  return first && second && first !== second ? { arms: [first, second], ruleId: 'bind.contrast' } : undefined;
}

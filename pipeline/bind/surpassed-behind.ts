import { closing } from '../text/index.js';
import { armOf } from './names.js';
import type { Reading } from './place.js';
import { isComparator, type Who } from './who.js';

/**
 * `A组的OS(HR=…)较C组更长`: where an estimate or its test stands in a bracket, the clause may say behind the bracket
 * what the arm before it is compared with, be it several others (`较B组和C组更长`).
 */
export function surpassedBehind({ scene, names, cast }: Reading, at: number): Who | undefined {
  const open = scene.openBracket(at);
  const close = open < 0 ? open : closing(scene.text, open);
  if (close < 0) return undefined;
  const [from, until] = [scene.clauseStart(open), scene.clauseEnd(close + 1)];
  const behind = names.arms.find(({ start, end }) => start > close && end <= until);
  const before = names.arms.findLast(({ start, end }) => start >= from && end <= open);
  const [comparators, [subject, other]] = [behind?.members ?? [], before?.members ?? []];
  const [comparator] = comparators;
  if (!comparator || !subject || other) return undefined;
  if (!isComparator(scene, comparator) || isComparator(scene, subject)) return undefined;
  const told = [subject, ...comparators];
  const arms = [...new Set(told.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []))];
  return arms.length === told.length ? { arms, ruleId: 'bind.contrast' } : undefined;
}

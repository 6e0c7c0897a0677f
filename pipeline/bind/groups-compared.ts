import { isOfFactor } from './factors.js';
import { armOf } from './names.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import { isComparator, type Who } from './who.js';

/** `Ⅰ期OS率为a%,Ⅱ期为b%(P=0.01)`: the groups of patients, of one arm or of all, whose values a comparison stands behind. */
export function groupsCompared(told: readonly BoundValue[]): readonly string[] | undefined {
  const arms = new Set(told.map(({ binding }) => binding.arm));
  const groups = new Set(told.map(({ binding }) => binding.subgroup));
  const isOfAll = groups.has(undefined) || groups.size < 2;
  return arms.size > 1 || isOfAll ? undefined : [...groups].flatMap((group) => group ?? []);
}

/** Whether a comparison that names no arms is none of the arms: it stands behind values that no arm has, or is of a factor. */
export function sparesArms({ scene, names }: Reading, told: readonly BoundValue[], at: number): boolean {
  const armless = told.length > 1 && told.every(({ binding }) => binding.arm === undefined);
  return armless || isOfFactor(scene, names, at);
}

/** `甲组较乙组和丙组降低了复发率(P<0.05)`, `与乙组和丙组相比,甲组…`: one arm against each of a list, of which the words tell no values. */
export function againstSeveral({ scene, names, cast }: Reading, at: number, floor: number): Who | undefined {
  const from = Math.max(floor, scene.partAround(at).start);
  const lists = names.arms.filter(({ start, end }) => start >= from && end <= at);
  const others = lists.find(({ members }) => members.length > 1);
  const [compared] = others?.members ?? [];
  if (!others || !compared || lists.length !== 2 || !isComparator(scene, compared)) return undefined;
  const subject = lists.filter((list) => list !== others);
  const told = [...subject, others].flatMap(({ members }) => members);
  const arms = [...new Set(told.flatMap((arm) => armOf(arm, cast.list, cast.arms) ?? []))];
  return { arms, ruleId: 'bind.contrast-order' };
}

import type { Coordination } from './coordination.js';
import { isOfFactor } from './factors.js';
import { armOf } from './names.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import type { Scene } from './scene.js';
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

/**
 * `甲组较乙组和丙组降低了复发率(P<0.05)`, `与乙组和丙组相比,甲组…`, `甲组、乙组均高于丙组`: more than two arms in one comparison, of which the
 * words tell no values.
 */
export function againstSeveral({ scene, names, cast }: Reading, at: number, floor: number): Who | undefined {
  const from = Math.max(floor, scene.partAround(at).start);
  const lists = names.arms.filter(({ start, end }) => start >= from && end <= at);
  const opposed = lists.find((list) => isOpposed(scene, list, lists.length));
  if (lists.length > 2 || !opposed) return undefined;
  const told = [...lists.filter((list) => list !== opposed), opposed].flatMap(({ members }) => members);
  const arms = [...new Set(told.flatMap((arm) => armOf(arm, cast.list, cast.arms) ?? []))];
  return arms.length > 2 ? { arms, ruleId: 'bind.contrast-order' } : undefined;
}

/** Whether a list of arms is what another one is compared with, or holds both itself (`甲组与乙组和丙组相比`). */
function isOpposed(scene: Scene, { members, start, end }: Coordination, lists: number): boolean {
  const [first] = members;
  if (first === undefined) return false;
  if (lists > 1 && isComparator(scene, first)) return true;
  const isCompared = scene.phrase('joins.are-compared').test(scene.between(end, end + 8));
  return isCompared && (lists === 1 || scene.phrase('joins.set-beside').test(scene.between(start - 1, start)));
}

/** `甲治疗可改善OS(HR=0.5)` in a study of three arms: the one arm that a clause names for an effect, compared with nobody. */
export function oneOfMany({ scene, names, cast }: Reading, at: number): Who | undefined {
  const open = scene.openBracket(at);
  const from = scene.clauseStart(open < 0 ? at : open);
  const [list, another] = names.arms.filter(({ start, end }) => start >= from && end <= at);
  const [arm, other] = list?.members ?? [];
  if (cast.arms.length < 3 || !arm || another || other || isComparator(scene, arm)) return undefined;
  if (!scene.phrase('joins.does-good').test(scene.between(arm.span.end, open < 0 ? at : open))) return undefined;
  const only = armOf(arm, cast.list, cast.arms);
  return only && { arms: [only], ruleId: 'bind.arm-near' };
}

import { isOfFactor } from './factors.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';

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

import type { Component } from '../model/index.js';
import type { OpenArm } from './arm-match.js';
import { holdsAll, isCytotoxic, isGeneral, key } from './drug-sets.js';
import { absorb } from './whole-arms.js';

/** Two treatments of which one is the other with something added that is no chemotherapy. */
interface Pair<T> {
  readonly whole: T;
  readonly base: T;
}

/**
 * `甲药+乙药+丙药对比安慰剂+乙药+丙药…免疫联合化疗组和化疗组`: groups that are called by kinds of treatment alone are the two
 * treatments that the text has set against each other by name.
 */
export function unifyKindGroups(open: OpenArm[]): void {
  const groups = open.filter(({ isGroup, drugs }) => isGroup && drugs.length > 0 && drugs.every(isGeneral));
  const [one, other, another] = open.filter((arm) => !groups.includes(arm));
  if (!one || !other || another || groups.length === 0 || groups.length > 2) return;
  const pair = pairOf(one, other, ({ drugs }) => drugs);
  if (!pair) return;
  const meant = groups.map((group) => (isChemotherapy(group.drugs) ? pair.base : pair.whole));
  if (new Set(meant).size < meant.length) return;
  for (const [i, group] of groups.entries()) absorb(open, group, meant[i] as OpenArm);
}

/** The same where only the groups are arms: each gets the drugs of one of the two treatments of such a pair that the text tells of. */
export function giveKindGroups(open: readonly OpenArm[], told: readonly (readonly Component[])[]): void {
  const treatments = [...new Map(told.map((drugs) => [key(drugs), drugs])).values()];
  const pairs = treatments.flatMap((one, i) =>
    treatments.slice(i + 1).flatMap((other) => pairOf(one, other, (drugs) => drugs) ?? []),
  );
  const pair = pairs.length === 1 ? pairs[0] : undefined;
  if (!pair || open.length !== 2) return;
  const base = open.find(({ drugs }) => isChemotherapy(drugs) || key(drugs) === key(pair.base));
  const whole = open.find((arm) => arm !== base);
  if (!base?.isGroup || !whole?.isGroup || whole.role !== undefined) return;
  const specific = whole.drugs.filter((drug) => !isGeneral(drug));
  if (!holdsAll(pair.whole, specific) || isChemotherapy(whole.drugs)) return;
  base.drugs = [...pair.base];
  whole.drugs = [...pair.whole];
}

function pairOf<T>(one: T, other: T, drugsOf: (treatment: T) => readonly Component[]): Pair<T> | undefined {
  const [first, second] = [one, other].map((treatment) => drugsOf(treatment).filter(({ name }) => name !== 'placebo'));
  if (!first || !second) return undefined;
  if (isAddedTo(first, second)) return { whole: one, base: other };
  return isAddedTo(second, first) ? { whole: other, base: one } : undefined;
}

/** Whether a treatment is one of chemotherapy with something else added to it. */
function isAddedTo(whole: readonly Component[], base: readonly Component[]): boolean {
  const added = whole.filter(({ name }) => !base.some((drug) => drug.name === name));
  const isBase = base.length > 0 && base.every((drug) => isCytotoxic(drug) || drug.name === 'platinum');
  return isBase && holdsAll(whole, base) && added.length > 0 && !added.some(isCytotoxic);
}

function isChemotherapy(drugs: readonly Component[]): boolean {
  return drugs.length === 1 && drugs[0]?.name === 'chemotherapy';
}

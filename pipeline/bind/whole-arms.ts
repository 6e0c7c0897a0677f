import type { Component } from '../model/index.js';
import type { OpenArm } from './arm-match.js';
import { isCytotoxic, isKindOfTreatment, isMore, key } from './drug-sets.js';

/** What the text says of the arms of a study besides their names, so far as it tells whether one is named in full. */
export interface Named {
  /** The places of the arms with a size of their own. */
  readonly sized: ReadonlySet<number>;
  /** The combinations that the text tells of. */
  readonly combined: readonly (readonly Component[])[];
  /** Whether two groups are named in one sentence, by their places. */
  readonly areTogether: (one: number, other: number) => boolean;
  /** Whether the text says of a group that it got what names it alone. */
  readonly isAlone: (arm: OpenArm) => boolean;
  /** Whether the text speaks of what names a group by itself before it speaks of the group. */
  readonly isToldAlone: (arm: OpenArm) => boolean;
}

/** Takes an arm that has turned out to be another one out of the list; the other one goes by its names, too. */
export function absorb(open: OpenArm[], arm: OpenArm, other: OpenArm): void {
  for (const alias of arm.aliases) other.aliases.add(alias);
  open.splice(open.indexOf(arm), 1);
}

/** `甲药联合化疗组45例,单纯化疗组45例。甲药组…`: the group called by what its patients got besides is one of the two. */
export function unifyAdded(open: OpenArm[], named: Named): void {
  unifySizedWholes(open, named);
  if (open.length !== 3) return;
  const added = open.find((arm, place) => {
    const whole = wholeOf(arm, open);
    const base = open.find((other) => other !== arm && other !== whole);
    if (!whole || !base || arm.isListed || named.sized.has(place) || named.isAlone(arm)) return false;
    if (!isRest(base.drugs, arm.drugs, whole.drugs)) return false;
    const places = [whole, base].map((other) => open.indexOf(other));
    if (places.every((other) => named.sized.has(other))) return true;
    return isBase(base) && !arm.drugs.every(isCytotoxic) && !named.areTogether(place, places[0] ?? place);
  });
  const whole = added && wholeOf(added, open);
  if (!added || !whole) return;
  absorb(open, added, whole);
}

/**
 * `甲药联合丙药组(n=a)与乙药联合丙药组(n=b)…甲药组…乙药组`: beside arms with their sizes, groups without are these by a part of
 * them, as are those beside the combinations where none has a size of its own.
 */
function unifySizedWholes(open: OpenArm[], { sized, isAlone }: Named): void {
  const isWhole = ({ drugs }: OpenArm) => open.some((part) => isMore(drugs, part.drugs));
  const counted = open.filter((arm, place) => (sized.size > 0 ? sized.has(place) : isWhole(arm)));
  const parts = open.filter((arm) => !counted.includes(arm));
  const wholes = parts.map((arm) => (arm.isListed || isAlone(arm) ? undefined : wholeOf(arm, counted)));
  if (counted.length < 2 || parts.length !== counted.length) return;
  if (wholes.includes(undefined) || new Set(wholes).size < wholes.length) return;
  for (const [i, part] of parts.entries()) absorb(open, part, wholes[i] as OpenArm);
}

/** The one other arm that got all of an arm's drugs, and more. */
function wholeOf({ isGroup, drugs, role }: OpenArm, open: readonly OpenArm[]): OpenArm | undefined {
  const [whole, another] = open.filter((other) => isMore(other.drugs, drugs));
  return isGroup && role === undefined && drugs.length > 0 && !another ? whole : undefined;
}

/** The drugs of a whole that are not among those of a part. */
function without(whole: readonly Component[], part: readonly Component[]): Component[] {
  return whole.filter(({ name }) => !part.some((drug) => drug.name === name));
}

/** Whether drugs are what a whole has besides a part, chemotherapy standing for the drugs that it was. */
function isRest(drugs: readonly Component[], part: readonly Component[], whole: readonly Component[]): boolean {
  const rest = without(whole, part);
  if (key(rest) === key(drugs)) return true;
  const [one, another] = [rest, drugs].map((some) => some.length === 1 && some[0]?.name === 'chemotherapy');
  return (one && drugs.length > 0 && drugs.every(isCytotoxic)) || (another === true && rest.every(isCytotoxic));
}

/** Whether an arm got nothing but chemotherapy, or another kind of treatment. */
function isBase({ drugs }: OpenArm): boolean {
  return drugs.length > 0 && drugs.every((drug) => isCytotoxic(drug) || isKindOfTreatment(drug));
}

/** `甲药联合放疗优于乙药联合放疗。甲药组…乙药组…`: two groups called by what tells apart the combinations that they got. */
export function giveCombinations(open: readonly OpenArm[], { combined, isAlone }: Named): void {
  const [first, second] = open.map((arm) => (arm.isGroup && !isAlone(arm) ? onlyWhole(arm, combined) : undefined));
  if (open.length !== 2 || !first || !second || key(first) === key(second)) return;
  const [one, other] = open as [OpenArm, OpenArm];
  if (key(without(first, one.drugs)) !== key(without(second, other.drugs))) return;
  one.drugs = [...first];
  other.drugs = [...second];
}

/** The one combination that holds all drugs of an arm, and more. */
function onlyWhole({ drugs }: OpenArm, combined: Named['combined']): readonly Component[] | undefined {
  const wholes = combined.filter((whole) => drugs.length > 0 && isMore(whole, drugs));
  return new Set(wholes.map(key)).size === 1 ? wholes[0] : undefined;
}

/** `甲药联合化疗(乙+丙)…甲药组…单纯化疗组`: beside chemotherapy, the group called by what was added to it got both. */
export function giveAdded(open: readonly OpenArm[], { combined, isAlone, isToldAlone }: Named): void {
  if (open.length !== 2) return;
  for (const [place, arm] of open.entries()) {
    const base = open[1 - place] as OpenArm;
    const whole = onlyWhole(arm, combined);
    if (!whole || !arm.isGroup || arm.role !== undefined || isAlone(arm) || isToldAlone(arm)) continue;
    if (!isRest(base.drugs, arm.drugs, whole) || arm.drugs.every(isCytotoxic)) continue;
    const rest = without(whole, arm.drugs);
    const spelled = rest.some(isKindOfTreatment) ? base.drugs : rest;
    arm.drugs = [...arm.drugs, ...spelled];
    base.drugs = [...spelled];
    return;
  }
}

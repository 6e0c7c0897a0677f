import type { Mention, StudyArm } from '../model/index.js';
import type { Coordination } from './coordination.js';
import { armOf } from './names.js';
import type { Dimension } from './nesting.js';
import type { Place, Placed, Reading } from './place.js';
import { printedMention } from './printed-what.js';
import type { Run } from './runs.js';
import type { Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';
import { armBefore, type Who } from './who.js';

/** Two groups of patients that the words before a number set against each other, and where these words end. */
export interface Opposed {
  readonly groups: readonly [Mention, Mention];
  readonly end: number;
  /** Whether the words name an arm that both groups are part of, or the study has no other. */
  readonly ofArm: boolean;
}

/** The groups of patients that a list of two numbers, or one of two landmarks, is shared out over. */
export function opposedPatients(reading: Reading, at: number): Dimension | undefined {
  const opposed = opposedBefore(reading, at) ?? comparedBefore(reading, at);
  if (!opposed) return undefined;
  const arms = armsAmong(reading, opposed);
  const place = (base: Place, i: number): Place => {
    const arm = arms?.[i];
    if (arm) return { ...base, who: { arms: [arm], ruleId: 'bind.list' } };
    return { ...base, who: whoOf(opposed, base.who), group: opposed.groups[i] };
  };
  return { rank: 1, list: opposed.groups, end: opposed.end, place };
}

/** How much of a match names the groups: all but what it says of them behind. */
function lengthOfGroups({ 0: all, groups }: RegExpExecArray): number {
  return all.length - (groups?.tail?.length ?? 0);
}

/** `初治和复治患者的ORR分别为`, `OS在初治和复治患者中分别为`: whatever the words for the patients are, something else is told of them. */
function listedBefore(
  { scene, names }: Pick<Reading, 'scene' | 'names'>,
  clause: number,
  words: string,
): RegExpExecArray | null {
  const match = scene.phrase('attaching.listed-patients').exec(words);
  if (!match) return null;
  const start = clause + match.index;
  const end = start + lengthOfGroups(match);
  const isBeside = (list: Coordination) => list.start >= end || (list.start >= clause && list.end <= start);
  const isArm = names.arms.some((list) => list.end > start && list.start < end);
  return !isArm && names.whats.some((list) => list.end <= clause + words.length && isBeside(list)) ? match : null;
}

/** The groups of patients that two numbers set against each other are of: `Ⅰ期患者OS长于Ⅱ期(a比b)`. */
export function contrastOfPatients(reading: Reading, run: Run, what: What | undefined): Placed[] | undefined {
  const { scene, names, cast, outcome } = reading;
  const { start } = (run.values[0] as Value).span;
  const opposed = comparedBefore(reading, start) ?? stillOpposed(reading, start);
  if (!opposed) return undefined;
  outcome.opposed = { ...opposed, end: (run.values.at(-1) as Value).span.end };
  const who = whoOf(opposed, armBefore(scene, names, cast, start));
  const groups = run.turned ? [...opposed.groups].reverse() : opposed.groups;
  return run.values.map((value, i): Placed => [{ what, who, group: groups[i], ruleId: 'bind.contrast' }, value]);
}

/** `放疗者与未放疗者`: the two arms that opposed patients are. */
function armsAmong({ names, cast }: Reading, { groups: [{ span }] }: Opposed): StudyArm[] | undefined {
  const named = names.arms.flatMap(({ members }) => members);
  const inside = named.filter((mention) => mention.span.start >= span.start && mention.span.end <= span.end);
  const arms = [...new Set(inside.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []))];
  return arms.length === 2 && inside.length === 2 ? arms : undefined;
}

/** Groups of patients have no arm, unless they are parts of one. */
function whoOf({ ofArm }: Opposed, who: Who | undefined): Who | undefined {
  return ofArm ? who : undefined;
}

/** `有、无骨转移患者的OS分别为`, `应答者与未应答者`: those who have something and those who do not, whatever it is. */
function opposedBefore({ scene, names, cast }: Reading, at: number): Opposed | undefined {
  const clause = scene.clauseStart(at);
  const words = scene.between(clause, at);
  const match = scene.phrase('attaching.opposed-patients').exec(words) ?? listedBefore({ scene, names }, clause, words);
  if (!match || names.arms.some(({ start, members }) => start >= clause && members.length > 1)) return undefined;
  const ofArm = names.arms.some((list) => list.start >= clause && list.end <= at) || cast.arms.length === 1;
  return opposedIn(scene, match, clause + match.index, ofArm);
}

/**
 * `剂量≥60Gy者较低剂量者可提高PFS,两组5年PFS率分别为`, `Ⅰ期患者OS长于Ⅱ期患者(`: what stands right before 两组 or the numbers says
 * who is compared, and these are not the arms of the study.
 */
function comparedBefore({ scene, names, cast, outcome }: Reading, at: number): Opposed | undefined {
  const part = scene.partAround(at).start;
  const named = names.arms
    .flatMap(({ members }) => members)
    .filter((one) => one.span.start >= part && one.span.end <= at && armOf(one, cast.list, cast.arms) !== undefined);
  if (named.length > 1) return undefined;
  const from = named[0]?.span.end ?? part;
  const lead = scene.between(from, at);
  const clause = Math.max(from, scene.clauseStart(at));
  const told =
    scene.phrase('attaching.compared-patients').exec(lead) ?? scene.phrase('attaching.against-patients').exec(lead);
  const match = told ?? listedBefore({ scene, names }, clause, scene.between(clause, at));
  if (!match) return undefined;
  const start = (told ? from : clause) + match.index;
  const end = start + lengthOfGroups(match);
  // `Ⅰ期OS长于Ⅱ期(a比b),两组ORR分别为`: numbers of others between them are told of these.
  const since = outcome.bound.filter(({ value }) => value.span.start >= end && value.span.end <= at);
  if (since.some(({ binding }) => binding.subgroup === undefined)) return undefined;
  return opposedIn(scene, match, start, named.length > 0 || cast.arms.length === 1);
}

/** `突变组与野生组相比,CR率低(a比b),OS率(c比d)也低`: the groups of the contrast before, where none is named since. */
function stillOpposed({ scene, names, outcome }: Reading, at: number): Opposed | undefined {
  const { opposed } = outcome;
  const isNamed = names.arms.some(({ start, end }) => start >= (opposed?.end ?? at) && end <= at);
  if (!opposed || isNamed) return undefined;
  const between = scene.between(opposed.end, at).replace(/\([^()]*\)|\[[^[\]]*\]/gu, '');
  return scene.phrase('attaching.others-told').test(between) ? undefined : opposed;
}

function opposedIn(scene: Scene, match: RegExpExecArray, start: number, ofArm: boolean): Opposed {
  // `有无血管侵犯患者`: what the ones have and the others have not is told once.
  const { tail: _, of: trait = '', ...groups } = match.groups ?? {};
  const end = start + match[0].length;
  const group = (words: string): Mention => {
    const text = words.replace(scene.phrase('attaching.group-lead'), '');
    return printedMention('subgroup', text, { start, end }, 'bind.list');
  };
  const [first = '', second = ''] = Object.values(groups).filter((text) => text !== undefined);
  const { one = first, other = second } = groups;
  return { groups: [group(one + trait), group(other + trait)], end: start + lengthOfGroups(match), ofArm };
}

import type { Mention, StudyArm } from '../model/index.js';
import type { ArmList } from './arm-list.js';
import type { Coordination } from './coordination.js';
import { armOf, type Names, saysBothArms } from './names.js';
import { isShut } from './residue.js';
import { isCue, isQuantity, type Scene } from './scene.js';

/** The arms that a number or a list of numbers belongs to. */
export interface Who {
  readonly arms: readonly StudyArm[];
  readonly ruleId: string;
}

/** What the arms of a study are asked with. */
export interface Cast {
  readonly list: ArmList;
  readonly arms: readonly StudyArm[];
}

function armsOf(list: Coordination, cast: Cast): StudyArm[] {
  const arms = list.members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []);
  return [...new Set(arms)];
}

/** Whether an arm is named as what another is compared with: `高于Vd组`, `与Vd组相比`. */
export function isComparator(scene: Scene, mention: Mention): boolean {
  const { start } = mention.span;
  if (!scene.phrase('joins.comparator').test(scene.between(Math.max(scene.start, start - 8), start))) return false;
  // `与甲组相比乙组更高`: the arm before is the one compared with, this one the subject.
  const earlier = scene.nearestBefore(start, ({ kind }) => kind !== 'cue');
  return !earlier || !scene.phrase('joins.compared').test(scene.between(earlier.span.start - 1, start));
}

/** The pair that two contrasted values belong to, in the order of the values. */
export function pairBefore(
  scene: Scene,
  names: Names,
  cast: Cast,
  at: number,
  from = scene.start,
  told?: Who,
): Who | undefined {
  const lists = names.arms.filter((list) => list.end <= at && list.start >= from);
  const listed = lists.at(-1);
  if (listed) {
    const arms = armsOf(listed, cast);
    if (arms.length === 2) return { arms, ruleId: 'bind.contrast' };
  }
  const mentions = lists.flatMap(({ members }) => members);
  const subject = [...mentions].reverse().find((mention) => !isComparator(scene, mention));
  // `比较了A与B…`: the second of two that are named together is none.
  const alone = lists.flatMap(({ members }) => (members.length === 1 ? members : []));
  const comparator = alone.reverse().find((mention) => isComparator(scene, mention));
  const first = subject && armOf(subject, cast.list, cast.arms);
  const second = comparator && armOf(comparator, cast.list, cast.arms);
  if (first && second && first !== second) return { arms: [first, second], ruleId: 'bind.contrast' };
  const couple = cast.arms.length === 2 ? cast.arms : (told?.arms ?? []);
  if (couple.length !== 2) return undefined;
  const [a, b] = couple as [StudyArm, StudyArm];
  // `A组n例,B组m例,ORR a%对b%`: where both have been named, none of them is the subject.
  const both = new Set(mentions.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []));
  if (!comparator && both.has(a) && both.has(b)) return undefined;
  const known = first ?? (second ? (second === a ? b : a) : undefined);
  if (!known || (known !== a && known !== b)) return undefined;
  return { arms: known === a ? [a, b] : [b, a], ruleId: 'bind.contrast-other' };
}

/** The arm named right behind a share or a count: `83%的Rd组患者`, `3例对照组患者失访`. */
export function armBehind(scene: Scene, names: Names, cast: Cast, at: number, until: number): Who | undefined {
  const next = names.arms.find((list) => list.start >= at && list.start < until);
  if (next?.members.length !== 1) return undefined;
  const isCounted =
    next.start === at && scene.phrase('joins.counted-behind').test(scene.between(at - 1, at)) && isOfThose(scene, next);
  if (!isCounted && !scene.phrase('joins.of').test(scene.between(at, next.start))) return undefined;
  const arms = armsOf(next, cast);
  return arms.length === 1 ? { arms, ruleId: 'bind.arm-behind' } : undefined;
}

/** `对照组患者失访`: whether words, and no number, tell behind a group what befell those who are counted. */
function isOfThose(scene: Scene, { end }: Coordination): boolean {
  return scene.phrase('joins.befell-those').test(scene.between(end, scene.clauseEnd(end)));
}

/** `皮疹(30%)、腹泻(25%)多见于A组`, `为A组最常见的不良反应`: whose the listed events are is said behind them. */
export function armSeenIn(scene: Scene, names: Names, cast: Cast, at: number): Who | undefined {
  const bracket = scene.clauseEnd(at);
  const end = scene.text[bracket] === ')' ? scene.clauseEnd(bracket + 1) : bracket;
  const next = names.arms.find((list) => list.start >= at && list.end <= end);
  if (next?.members.length !== 1) return undefined;
  const seen = scene.phrase('joins.seen-in').test(scene.between(at, next.start));
  const commonest =
    scene.phrase('joins.is').test(scene.between(at, next.start)) &&
    scene.phrase('joins.commonest').test(scene.between(next.end, end));
  const arms = seen || commonest ? armsOf(next, cast) : [];
  return arms.length === 1 ? { arms, ruleId: 'bind.arm-seen-in' } : undefined;
}

/** The arm of one number: named in its clause, else carried on from the clauses before it. */
export function armBefore(scene: Scene, names: Names, cast: Cast, at: number): Who | undefined {
  if (cast.arms.length === 1) return { arms: cast.arms, ruleId: 'bind.single-arm' };
  const clause = scene.clauseStart(at);
  const list = lastTold(scene, names, at, clause);
  const main = mainArm(cast);
  if (main && !(list && isToldOf(scene, list, at, clause))) return { arms: [main], ruleId: 'bind.single-arm' };
  const alike = bothAlike(scene, names, cast, clause, at);
  if (alike) return alike;
  const referred = formerOrLatter(scene, names, cast, clause, at) ?? toldBySort(scene, names, cast, clause, at);
  if (referred) return referred;
  const other = list ? undefined : surpassing(scene, names, cast, at, clause);
  if (other) return other;
  if (list && !wholeBetween(scene, list.end, at)) {
    const arms = armsOf(list, cast);
    const near = list.start >= clause;
    const explained = isShut(scene, list.members[0] as Mention, at);
    if ((!near || explained) && endsSizes(scene, names.arms, list)) return undefined;
    const far = names.arms.length === 1 ? 'bind.arm-only' : 'bind.arm-carried';
    if (arms.length === 1) return { arms, ruleId: near ? 'bind.arm-near' : far };
    if (arms.length > 1 && scene.phrase('joins.arm-cue-both').test(scene.between(list.end, at))) {
      return { arms, ruleId: 'bind.both-arms' };
    }
  }
  if (saysBothArms(scene, clause, at) && scene.phrase('joins.arm-cue-both').test(scene.between(clause, at))) {
    return { arms: cast.arms, ruleId: 'bind.both-arms' };
  }
  return undefined;
}

/** `A组具有与B组相同的切除率,均为a%`; `死亡率均为a%` in a sentence that names no one: what two arms have alike. */
function bothAlike(scene: Scene, names: Names, cast: Cast, clause: number, at: number): Who | undefined {
  const lead = scene.between(clause, at);
  if (cast.arms.length !== 2 || !scene.phrase('joins.arm-cue-both').test(lead)) return undefined;
  const from = scene.phrase('joins.alike-before').test(lead) ? scene.clauseStart(clause - 1) : clause;
  const told = names.arms.filter(({ start, end }) => start >= from && end <= at);
  const arms = [...new Set(told.flatMap((list) => armsOf(list, cast)))];
  if (from < clause && arms.length === 2) return { arms, ruleId: 'bind.both-arms' };
  const whats = names.whats.filter(({ start, end }) => start >= clause && end <= at).flatMap(({ members }) => members);
  if (!scene.phrase('joins.one-alike').test(lead)) return undefined;
  const isNamed = [names.arms, names.groups].some((lists) => lists.some(({ end }) => end <= at));
  // `A组ORR为a%,B组为b%,死亡率均为c%`: where each of both has been told of, so is what they have alike.
  const inTurn = names.arms.every(({ members, end }) => end > at || (members.length === 1 && end <= clause));
  const both = new Set(names.arms.filter(({ end }) => end <= clause).flatMap((list) => armsOf(list, cast)));
  const isOfBoth = !isNamed || (inTurn && both.size === 2 && names.groups.every(({ end }) => end > at));
  return whats.length === 1 && isOfBoth ? { arms: cast.arms, ruleId: 'bind.both-arms' } : undefined;
}

/** The arms named last; an arm that an earlier clause only compared another one with is not what goes on being told of. */
function lastTold(scene: Scene, names: Names, at: number, clause: number): Coordination | undefined {
  const open = scene.openBracket(at);
  const from = open < 0 ? clause : Math.min(clause, scene.clauseStart(open));
  const isPassed = (list: Coordination) =>
    (list.start < from || isSurpassed(scene, list, at)) && list.members.every((one) => isComparator(scene, one));
  return names.arms.findLast((list) => list.end <= at && !isPassed(list));
}

/** `A组较B组将PFS延长至9个月`: behind what was brought about the number is of the arm that did so. */
function isSurpassed(scene: Scene, { end }: Coordination, at: number): boolean {
  return scene.phrase('joins.brought-to').test(scene.between(end, at));
}

/** `较B组延长至9个月`: of two arms the one that is not named, where the other one is what it surpassed. */
function surpassing(scene: Scene, names: Names, cast: Cast, at: number, clause: number): Who | undefined {
  const list = names.arms.findLast(({ start, end }) => start >= clause && end <= at);
  const named = list && armsOf(list, cast);
  if (!list || cast.arms.length !== 2 || named?.length !== 1 || !isSurpassed(scene, list, at)) return undefined;
  return { arms: cast.arms.filter((arm) => arm !== named[0]), ruleId: 'bind.arm-carried' };
}

/** The one arm that a study is about, where the other one is only what it is compared with. */
function mainArm({ arms }: Cast): StudyArm | undefined {
  const [main, another] = arms.filter(({ beside }) => !beside);
  return another === undefined && arms.length > 1 ? main : undefined;
}

/** Whether a number stands in the clause of an arm, or in the bracket that opens right behind it. */
function isToldOf(scene: Scene, list: Coordination, at: number, clause: number): boolean {
  return list.start >= clause || scene.openBracket(at) === list.end;
}

/** `2年时前者死亡n例,后者仅m例`: the first or second of the two arms named last, else of the study's two. */
function formerOrLatter(scene: Scene, names: Names, cast: Cast, clause: number, at: number): Who | undefined {
  const cue = scene.nearestBefore(at, (mention) => isCue(mention, 'former', 'latter'));
  if (!cue || cue.span.start < clause) return undefined;
  const named = names.arms.filter(({ end }) => end <= cue.span.start).flatMap(({ members }) => members);
  // `A组OS(18个月)较后者(11个月)长`: right before its number the word means the arm that is not the subject.
  const right = scene.between(cue.span.end, at) === '(';
  if (!right && named.some(({ span }) => span.start >= clause)) return undefined;
  const told = [...new Set(named.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []))];
  const pair = told.length === 2 ? told : cast.arms;
  const arm = pair.length === 2 ? pair[cue.name === 'former' ? 0 : 1] : undefined;
  return arm && { arms: [arm], ruleId: 'bind.former-latter' };
}

/**
 * `联合治疗的ORR为a%,单药治疗为b%`, `该药常见的不良反应为皮疹(c%)`: where a clause names no arm, the one that got more than one drug, or
 * just one; the one that was tried against a control.
 */
function toldBySort(scene: Scene, names: Names, cast: Cast, clause: number, at: number): Who | undefined {
  if (names.arms.some(({ start, end }) => start >= clause && end <= at)) return undefined;
  const lead = scene.between(clause, at);
  const told = scene.phrase('joins.by-number-of-drugs').exec(lead)?.groups;
  const isMeant = ({ drugs }: StudyArm) => (told?.combined === undefined ? drugs.length === 1 : drugs.length > 1);
  const isTried = ({ role, drugs }: StudyArm) => role !== 'control' && drugs.length > 0 && !isPlacebo(drugs);
  // `随机接受甲药或安慰剂…最常见的不良反应为皮疹(c%)`: beside those who got nothing, it is told what the drug did.
  const isBeside = ({ drugs }: StudyArm) => isPlacebo(drugs);
  const isEvents = cast.arms.some(isBeside) && scene.phrase('joins.common-events').test(lead);
  const isThis = !told && cast.arms.length === 2 && (isEvents || scene.phrase('joins.this-treatment').test(lead));
  const [arm, another] = told ? cast.arms.filter(isMeant) : isThis ? cast.arms.filter(isTried) : [];
  return arm && !another ? { arms: [arm], ruleId: 'bind.arm-by-drugs' } : undefined;
}

function isPlacebo([drug, another]: StudyArm['drugs']): boolean {
  return drug?.name === 'placebo' && !another;
}

/** `A组100例,B组90例,中位年龄71岁`: behind the sizes of arms, or of groups (`高危组30例,低危组42例,3年OS率`), the study as a whole is told of. */
export function endsSizes(scene: Scene, lists: readonly Coordination[], list: Coordination): boolean {
  const isSized = ({ end }: Coordination): boolean => {
    const next = scene.nearestAfter(end);
    return isQuantity(next, 'count', 'size') && next !== undefined && next.span.start - end <= 1;
  };
  const isBeside = ({ end }: Coordination): boolean =>
    end < list.start && !/[;\u3002]/u.test(scene.between(end, list.start));
  return isSized(list) && lists.some((other) => isBeside(other) && isSized(other));
}

function wholeBetween(scene: Scene, from: number, to: number): boolean {
  if (scene.phrase('joins.new-subject').test(scene.between(from, to))) return true;
  return scene.mentions.some(
    (mention) => isCue(mention, 'whole', 'both-arms') && mention.span.start >= from && mention.span.end <= to,
  );
}

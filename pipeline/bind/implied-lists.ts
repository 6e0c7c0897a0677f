import type { Mention, StudyArm } from '../model/index.js';
import { distinctTold, placeOf, type Told, toldOf } from './measure-slots.js';
import { armEndingAt, armOf } from './names.js';
import type { Dimension } from './nesting.js';
import type { BoundValue } from './outcome.js';
import type { Place, Reading } from './place.js';
import type { Run } from './runs.js';
import { isCue, type Scene } from './scene.js';
import { sharesOutUnknown } from './unknown-list.js';
import type { Family } from './values.js';
import { armBefore, type Cast, isComparator } from './who.js';

/**
 * `A组血小板减少46%、贫血26%,B组分别为40%和20%`, `A组1年OS率90%,2年OS率70%,B组分别为80%和60%`: what has been told of the other arm,
 * in its order.
 */
export function toldOfOther(
  { scene, names, cast, outcome }: Reading,
  at: number,
  size: number,
  family?: Family,
): readonly Told[] {
  const who = armBefore(scene, names, cast, at);
  const [arm] = who?.arms ?? [];
  if (who?.ruleId !== 'bind.arm-near' || !arm) return toldOfOtherPatients({ scene, names, outcome }, at, size);
  const isAlike = ({ value }: BoundValue) => family === undefined || value.family === family;
  const bound = outcome.bound.filter((one) => one.binding.arm !== undefined && isAlike(one));
  if (bound.length < 2 || bound.some(({ binding }) => binding.arm === arm.id)) return [];
  const told = bound.map(toldOf);
  // `A组甲型患者ORR a%,乙型患者ORR b%,B组分别为c%和d%`: one measure twice, of groups that have no names here.
  return told.length === size ? told : distinctTold(told);
}

/** `高危组ORR a%,复发率b%,低危组依次为c%和d%`: what has been told of patients that are no arm, where the next ones have as many numbers. */
function toldOfOtherPatients({ scene, names, outcome }: Omit<Reading, 'cast'>, at: number, size: number): Told[] {
  const cue = scene.nearestBefore(at, (mention) => isCue(mention, 'respectively'));
  const clause = cue ? scene.clauseStart(cue.span.start) : at;
  if (!cue || names.arms.length > 0 || names.whats.some(({ end }) => end > clause && end <= at)) return [];
  if (!scene.phrase('attaching.next-patients').test(scene.between(clause, cue.span.start))) return [];
  const told = outcome.bound.filter(({ value }) => value.span.end <= clause);
  const [group, another] = new Set(told.map((one) => one.group?.text));
  return group !== undefined && !another && told.length === size ? told.map(toldOf).map(ofNoGroup) : [];
}

/**
 * `A组皮疹(32%)、腹泻(54%)高于B组(24%、46%)`, `均与B组相似(24%、46%)`, `均优于B组的24%、46%`: what has just been told of the arm that
 * is set against the one of these numbers.
 */
export function toldOfSubject({ scene, names, cast, outcome }: Reading, at: number): Told[] {
  const open = scene.openBracket(at);
  const from = open < 0 ? at : open;
  const part = scene.partAround(at);
  const told = outcome.bound.filter(({ value }) => value.span.start >= part.start && value.span.end <= from);
  if (open >= 0 && isOfOthers(scene, names, open)) return distinctTold(told.map(toldOf)).map(ofNoGroup);
  if (open < 0 && isOfSurpassedPatients(scene, names, at)) return distinctTold(told.map(toldOf)).map(ofNoGroup);
  const [comparator, another] = names.arms.findLast(({ end }) => end <= from)?.members ?? [];
  if (!comparator || another || !isSetAgainst(scene, comparator, from, open < 0)) return [];
  const arm = armOf(comparator, cast.list, cast.arms);
  if (!arm || told.some(({ binding }) => binding.arm === undefined)) return [];
  return distinctTold(sinceArm(told, arm).map(toldOf));
}

/** `两组CR率a%和b%;A组ORR c%,DCR d%,B组分别为…`: what has been told of others since an arm was last told of. */
function sinceArm(told: readonly BoundValue[], arm: StudyArm): readonly BoundValue[] {
  return told.slice(told.findLastIndex(({ binding }) => binding.arm === arm.id) + 1);
}

/** `Ⅱ期患者PFS(a)和OS(b)长于Ⅲ期患者(c,d)`: whether a bracket stands behind patients that those told of are set against. */
function isOfOthers(scene: Scene, names: Reading['names'], open: number): boolean {
  const clause = scene.clauseStart(open);
  if (names.arms.some(({ start, end }) => start >= clause && end <= open)) return false;
  return scene.phrase('joins.traits-compared').test(scene.between(clause, open));
}

/** `有效者OS率和PFS率分别为a和b,高于无效者的c和d`: whether numbers stand behind patients, no arm, that those told of are set against. */
export function isOfSurpassedPatients(scene: Scene, names: Reading['names'], at: number): boolean {
  const clause = scene.clauseStart(at);
  if (names.arms.some(({ start, end }) => start >= clause && end <= at)) return false;
  return scene.phrase('joins.surpass-patients').test(scene.between(clause, at));
}

/** What is told of one group, of which group left open. */
function ofNoGroup({ group: _, ...told }: Told): Told {
  return told;
}

/** Whether an arm is only compared with another one, and nothing but that stands between it and its numbers. */
function isSetAgainst(scene: Scene, arm: Mention, from: number, plain: boolean): boolean {
  const between = scene.between(arm.span.end, from);
  if (plain) return isComparator(scene, arm) && scene.phrase('joins.of-compared').test(between);
  const lead = scene.between(Math.max(scene.start, arm.span.start - 1), arm.span.start);
  return between === '' ? isComparator(scene, arm) : scene.phrase('joins.alike').test(`${lead}|${between}`);
}

/** The measures or events of a list, one for each number. */
export function inTurnOf(told: readonly Told[], end: number): Dimension {
  const place = (base: Place, i: number): Place => {
    const one = told[i] as Told;
    return placeOf(base, one, { members: [one.what], ...one.what.span });
  };
  return { rank: 2, list: told.map(({ what }) => what), end, place };
}

/** The arms in the order in which the text last listed them all. */
function inOrder({ arms }: Cast, order: readonly StudyArm[]): readonly StudyArm[] {
  return order.length === arms.length && order.every((arm) => arms.includes(arm)) ? order : arms;
}

/**
 * `B组ORR a%,A组b%,3年OS率分别为c%和d%`: all arms in the order in which the sentence has just told of them; behind 两组 they
 * stand in the order of the study again.
 */
function asToldLast({ scene, cast, outcome }: Pick<Reading, 'scene' | 'cast' | 'outcome'>, at: number) {
  const told = outcome.toldArms(cast.arms);
  const since = outcome.bound.at(-1)?.value.span.end ?? scene.start;
  const both = scene.after(since, at).some((mention) => isCue(mention, 'both-arms'));
  return told.length === cast.arms.length && told.length > 1 && !both ? told : undefined;
}

/** `高危与非高危患者OS率分别为a和b;DFS率分别为c和d`: the groups that the passage has just told a list of numbers of. */
function lastGroups({ bound }: Reading['outcome'], size: number): readonly Mention[] | undefined {
  const groups = bound.slice(-size).flatMap(({ group }) => group ?? []);
  return groups.length === size && new Set(groups.map(({ text }) => text)).size === size ? groups : undefined;
}

/** `夹闭时间…;B组分别为a和b`: of one arm the numbers are all, whatever they tell of it. */
export function isOfOneArm({ scene, names }: Reading, at: number): boolean {
  const cue = scene.nearestBefore(at, (mention) => isCue(mention, 'respectively'));
  const [arm, another] = (cue && armEndingAt(names, cue.span.start)?.members) ?? [];
  return arm !== undefined && another === undefined && !isComparator(scene, arm);
}

/** `甲药31例,乙药20例,甲药加乙药10例,三组CR率分别为…`: of more arms, those that the sentence has named, where it has as many numbers. */
function namedHere({ scene, names, cast }: Reading, at: number): readonly StudyArm[] {
  const cue = scene.nearestBefore(at, (mention) => isCue(mention, 'both-arms'));
  if (!cue) return [];
  const named = names.arms
    .filter(({ end }) => end <= cue.span.start)
    .flatMap(({ members }) => members.flatMap((arm) => armOf(arm, cast.list, cast.arms) ?? []));
  return [...new Set(named)];
}

/** `乙组与某组的ORR分别为a和b`: of two arms, the one that a list of which not all is known begins with comes first. */
function subjectFirst({ scene, names, cast }: Reading, at: number, inTurn: readonly StudyArm[]): readonly StudyArm[] {
  const clause = scene.clauseStart(at);
  const [first, last] = inTurn;
  const named = names.arms.find(({ start, end }) => start >= clause && end <= at)?.members[0];
  if (!first || !last || inTurn.length !== 2 || !named) return inTurn;
  const isBoth = scene.mentions.some((mention) => isCue(mention, 'both-arms') && mention.span.start >= clause);
  // `某组与乙组的ORR分别为a和b`: one that is not known may stand before it.
  const isLater = scene.phrase('introductions.word').test(scene.between(clause, named.span.start));
  return !isBoth && !isLater && armOf(named, cast.list, cast.arms) === last ? [last, first] : inTurn;
}

/** Lists that the sentence does not print: the cohorts told before, the arms of the study. */
export function impliedDimensions(reading: Reading, run: Run, at: number): Dimension[] {
  const { scene, names, cast, outcome } = reading;
  const size = run.values.length;
  const implied: Dimension[] = [];
  // `A组CR 1例、PR 9例,ORR 25%,B组分别为0例和4例`: counts answer to counts.
  const families = new Set(run.values.map(({ family }) => family));
  const told = [undefined, ...(families.size === 1 ? families : [])]
    .map((family) => toldOfOther(reading, at, size, family))
    .find(({ length }) => length === size);
  if (told) implied.push(inTurnOf(told, -1));
  const said = scene.mentions.some((mention) => isCue(mention, 'respectively', 'both-arms') && mention.span.end <= at);
  // `3组1、2年OS率分别为a、b,c、d和e、f`: as many groups of numbers as there are arms, or `a和b、c和d` as many numbers in each.
  const [pairs] = run.paired ? run.groups : [];
  const inGroups = [run.groups.length, pairs].includes(cast.arms.length);
  const cohorts = lastGroups(outcome, size) ?? outcome.cohorts;
  const inCohorts = said && cohorts.length > 1 && cast.arms.length < 2 && run.groups.length === cohorts.length;
  if ((cohorts.length === size || inCohorts) && names.groups.every(({ end }) => end > at))
    implied.push({ rank: 1, list: cohorts, end: -1, place: (base, i) => ({ ...base, group: cohorts[i] }) });
  if (isOfOneArm(reading, at) || sharesOutUnknown(scene, at)) return implied;
  const someOf = [namedHere, countedOneByOne].map((way) => way(reading, at, size));
  const here = (cast.arms.length > size && someOf.find(({ length }) => length === size)) || [];
  if (here.length > 1 || cast.arms.length === size || (said && cast.arms.length > 1 && inGroups)) {
    const pair = size === 2 ? outcome.lastPair(cast) : undefined;
    const inTurn = asToldLast({ scene, cast, outcome }, at) ?? pair?.arms ?? inOrder(cast, outcome.order);
    const arms = here.length > 1 ? here : subjectFirst(reading, at, inTurn);
    // Numbers beside each other are of the arms in turn, unless the sentence is about one of these.
    const beside = run.values.every(({ family }) => family === 'share' || family === 'time');
    if (!said && (!beside || names.arms.length === 1)) return implied;
    implied.push({
      rank: 1,
      list: arms,
      end: -1,
      place: (base, i) => ({
        ...base,
        who: { arms: [arms[i] as StudyArm], ruleId: said ? 'bind.list-implied' : 'bind.list-arms' },
      }),
    });
  }
  return implied;
}

/**
 * `其中30例单用甲药,20例甲药联合乙药,10例单用乙药,各组ORR分别为`: the arms that the sentence counts one by one, each behind its
 * number, where only some of the study's arms are told of.
 */
function countedOneByOne({ scene, names, cast }: Reading, at: number, size: number): readonly StudyArm[] {
  const cue = scene.nearestBefore(at, (mention) => isCue(mention, 'respectively'));
  const clause = scene.clauseStart(cue?.span.start ?? at);
  const isEach = scene.phrase('joins.each-of-them').test(scene.between(clause, cue?.span.start ?? at));
  if (!cue || !isEach) return [];
  const told = names.arms.filter(({ end, members }) => end <= clause && members.length === 1);
  const counted = told.flatMap(({ start, members: [member] }) => {
    const count = scene.nearestBefore(start, ({ quantity }) => quantity?.kind === 'count');
    const isHead = count !== undefined && count.span.start - scene.clauseStart(start) <= 2;
    const arm = isHead && member ? armOf(member, cast.list, cast.arms) : undefined;
    return arm ? [{ arm, patients: count?.quantity?.value ?? 0 }] : [];
  });
  // `60例接受化疗,其中40例…,20例…`: all of those who are then told apart are none of them.
  const [all, ...parts] = counted;
  const isAll = parts.length === size && all?.patients === parts.reduce((sum, { patients }) => sum + patients, 0);
  const arms = (isAll ? parts : counted).map(({ arm }) => arm);
  return new Set(arms).size === arms.length ? arms : [];
}

import type { Mention, StudyArm } from '../model/index.js';
import { type Coordination, lastBefore } from './coordination.js';
import { armOf, type Names } from './names.js';
import type { Dimension, Rank } from './nesting.js';
import type { Place, Reading } from './place.js';
import type { Run } from './runs.js';
import { isCue } from './scene.js';
import type { Value } from './values.js';
import { canState } from './what.js';
import { armBefore, type Cast, isComparator, pairBefore, type Who } from './who.js';

/** Whether a list of names of its own shares out the numbers of a list. */
export function hasDimension(reading: Reading, run: Run): boolean {
  return dimensionsOf(reading, run).some(({ list, end }) => end >= 0 && list.length === run.values.length);
}

/** The lists of names that the numbers of a list can be shared out over, nearest first. */
export function dimensionsOf(reading: Reading, run: Run): Dimension[] {
  const { scene, names, cast } = reading;
  const value = run.values[0] as Value;
  const at = value.span.start;
  const found: Dimension[] = [];
  const push = (
    rank: Rank,
    list: Coordination | undefined,
    place: (member: Mention) => (base: Place) => Place,
  ): void => {
    if (!list || list.members.length < 2) return;
    found.push({
      rank,
      list: list.members,
      end: list.end,
      place: (base, i) => place(list.members[i] as Mention)(base),
    });
  };
  // A measure of its own between the list and the numbers is what they are of.
  const own = names.whats.findLast(
    ({ end, members }) =>
      end <= at &&
      members.length === 1 &&
      members[0]?.kind === 'measure' &&
      canState(value.family, members[0], value.quantity.unit),
  );
  const listed = [...names.whats].reverse().filter((list) => list.end <= at && list.members.length > 1);
  const whats = listed.find(
    (list) =>
      canState(value.family, list.members[0] as Mention, value.quantity.unit) &&
      list.end > (own?.end ?? -1) &&
      !namesPatients(names, list, at),
  );
  const landmarks = whats ? landmarksOf(names, whats) : undefined;
  push(2, whats, (mention) => (base) => ({
    ...base,
    what: { mention, list: whats as Coordination, ruleId: 'bind.list' },
    ...(landmarks?.get(mention) ? { time: landmarks.get(mention) } : {}),
  }));
  push(
    1,
    listed.find((list) => namesPatients(names, list, at)),
    (group) => (base) => ({ ...base, group }),
  );
  push(0, lastBefore(names.times, at, 2), (time) => (base) => ({ ...base, time }));
  push(0, lastBefore(names.grades, at, 2), (grade) => (base) => ({ ...base, grade }));
  push(1, lastBefore(names.groups, at, 2), (group) => (base) => ({ ...base, group }));
  push(1, lastBefore(names.patients, at, 2), (group) => (base) => ({ ...base, group }));
  const armLists = names.arms.filter((list) => list.end <= at && list.members.length > 1);
  for (const list of armLists.flatMap((one) => [one, ...withComparator(reading, one, at)])) {
    const arms = list.members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []);
    // One arm twice: a group of the list is not known.
    if (new Set(arms).size < arms.length) continue;
    found.push({
      rank: 1,
      list: arms,
      arms,
      end: list.end,
      place: (base, i) => ({ ...base, who: { arms: [arms[i] as StudyArm], ruleId: 'bind.list' } }),
    });
  }
  const grouped = found.some(({ rank, list }) => rank === 1 && list.length === run.values.length);
  const opposed = grouped ? undefined : opposedPatients(reading, at);
  if (opposed) found.push(opposed);
  const told = found.some(({ rank, list }) => rank === 1 || list.length === run.values.length);
  const pair = !told && run.values.length === 2 ? (pairBefore(scene, names, cast, at) ?? toldPair(reading)) : undefined;
  if (pair?.ruleId === 'bind.contrast') {
    found.push({
      rank: 1,
      list: pair.arms,
      end: 0,
      place: (base, i) => ({ ...base, who: { ...pair, arms: [pair.arms[i] as StudyArm] } }),
    });
  }
  const ordered = found.sort((a, b) => b.end - a.end);
  return [...ordered, ...impliedDimensions(reading, run, at)];
}

/** `1年OS率和2年PFS率`: the landmark of each measure of a list, carried on to those that have none of their own. */
export function landmarksOf(names: Names, list: Coordination): ReadonlyMap<Mention, Mention> {
  const found = new Map<Mention, Mention>();
  let last: Mention | undefined;
  for (const member of list.members) {
    const own = names.times.find(({ end }) => end <= member.span.start && member.span.start - end <= 1);
    if (own && own.members.length > 1) return new Map();
    last = own?.members[0] ?? last;
    if (last) found.set(member, last);
  }
  return found;
}

/** `低危、中危和高危患者的5年OS率分别为`: features that a measure stands behind say which patients. */
function namesPatients(names: Names, list: Coordination, at: number): boolean {
  if (!list.members.every(({ kind }) => kind === 'item' || kind === 'qualifier')) return false;
  return names.whats.some(
    (other) => other.start >= list.end && other.end <= at && other.members.some(({ kind }) => kind === 'measure'),
  );
}

/** `A组OS为a,B组为b,PFS分别为c和d`: of more arms, the two that the sentence has told of. */
function toldPair({ cast, outcome }: Reading): Who | undefined {
  const arms = cast.arms.length > 2 ? outcome.toldArms(cast.arms) : [];
  return arms.length === 2 ? { arms, ruleId: 'bind.contrast' } : undefined;
}

/** `A组和B组均高于C组(a、b与c)`: the list and the arm that it is compared with behind it. */
function withComparator({ scene, names }: Reading, list: Coordination, at: number): Coordination[] {
  const next = names.arms.find(({ start, end }) => start >= list.end && end <= at);
  const [comparator, another] = next?.members ?? [];
  if (!next || !comparator || another || !isComparator(scene, comparator)) return [];
  if (/[,;\u3002]/u.test(scene.between(list.end, next.start))) return [];
  return [{ members: [...list.members, comparator], start: list.start, end: next.end }];
}

/** `有、无骨转移患者的OS分别为`, `应答者与未应答者`: those who have something and those who do not, whatever it is. */
function opposedPatients({ scene, names, cast }: Reading, at: number): Dimension | undefined {
  const clause = scene.clauseStart(at);
  const match = scene.phrase('attaching.opposed-patients').exec(scene.between(clause, at));
  if (!match || names.arms.some(({ start, members }) => start >= clause && members.length > 1)) return undefined;
  const start = clause + match.index;
  const parted = names.arms.some((list) => list.start >= clause && list.end <= at) || cast.arms.length === 1;
  const group = (text = ''): Mention => ({
    kind: 'subgroup',
    span: { start, end: start + match[0].length },
    ruleId: 'bind.list',
    text,
    name: text,
    facts: {},
  });
  const { tail: _, ...groups } = match.groups ?? {};
  const named = Object.values(groups).filter((text) => text !== undefined);
  const list = [group(named[0]), group(named[1])];
  const place = (base: Place, i: number): Place => ({
    ...base,
    who: parted ? base.who : undefined,
    group: list[i],
  });
  return { rank: 1, list, end: start + match[0].length, place };
}

/** `A组血小板减少46%、贫血26%,B组分别为40%和20%`: what has been told of the other arm, in its order. */
function toldOfOther({ scene, names, cast, outcome }: Reading, at: number): Mention[] {
  const who = armBefore(scene, names, cast, at);
  const [arm] = who?.arms ?? [];
  if (who?.ruleId !== 'bind.arm-near' || !arm) return [];
  const told = outcome.bound.filter(({ binding }) => binding.arm !== undefined);
  if (told.length < 2 || told.some(({ binding }) => binding.arm === arm.id)) return [];
  return [...new Map(told.map(({ what }) => [what.name, what])).values()];
}

/** The arms in the order in which the text last listed them all. */
function inOrder({ arms }: Cast, order: readonly StudyArm[]): readonly StudyArm[] {
  return order.length === arms.length && order.every((arm) => arms.includes(arm)) ? order : arms;
}

/** Lists that the sentence does not print: the cohorts told before, the arms of the study. */
function impliedDimensions({ scene, names, cast, outcome }: Reading, run: Run, at: number): Dimension[] {
  const size = run.values.length;
  const implied: Dimension[] = [];
  const told = toldOfOther({ scene, names, cast, outcome }, at);
  if (told.length === size) {
    const place = (base: Place, i: number): Place => {
      const mention = told[i] as Mention;
      const list = { members: [mention], start: mention.span.start, end: mention.span.end };
      return { ...base, what: { mention, list, ruleId: 'bind.list' } };
    };
    implied.push({ rank: 2, list: told, end: -1, place });
  }
  const cohorts = outcome.cohorts;
  if (cohorts.length === size && names.groups.every(({ end }) => end > at))
    implied.push({ rank: 1, list: cohorts, end: -1, place: (base, i) => ({ ...base, group: cohorts[i] }) });
  const said = scene.mentions.some((mention) => isCue(mention, 'respectively', 'both-arms') && mention.span.end <= at);
  // `3组1、2年OS率分别为a、b,c、d和e、f`: as many groups of numbers as there are arms.
  if (cast.arms.length === size || (said && cast.arms.length > 1 && cast.arms.length === run.groups.length)) {
    const pair = size === 2 ? outcome.lastPair(cast) : undefined;
    const arms = pair?.arms ?? inOrder(cast, outcome.order);
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

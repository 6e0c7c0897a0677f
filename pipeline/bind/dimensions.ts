import { type Mention, responseParts, type StudyArm } from '../model/index.js';
import { canState } from './can-state.js';
import { toldAtOtherTime } from './change-times.js';
import { type Coordination, lastBefore } from './coordination.js';
import { groupsInWords } from './groups-in-words.js';
import { impliedDimensions, inTurnOf, isOfOneArm, toldOfOther, toldOfSubject } from './implied-lists.js';
import { placeOf, slotsOf, type Told } from './measure-slots.js';
import { armOf } from './names.js';
import { levelsInPlace } from './names-in-place.js';
import type { Dimension, Rank } from './nesting.js';
import { opposedPatients } from './opposed-patients.js';
import type { Place, Reading } from './place.js';
import type { Run } from './runs.js';
import { isCue, isQuantity, type Scene } from './scene.js';
import { sizedGroups } from './sized-groups.js';
import { saysWhose } from './told-of-patients.js';
import type { Value } from './values.js';
import { isComparator, pairBefore, type Who } from './who.js';

/** Whether a list of names of its own shares out the numbers of a list. */
export function hasDimension(reading: Reading, run: Run): boolean {
  return dimensionsOf(reading, run).some(({ list, end }) => end >= 0 && list.length === run.values.length);
}

/** The lists of names that the numbers of a list can be shared out over, nearest first. */
export function dimensionsOf(reading: Reading, run: Run): Dimension[] {
  const { scene, names, cast } = reading;
  const value = run.values[0] as Value;
  const at = value.span.start;
  const ofSubject = toldOfSubject(reading, at);
  const surpassed = ofSubject.length > 1 ? ofSubject : toldAtOtherTime(reading, at);
  // What the arm before has told of is what it surpasses this one in: other numbers than as many are of no list of names.
  if (surpassed.length > 1) return surpassed.length === run.values.length ? [inTurnOf(surpassed, at)] : [];
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
      !namesPatients(reading, list, value),
  );
  const slots = whats ? slotsOf(names, whats) : [];
  if (whats)
    found.push({
      rank: 2,
      list: slots.map(({ what }) => what),
      end: whats.end,
      byWord: isByWord(scene, whats),
      place: (base, i) => placeOf(base, slots[i] as Told, whats),
    });
  push(
    1,
    listed.find((list) => namesPatients(reading, list, value)),
    (group) => (base) => ({ ...base, group }),
  );
  // The landmarks of a measure of the list have been told with it.
  const apart = slots.length > (whats?.members.length ?? 0);
  push(0, apart ? undefined : timesFor(reading, at), (time) => (base) => ({ ...base, time }));
  const grades = lastBefore(names.grades, at, 2) ?? gradesApart(reading, run);
  push(0, grades, ({ name }) => (base) => ({ ...base, grade: name }));
  const groups = lastBefore(names.groups, at, 2) ?? sizedGroups(reading, at);
  push(1, groups, (group) => (base) => ({ ...base, group }));
  push(1, lastBefore(names.patients, at, 2), (group) => (base) => ({ ...base, group }));
  // `分为A组和B组,A组PFS为a,OS为b,B组分别为c和d`: of one arm the numbers are of what has been told of the other.
  const isOfOther = isOfOneArm(reading, at) && toldOfOther(reading, at, run.values.length).length === run.values.length;
  const armLists = isOfOther ? [] : names.arms.filter((list) => list.end <= at && list.members.length > 1);
  for (const list of armLists.flatMap((one) => [one, ...withComparator(reading, one, at)])) {
    const arms = list.members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []);
    // One arm twice: a group of the list is not known.
    if (new Set(arms).size < arms.length) continue;
    found.push({
      rank: 1,
      list: arms,
      arms,
      end: list.end,
      byWord: isByWord(scene, list),
      place: (base, i) => ({ ...base, who: { arms: [arms[i] as StudyArm], ruleId: 'bind.list' } }),
    });
  }
  const grouped = found.some(({ rank, list }) => rank === 1 && list.length === run.values.length);
  const opposed = grouped ? undefined : opposedPatients(reading, at);
  const inWords = grouped ? undefined : groupsInWords(reading, run)?.dimension;
  const inOther = opposed?.list.length === inWords?.list.length ? opposed : (inWords ?? opposed);
  if (inOther) found.push(inOther);
  const levels = found.some(({ list }) => list.length === run.values.length) ? undefined : levelsInPlace(reading, run);
  if (levels) found.push(levels);
  const told = found.some(({ rank, list }) => rank === 1 || list.length === run.values.length);
  const inPairs = run.values.length === 2 || run.paired;
  const pair = !told && inPairs ? (pairBefore(scene, names, cast, at) ?? toldPair(reading)) : undefined;
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

/** Whether a word, and no mark, joins the last two names of a list. */
function isByWord(scene: Scene, { members }: Coordination): boolean {
  const [one, other] = members.slice(-2);
  return one !== undefined && other !== undefined && !scene.between(one.span.end, other.span.start).includes('\u3001');
}

/** Measures of how far a disease went back, which are told once and not at landmarks. */
const responses: ReadonlySet<string> = new Set(responseParts.flat());

/** The last list of times; responses told behind those of another measure are not of its landmarks: `1、3年OS率a、b;ORR、DCR…`. */
function timesFor({ scene, names, outcome }: Reading, at: number): Coordination | undefined {
  const times = lastBefore(names.times, at, 2);
  // `A组1、3年OS率为a、b,B组为c、d;两组中位OS分别为e、f`: what both groups have next, another measure or event, is not told at them.
  const last = outcome.bound.findLast(({ value }) => value.family === 'share' || value.family === 'time');
  const since = last?.value.span.end ?? -1;
  // `两组腹泻率分别为c、d,蛋白尿率分别为e、f`: what the last number of both had no landmark, the next ones have none.
  if (last && last.binding.time === undefined && since > (times?.end ?? at)) return undefined;
  const both = scene.nearestBefore(at, (mention) => isCue(mention, 'both-arms'));
  const isNext = both !== undefined && both.span.start >= since && since > (times?.end ?? at);
  if (isNext && names.whats.some(({ start, end }) => start >= both.span.end && end <= at)) return undefined;
  const isLater = ({ start, end, members }: Coordination) =>
    start - (times?.end ?? at) > 2 && end <= at && members.some(({ name }) => responses.has(name ?? ''));
  // `1年、3年OS率分别为a和b,Ⅰ、Ⅱ期5年OS率分别为c和d`: a landmark behind the list holds for the numbers behind it.
  const isOver = names.times.some(({ start, end }) => start >= (times?.end ?? at) && end <= at);
  return isOver || names.whats.some(isLater) ? undefined : times;
}

/** `甲组Ⅰ、Ⅱ度腹泻分别为a和b`: two grades that are told together elsewhere each have a number where one arm alone has two. */
function gradesApart({ scene, names }: Reading, { values }: Run): Coordination | undefined {
  const at = (values[0] as Value).span.start;
  const from = scene.clauseStart(at);
  const list = lastBefore(names.grades, at);
  const [grade] = list?.members ?? [];
  const arms = names.arms.filter(({ start, end }) => start >= from && end <= at).flatMap(({ members }) => members);
  const told = scene.before(at);
  const inTurn = told.some((mention) => isCue(mention, 'respectively') && mention.span.start >= from);
  if (grade?.ruleId !== 'grades.joined' || values.length !== 2 || arms.length !== 1) return undefined;
  if (!inTurn || told.some((mention) => isCue(mention, 'both-arms'))) return undefined;
  const members = (grade.name ?? '').split('-').map((name) => ({ ...grade, name }));
  return { members, start: grade.span.start, end: grade.span.end };
}

/** `低危、中危和高危患者的5年OS率分别为`, `OS率在低危和高危患者中分别为`: features beside a measure say which patients. */
function namesPatients({ scene, names }: Reading, list: Coordination, value: Value): boolean {
  if (!list.members.every(({ kind }) => kind === 'item' || kind === 'qualifier')) return false;
  const at = value.span.start;
  const measured = names.whats.some(
    (other) => other.start >= list.end && other.end <= at && other.members.some(({ kind }) => kind === 'measure'),
  );
  return measured || saysWhose(scene, names, list.members.at(-1) as Mention, value);
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
  // `B组和C组高于A组(P<0.05);OS率分别为a、b、c`: what is told behind the test is in the order of the arms again.
  if (scene.after(next.end, at).some((inner) => isQuantity(inner, 'p-value'))) return [];
  return [{ members: [...list.members, comparator], start: list.start, end: next.end }];
}

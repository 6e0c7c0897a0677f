import type { Claim, Mention } from '../model/index.js';
import { comparedInTurn, comparedNext, comparesAgain } from './arms-in-turn.js';
import { changedBefore, timeBeforeTest } from './change-times.js';
import { isListJoint, ofItsList, tellsFactors } from './factors.js';
import { gradeOf } from './grade.js';
import { againstSeveral, groupsCompared, sparesArms } from './groups-compared.js';
import type { Told } from './measure-slots.js';
import { armOf, landmarkOf } from './names.js';
import { type BoundValue, termOf, wholeCast } from './outcome.js';
import type { Reading } from './place.js';
import { isCue, isKind, isQuantity, type Scene } from './scene.js';
import { surpassedBehind } from './surpassed-behind.js';
import { type Test, testedBy } from './tested.js';
import { inTurn, isEither, isJoinedTo } from './tests-in-turn.js';
import { isOwnOf } from './values-tested.js';
import { isComparator, pairBefore, type Who } from './who.js';

/** Binds the p values and heterogeneity of a passage to what they test. */
export function bindPValues(reading: Reading): void {
  const { scene, outcome } = reading;
  let floor = scene.start;
  let since = scene.start;
  let before: { readonly end: number; readonly whats: readonly Mention[] } | undefined;
  const tests = scene.mentions.filter(
    (mention) => isQuantity(mention, 'heterogeneity') || (isQuantity(mention, 'p-value') && isPossible(mention)),
  );
  tests.forEach((mention, i) => {
    const other = [tests[i - 1], tests[i + 1]].find((near) => near && isBeside(scene, near, mention));
    const heterogeneity =
      isQuantity(mention, 'heterogeneity') ||
      (other !== undefined && isQuantity(other, 'heterogeneity') && !followsEffect(scene, mention));
    const isSecond = heterogeneity && other !== undefined && other.span.start < mention.span.start;
    const found = testedBy(reading, { mention, floor: isSecond ? scene.start : floor, heterogeneity });
    // `A、B和C是影响OS的因素(P<0.001、P=0.02、0.04)`: each factor of one outcome has a p value of its own.
    const listed = found.length === 0 && before && isListJoint(scene.between(before.end, mention.span.start));
    // `两组OS无差异(χ2=a,P=b;χ2=c,P=d)`: nothing is named between two tests of one thing.
    const goesOn = before !== undefined && before.whats.length > 0 && isOfSame(reading, tests[i - 1], mention);
    const whats = goesOn || (listed && tellsFactors(scene)) ? (before?.whats ?? []) : found;
    before = { end: mention.span.end, whats };
    // `B组的a、b(P=0.03、0.02)`: what is told before the first of joined tests is what all of them are of.
    if (!isJoinedTo(scene, tests[i - 1], mention)) since = floor;
    const tested = inTurn(reading, tests, i, ofItsList(scene, tests, i, whats));
    if (tested.length === 0) outcome.leave(mention.span, 'nothing that it could test');
    for (const told of tested) {
      const test = { mention, floor: since, heterogeneity };
      const pair = tested.length === 1 ? comparedInTurn(reading, tests, i) : undefined;
      const next = comparedNext(reading, mention.span.start);
      const pairs = pair ? [pair] : next ? [next] : pairsListed(reading, test);
      if (pairs.length === 0) outcome.bindings.push(rowOf(reading, test, told));
      for (const arms of pairs) outcome.bindings.push({ ...rowOf(reading, test, told), arms });
    }
    const isFirst =
      (heterogeneity && other !== undefined && other.span.start > mention.span.start) ||
      scene.between(mention.span.end, mention.span.end + 1) === '/';
    if (!isFirst) floor = mention.span.end;
  });
}

/** `甲、乙均升高(P<0.05或P<0.01),且两组间差异有统计学意义(P<0.05)`: whether a test is of what the one before it was of. */
function isOfSame(reading: Reading, last: Mention | undefined, test: Mention): boolean {
  const { scene, outcome } = reading;
  if (isJoinedTo(scene, last, test) || isEither(scene, last, test)) return true;
  const from = last?.span.end ?? test.span.start;
  if (last && comparesAgain(reading, last, test)) return true;
  if (outcome.bound.some(({ value }) => value.span.start >= from && value.span.end <= test.span.start)) return false;
  return scene.phrase('attaching.differs-again').test(scene.between(from, test.span.start));
}

/** `P >0 5`: a p value above one has lost its point. */
function isPossible({ quantity }: Mention): boolean {
  return (quantity?.value ?? 0) <= 1;
}

/** `(RR=1.3,95%CI 1.1~1.5,P<0.001,I2=35%)`: the p value is the effect's, whatever stands behind it. */
function followsEffect(scene: Scene, test: Mention): boolean {
  const before = scene.nearestBefore(test.span.start);
  return isQuantity(before, 'estimate', 'interval') && before !== undefined && isBeside(scene, before, test);
}

function isBeside(scene: Scene, a: Mention, b: Mention): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  return /^[,;\u3001 ]{1,2}$/u.test(scene.between(first.span.end, second.span.start));
}

/** `A组和B组的ORR分别低于C组(P均<0.017)`: each arm of the list against the one behind it, by their ids. */
function pairsListed({ scene, names, cast }: Reading, { mention, floor }: Test): string[][] {
  const lists = names.arms.filter(({ start, end }) => start >= floor && end <= mention.span.start);
  const [subjects, comparator] = lists.slice(-2);
  const [other] = comparator?.members ?? [];
  if (!subjects || !comparator || !other || subjects.members.length < 2 || comparator.members.length > 1) return [];
  const shares = scene.after(subjects.end, comparator.start).some((cue) => isCue(cue, 'respectively'));
  const idOf = (arm: Mention) => armOf(arm, cast.list, cast.arms)?.id;
  const second = idOf(other);
  if (!shares || !isComparator(scene, other) || second === undefined) return [];
  return subjects.members.flatMap((subject) => {
    const first = idOf(subject);
    return first === undefined || first === second ? [] : [[first, second]];
  });
}

/** `三组间差异无统计学意义`, `C组的ORR最高(a%,P=0.01)`: all arms where the words before a test say that there are more than two. */
function allGroups({ scene, cast }: Reading, { mention, floor }: Test): Who | undefined {
  const says = scene
    .after(floor, mention.span.start)
    .some((cue) => isCue(cue, 'both-arms') && scene.phrase('joins.more-groups').test(cue.text));
  const { start } = mention.span;
  const isMost = scene.phrase('joins.of-all').test(scene.between(scene.partAround(start).start, start));
  return (says || isMost) && cast.arms.length > 2 ? { arms: cast.arms, ruleId: 'bind.contrast-order' } : undefined;
}

/** `三组分别为a、b和c,B组优于A组(P<0.05)`: of several arms the two that the words behind the values set against each other. */
function oneOfSeveral(
  { scene, names, cast }: Reading,
  test: Mention,
  same: readonly BoundValue[],
  told: readonly string[],
): string[] | undefined {
  const last = same.at(-1);
  if (!last || told.length < 3) return undefined;
  const since = Math.max(last.value.span.end, scene.partAround(test.span.start).start);
  const lists = names.arms.filter(({ start, end }) => start >= since && end <= test.span.start);
  if (scene.after(since, test.span.start).some((cue) => isCue(cue, 'both-arms'))) return undefined;
  // `三组分别为a、b和c,A组与B组差异显著(P<0.05)`: the two that are named together, and nobody else.
  const [only, another] = lists;
  const listed = another ? [] : (only?.members ?? []).flatMap((arm) => armOf(arm, cast.list, cast.arms)?.id ?? []);
  if (new Set(listed).size === 2) return listed;
  if (lists.some(({ members }) => members.length > 1)) return undefined;
  const pair = pairBefore(scene, names, cast, test.span.start, since);
  return pair?.ruleId === 'bind.contrast' ? pair.arms.map(({ id }) => id) : undefined;
}

/** `长于B组的29个月(P=0.02)、C组的26个月(P=0.01)`: the arm that an arm is said to surpass is followed by another one. */
function surpassedAlso({ scene, names, outcome }: Reading, same: readonly BoundValue[]): string[] | undefined {
  const [told, another] = same;
  const earlier = outcome.bindings.at(-1);
  if (!told || another || earlier?.kind !== 'p' || earlier.arms?.length !== 2 || !told.binding.arm) return undefined;
  const [subject] = earlier.arms;
  const arm = names.arms.findLast(({ end }) => end <= told.value.span.start);
  const goesOn = arm && scene.phrase('joins.goes-on').test(scene.between(earlier.span.end, arm.start));
  return goesOn && subject && subject !== told.binding.arm ? [subject, told.binding.arm] : undefined;
}

/** The one landmark or group of the values that a test is of; one test of several has none. */
function onlyOne(told: readonly (string | undefined)[]): string | undefined {
  const [only, another] = new Set(told);
  return another === undefined ? only : undefined;
}

/** `两组CEA均较治疗前下降(P<0.05)`: what is compared is the same patients before and after, and not the arms. */
function isOverTime(scene: Scene, { span }: Mention): boolean {
  const lead = scene.between(Math.max(scene.start, span.start - 40), span.start);
  return scene.phrase('attaching.since-before').test(lead);
}

/** The arms that a test compares behind values which do not tell it. */
function pairFor(reading: Reading, test: Test, same: readonly BoundValue[]): Who | undefined {
  const { scene, names, cast, outcome } = reading;
  const { start } = test.mention.span;
  const all = allGroups(reading, test) ?? surpassedBehind(reading, start) ?? againstSeveral(reading, start, test.floor);
  if (all) return all;
  if (sparesArms(reading, same, start)) return pairBefore(scene, names, cast, start, test.floor);
  return pairBefore(scene, names, cast, start) ?? outcome.lastPair(cast) ?? wholeCast(cast, scene);
}

function rowOf(reading: Reading, { mention, floor, heterogeneity }: Test, { what, time, group }: Told): Claim {
  const { scene, names, outcome } = reading;
  const event = isKind(what, 'event');
  const same = outcome.bound.filter(
    ({ what: other, value }) =>
      value.span.start >= floor && value.span.end <= mention.span.start && other.name === what.name,
  );
  const told = [...new Set(same.flatMap(({ binding }) => binding.arm ?? []))];
  const subgroups = groupsCompared(same.filter(({ value }) => value.family !== 'effect'));
  const isChange = told.length === 1 && changedBefore(scene, names, same, mention.span.start);
  const named = told.length >= 2 || subgroups ? undefined : pairFor(reading, { mention, floor, heterogeneity }, same);
  const last = same.at(-1);
  // `优于甲药(HR=0.6,P=0.01)和乙药(HR=0.7,P=0.02)`: the test of an estimate compares what this does.
  const ofEffect = last?.value.family === 'effect' && isOwnOf(scene, last, mention) ? last.binding.arms : undefined;
  const pair =
    ofEffect ??
    surpassedAlso(reading, same) ??
    oneOfSeveral(reading, mention, same, told) ??
    (told.length >= 2 ? told : named?.arms.map(({ id }) => id));
  const grade = event ? (same.at(-1)?.binding.grade ?? gradeOf(scene, names, what, mention.span.start)) : undefined;
  return {
    kind: isQuantity(mention, 'heterogeneity') ? 'heterogeneity' : 'p',
    study: outcome.study,
    quantity: mention.quantity as NonNullable<Mention['quantity']>,
    span: mention.span,
    arms: heterogeneity || subgroups || isOverTime(scene, mention) || isChange ? undefined : pair,
    subgroups: heterogeneity ? undefined : subgroups,
    measure: isKind(what, 'measure') ? what.name : undefined,
    term: event ? termOf(what, scene.phrase('joins.event-tail')) : undefined,
    preferred: event ? what.name : undefined,
    item: isKind(what, 'item') ? what.name : undefined,
    grade,
    // `1年OS率(a%比b%,P=0.1)、3年OS率(…)`: a test is of the landmark of the values before it.
    time:
      heterogeneity || isChange
        ? undefined
        : ((time && landmarkOf(names, time)) ??
          timeBeforeTest(reading, mention) ??
          onlyOne(same.map(({ binding }) => binding.time))),
    subgroup: heterogeneity ? undefined : (group?.text ?? onlyOne(same.map(({ binding }) => binding.subgroup))),
    heterogeneity: heterogeneity || undefined,
    evidence: [{ ruleId: what.ruleId, span: what.span }],
    trail: [
      mention.ruleId,
      what.ruleId,
      ...(named && !heterogeneity ? [named.ruleId] : []),
      heterogeneity ? 'bind.heterogeneity' : 'bind.tested',
    ],
  };
}

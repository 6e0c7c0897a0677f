import { affectedAtBracket } from './affected-one-by-one.js';
import { allEvents } from './all-events.js';
import { whatAtLaterTime } from './at-later-time.js';
import { lastBefore } from './coordination.js';
import { countedEvent } from './counted-event.js';
import { opensCohort, sizesArm } from './counted-patients.js';
import { countedTrait } from './counted-trait.js';
import { affectedBefore, affectedBehind, affectedInTurn, outcomeOfFactors, tellsFactors } from './factors.js';
import { isForeign, isOfUnknownControl } from './foreign.js';
import { isOfSurpassedPatients } from './implied-lists.js';
import type { Names } from './names.js';
import { opposedTo } from './opposed-values.js';
import { amountBefore, amountCompared } from './own-difference.js';
import { lastLevel, levelFound, ownLevel, ownOfEffect } from './own-level.js';
import { whatInParallel } from './parallel-part.js';
import type { Placed, Reading } from './place.js';
import { isCue, isKind, type Scene } from './scene.js';
import { groupAtBracket, groupOf } from './subject-group.js';
import { armInBracket, toldBehind } from './told-in-bracket.js';
import {
  closingMeasure,
  firstListed,
  followUp,
  gotTreatment,
  lastWhat,
  ownMeasure,
  ownWords,
  sentenceWhat,
  unlisted,
} from './unnamed-measure.js';
import type { Value } from './values.js';
import { type What, whatBehind, whatInTurn, whatOf, whatRelated } from './what.js';
import { armBefore, armBehind, armSeenIn } from './who.js';

/** How an arm is known that the clause of a number does not name. */
const carried: ReadonlySet<string> = new Set(['bind.arm-only', 'bind.arm-carried']);

/** What one number is of, and whose: of all that may tell it, in order, the first that does. */
export function single(reading: Reading, value: Value, next: Value | undefined): Placed {
  const { scene, names, cast, outcome } = reading;
  if (value.family === 'count' && (opensCohort(reading, value.span) || sizesArm(scene, value.span)))
    return [{ what: undefined, ruleId: 'bind.single' }, value];
  // `ORR为41%,其中32例(62%)接受了化疗`: what was told before is not what these patients got.
  if (gotTreatment(scene, value) && !isNamedInClause(scene, names, value))
    return [{ what: undefined, ruleId: 'bind.single' }, value];
  // `16例(8%)在中位1个月时发生感染`: when it befell them does not end what is told of them.
  const when = next && scene.phrase('attaching.when').test(scene.between(value.span.end, next.span.end + 2));
  const until = when ? scene.end : (next?.span.start ?? scene.end);
  const named =
    armInBracket(scene, names, cast, value) ??
    armBehind(scene, names, cast, value.span.end, until) ??
    armSeenIn(scene, names, cast, value.span.end) ??
    armBefore(scene, names, cast, value.span.start) ??
    outcome.subjectFor(scene, names, value.span.start);
  const who = opposedTo(reading, value, next, named) ?? named;
  if (!who && value.family !== 'effect' && isTornList(reading, value))
    return [{ what: undefined, ruleId: 'bind.list-unmatched' }, value];
  if (isForeign(scene, cast, value) || isOfUnknownControl(scene, cast, value))
    return [{ what: undefined, ruleId: 'bind.foreign' }, value];
  const what = whatOfOne(reading, value, next, until);
  const group = groupOf(scene, names, value) ?? groupAtBracket(scene, value);
  // `A组ORR为a%,高于同期化疗患者的b%`: of patients that are no arm, whom the arm told of before is set against.
  const isOfOthers = !group && carried.has(who?.ruleId ?? '') && isOfSurpassedPatients(scene, names, value.span.start);
  if (isOfOthers && cast.arms.length > 1) return [{ what: undefined, ruleId: 'bind.foreign' }, value];
  // `与接受乙药的n例比较,中位随访a个月`: how long the patients were followed is told of all, unless the clause names an arm.
  const isOfAll = what?.mention.name === 'follow-up' && who?.ruleId === 'bind.arm-carried' && cast.arms.length > 1;
  return [
    {
      what,
      who: isOfAll ? undefined : who,
      group,
      ruleId: 'bind.single',
    },
    value,
  ];
}

/** What one number is of: what its words tell, in order of how plainly they tell it. */
function whatOfOne(reading: Reading, value: Value, next: Value | undefined, until: number): What | undefined {
  const { scene, names, outcome } = reading;
  const related =
    value.family === 'effect'
      ? (ofListed(reading, value) ??
        affectedInTurn(reading, value.span.start) ??
        affectedAtBracket(reading, value.span.start) ??
        whatInTurn(scene, names, value) ??
        affectedBefore(reading, value.span.start) ??
        affectedBehind(reading, value.span.end) ??
        whatRelated(scene, names, value.span.end))
      : undefined;
  const near = whatOf(scene, names, value, until);
  const own =
    near?.ruleId === 'bind.before'
      ? undefined
      : (ownLevel(scene, value) ?? lastLevel(reading, value) ?? ownOfEffect(scene, value));
  const found = riskOf(names, value) ?? related ?? own ?? firstListed(scene, value, near) ?? near;
  // `化疗周期数是影响预后的因素(HR=0.5)`: how many cycles were given is no outcome.
  const isOutcome = found?.mention.kind === 'measure' && found.mention.facts.reads !== 'cycles';
  const ofFactor = value.family === 'effect' && !related && !isOutcome && tellsFactors(scene);
  const told = ofFactor ? outcomeOfFactors(reading, value.span.start) : found;
  const what = told?.ruleId === 'bind.before' ? told : (countedTrait(reading, value) ?? told);
  const shared = value.family === 'effect' ? undefined : sharedBehind(scene, names, value, next);
  return (
    followUp(value) ??
    levelFound(scene, value) ??
    allEvents(scene, value) ??
    whatInParallel(reading, value) ??
    amountBefore(scene, names, value) ??
    (what?.ruleId === 'bind.before' || !shared ? what : shared) ??
    ownMeasure(value) ??
    amountCompared(scene, value) ??
    (value.family === 'effect'
      ? (lastWhat(scene, names, outcome) ?? closingMeasure(scene, names, value))
      : (sentenceWhat(names, outcome, value) ?? whatAtLaterTime(reading, value))) ??
    unlisted(scene, value) ??
    countedEvent(scene, value) ??
    ownWords(scene, value) ??
    toldBehind(reading, value)
  );
}

/** `OS和PFS分别为a比b(HR=…)和c比d(HR=…)`: what the values of a list right before the bracket of an effect are of. */
function ofListed({ scene, outcome }: Reading, { span }: Value): What | undefined {
  const open = scene.openBracket(span.start);
  const before = open < 0 ? undefined : outcome.bound.find(({ value }) => value.span.end === open);
  if (before?.what.kind !== 'measure' || !before.binding.trail.includes('bind.list')) return undefined;
  const { start, end } = before.what.span;
  return { mention: before.what, list: { members: [before.what], start, end }, ruleId: 'bind.carried' };
}

/** A number of a 分别-list over arms whose other numbers were not read: which arm it belongs to is open. */
function isTornList({ scene, names, cast }: Reading, value: Value): boolean {
  const list = lastBefore(names.arms, value.span.start);
  if (!list || list.members.length < 2 || cast.arms.length < 2 || list.start < scene.clauseStart(value.span.start))
    return false;
  return scene.mentions.some(
    (mention) =>
      isCue(mention, 'respectively') && mention.span.start >= list.end && mention.span.end <= value.span.start,
  );
}

/** `降低了x%的死亡风险`: the risk that a reduction is of stands right behind it. */
function riskOf(names: Names, value: Value): What | undefined {
  if (value.quantity.estimate !== 'RRR') return undefined;
  const list = names.whats.find(({ start }) => start >= value.span.end && start <= value.span.end + 2);
  const mention = list?.members[0];
  return list && mention ? { mention, list, ruleId: 'bind.behind' } : undefined;
}

/** `A组45例(90%)和B组30例(60%)获得CR`: the measure behind the second number is the first one's, too. */
function sharedBehind(scene: Scene, names: Names, value: Value, next: Value | undefined): What | undefined {
  if (!next || next.family !== value.family) return undefined;
  const between = scene.between(value.span.end, next.span.start);
  if (/[,;\u3002]/u.test(between) || !scene.phrase('joins.shared').test(between)) return undefined;
  const after = scene
    .after(next.span.end)
    .find((mention) => isKind(mention, 'quantity') && mention.quantity?.kind !== 'number');
  return whatBehind(scene, names, next, after?.span.start ?? scene.end);
}

/** Whether the clause of a value names anything that it could be of, before it or behind it. */
function isNamedInClause(scene: Scene, { whats }: Names, { span }: Value): boolean {
  const [from, until] = [scene.clauseStart(span.start), scene.clauseEnd(span.end)];
  return whats.some(({ start, end }) => start >= from && end <= until);
}

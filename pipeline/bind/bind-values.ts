import { bindLater } from './bind-later.js';
import { bindList } from './bind-list.js';
import { bindMixed } from './bind-mixed.js';
import { isCarried } from './carry.js';
import { contrast } from './contrast.js';
import { lastBefore } from './coordination.js';
import { countedEvent } from './counted-event.js';
import { opensCohort, sizesArm } from './counted-patients.js';
import { countedTrait } from './counted-trait.js';
import { hasDimension } from './dimensions.js';
import { affectedBefore, affectedBehind, outcomeOfFactors, tellsFactors } from './factors.js';
import { groupsInWords } from './groups-in-words.js';
import { listInTurn, type Turn } from './list-in-turn.js';
import { type Names, saysBothArms } from './names.js';
import { contrastOfPatients } from './opposed-patients.js';
import { opposedTo } from './opposed-values.js';
import { amountBefore, amountCompared } from './own-difference.js';
import { lastLevel, ownLevel, ownOfEffect } from './own-level.js';
import type { Placed, Reading } from './place.js';
import { type Run, runsOf } from './runs.js';
import { isCue, isKind, type Scene } from './scene.js';
import { groupAtBracket, groupOf, subjectGroup } from './subject-group.js';
import { armInBracket, bindArmed, toldBehind } from './told-in-bracket.js';
import { traitsInTurn } from './traits-in-turn.js';
import {
  closingMeasure,
  followUp,
  gotTreatment,
  lastWhat,
  ownMeasure,
  ownWords,
  sentenceWhat,
  unlisted,
} from './unnamed-measure.js';
import { type Value, valuesOf } from './values.js';
import { type What, whatBefore, whatBehind, whatInTurn, whatOf, whatRelated } from './what.js';
import { armBefore, armBehind, armSeenIn, type Cast, isComparator } from './who.js';

/** Binds the shares, counts, times and effects of a passage. */
export function bindValues(reading: Reading): void {
  const { scene, outcome } = reading;
  const runs = runsOf(scene, valuesOf(scene));
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i] as Run;
    const mixed =
      bindMixed(reading, runs, i) ??
      bindArmed(reading, runs, i, () => single(reading, run.values[0] as Value, runs[i + 1]?.values[0])[0].what);
    const placed = mixed?.placed ?? placesOf(reading, run, runs[i + 1]?.values[0], listInTurn(reading, runs, i));
    for (const [place, value] of placed) {
      const group = subjectGroup(reading, value, place);
      outcome.add(reading, value, group ? { ...place, group } : place);
    }
    i += (mixed?.runs ?? 1) - 1;
  }
  for (const value of runs.flatMap(({ values }) => values)) bindLater(reading, value);
}

function placesOf(reading: Reading, run: Run, next: Value | undefined, turn: Turn): Placed[] {
  const { time } = turn;
  const placed = placesIn(reading, run, next, turn.what);
  return time ? placed.map(([place, value]): Placed => [{ ...place, time }, value]) : placed;
}

function placesIn(reading: Reading, run: Run, next: Value | undefined, inTurn: What | undefined): Placed[] {
  const { scene, names } = reading;
  const first = run.values[0] as Value;
  if (run.values.length === 1) return singles(reading, first, next);
  if (first.family === 'effect' && !run.contrast && !hasDimension(reading, run)) {
    if (isOfList(reading, run))
      return run.values.map((value): Placed => [{ what: undefined, ruleId: 'bind.list-unmatched' }, value]);
    // `(HR=0.3、2.6、0.4)`: one outcome, factor by factor.
    const [place] = single(reading, first, next);
    return run.values.map((value): Placed => [place, value]);
  }
  if (isOfUnknownArms(reading, run))
    return run.values.map((value): Placed => [{ what: undefined, ruleId: 'bind.list-unmatched' }, value]);
  const traits = run.contrast ? undefined : traitsInTurn(reading, run);
  if (traits) return traits;
  const until = next?.span.start ?? scene.end;
  const last = run.values.at(-1) as Value;
  const before = whatBefore(scene, names, first);
  const near = before?.ruleId === 'bind.before' ? before : whatBehind(scene, names, last, until);
  const carried = before && isCarried(scene, names, first, before.mention) ? before : undefined;
  // `OS率在T2、T3期患者中分别为`: what says who the patients are is not what the numbers are of.
  const isTold = isKind(near?.mention, 'measure', 'event');
  const what = (isTold ? near : groupsInWords(reading, run)?.what) ?? near ?? carried;
  if (run.contrast && run.values.length === 2) {
    const told = inTurn ?? what ?? toldBehind(reading, first);
    return contrastOfPatients(reading, run, told) ?? contrast(reading, run, told);
  }
  // `甲型组中位PFS和OS分别为a和b`: the group holds for every number of the list.
  const group = groupOf(scene, names, first);
  const listed = bindList(reading, run, inTurn ?? what, inTurn !== undefined);
  return listed.map(([place, value]): Placed => [{ ...place, group: place.group ?? group }, value]);
}

/** `两组中位OS为a和b个月`, where one arm alone is known: both of them are not its values. */
function isOfUnknownArms({ scene, names, cast }: Reading, { values }: Run): boolean {
  const at = (values[0] as Value).span.start;
  const from = scene.clauseStart(at);
  const isNamed = names.groups.some(({ start, end }) => start >= from && end <= at);
  return cast.arms.length === 1 && values.length === 2 && !isNamed && saysBothArms(scene, from, at);
}

/** `甲、乙和某事的发生率…,其RR分别为`: a list of which not all names are known is not of the last one of them. */
function isOfList({ scene, names }: Reading, run: Run): boolean {
  const at = (run.values[0] as Value).span.start;
  const list = lastBefore(names.whats, at);
  const member = list?.members.at(-1);
  const said = scene.mentions.some((mention) => isCue(mention, 'respectively') && mention.span.end === at);
  // `甲和LDH升高是独立预后因素,风险比分别为`: factors, and no outcomes.
  if (!member || !said || !isKind(member, 'event') || tellsFactors(scene)) return false;
  return scene.phrase('joins.names').test(scene.between(member.span.start - 1, member.span.start));
}

/** One number; behind 均, and words such as 未达到, hold for every name of the list beside them. */
function singles(reading: Reading, value: Value, next: Value | undefined): Placed[] {
  const { scene } = reading;
  const [place, same] = single(reading, value, next);
  const { what } = place;
  const holds =
    what?.ruleId === 'bind.behind'
      ? value.quantity.kind === 'not-reached'
      : what !== undefined && scene.phrase('joins.all-equal').test(scene.between(what.list.end, value.span.start));
  const members = holds ? (what?.list.members ?? []) : [];
  if (!what || members.length < 2) return [[place, same]];
  return members.map((mention): Placed => [{ ...place, what: { ...what, mention } }, value]);
}

function single(reading: Reading, value: Value, next: Value | undefined): Placed {
  const { scene, names, cast, outcome } = reading;
  if (value.family === 'count' && (opensCohort(reading, value.span) || sizesArm(scene, value.span)))
    return [{ what: undefined, ruleId: 'bind.single' }, value];
  // `ORR为41%,其中32例(62%)接受了化疗`: what was told before is not what these patients got.
  if (gotTreatment(scene, value) && !isNamedInClause(scene, names, value))
    return [{ what: undefined, ruleId: 'bind.single' }, value];
  // `16例(8%)在中位1个月时发生感染`: when it befell them does not end what is told of them.
  const when = next && scene.phrase('attaching.when').test(scene.between(value.span.end, next.span.end + 2));
  const until = when ? scene.end : (next?.span.start ?? scene.end);
  const related =
    value.family === 'effect'
      ? (whatInTurn(scene, names, value) ??
        affectedBefore(reading, value.span.start) ??
        affectedBehind(reading, value.span.end) ??
        whatRelated(scene, names, value.span.end))
      : undefined;
  const near = whatOf(scene, names, value, until);
  const own =
    near?.ruleId === 'bind.before'
      ? undefined
      : (ownLevel(scene, value) ?? lastLevel(reading, value) ?? ownOfEffect(scene, value));
  const found = riskOf(names, value) ?? related ?? own ?? near;
  const ofFactor = value.family === 'effect' && !related && found?.mention.kind !== 'measure' && tellsFactors(scene);
  const told = ofFactor ? outcomeOfFactors(reading, value.span.start) : found;
  const what = told?.ruleId === 'bind.before' ? told : (countedTrait(reading, value) ?? told);
  const shared = value.family === 'effect' ? undefined : sharedBehind(scene, names, value, next);
  const chosen =
    followUp(value) ??
    amountBefore(scene, names, value) ??
    (what?.ruleId === 'bind.before' || !shared ? what : shared) ??
    ownMeasure(value) ??
    amountCompared(scene, value) ??
    (value.family === 'effect'
      ? (lastWhat(scene, names, outcome) ?? closingMeasure(scene, names, value))
      : sentenceWhat(names, outcome, value)) ??
    unlisted(scene, value) ??
    countedEvent(scene, value) ??
    ownWords(scene, value) ??
    toldBehind(reading, value);
  const named =
    armInBracket(scene, names, cast, value) ??
    armBehind(scene, names, cast, value.span.end, until) ??
    armSeenIn(scene, names, cast, value.span.end) ??
    armBefore(scene, names, cast, value.span.start) ??
    outcome.subjectFor(scene, names);
  const who = opposedTo(reading, value, next, named) ?? named;
  if (!who && value.family !== 'effect' && isTornList(reading, value))
    return [{ what: undefined, ruleId: 'bind.list-unmatched' }, value];
  if (isForeign(scene, cast, value) || isOfUnknownControl(scene, cast, value))
    return [{ what: undefined, ruleId: 'bind.foreign' }, value];
  return [
    { what: chosen, who, group: groupOf(scene, names, value) ?? groupAtBracket(scene, value), ruleId: 'bind.single' },
    value,
  ];
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

/** `优于A与B的二联方案(ORR22%)`: the bracket is of a treatment that is no arm of this study. */
function isForeign(scene: Scene, cast: Cast, value: Value): boolean {
  const open = scene.openBracket(value.span.start);
  if (open < 0) return false;
  const head = scene.nearestBefore(open);
  if (!head || head.facts.combination === undefined || open - head.span.end > 8) return false;
  return (
    cast.list.find(head) === undefined &&
    scene.phrase('joins.comparator').test(scene.between(head.span.start - 8, head.span.start))
  );
}

/** `对照组采用甲药,ORR为a%`, where another treatment is all that is known of the arms: no value of a control is one of it. */
function isOfUnknownControl(scene: Scene, cast: Cast, { span, family }: Value): boolean {
  const head = scene.nearestBefore(span.start, (mention) => isKind(mention, 'arm'));
  if (!head || family === 'effect' || head.facts.role !== 'control' || cast.arms.length !== 1) return false;
  if (cast.list.find(head) !== undefined || isComparator(scene, head)) return false;
  return !/[;\u3002]/u.test(scene.between(head.span.end, span.start));
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

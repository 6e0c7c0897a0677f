import { whatAtLaterTime } from './at-later-time.js';
import { bindLater } from './bind-later.js';
import { bindList, isCutOff } from './bind-list.js';
import { bindMixed } from './bind-mixed.js';
import { isCarried } from './carry.js';
import { contrast } from './contrast.js';
import { lastBefore } from './coordination.js';
import { withEvents } from './counted-shares.js';
import { hasDimension } from './dimensions.js';
import { tellsFactors } from './factors.js';
import { groupsInWords } from './groups-in-words.js';
import { listInTurn, type Turn } from './list-in-turn.js';
import { saysBothArms } from './names.js';
import { contrastOfPatients } from './opposed-patients.js';
import type { Placed, Reading } from './place.js';
import { type Run, runsOf } from './runs.js';
import { isCue, isKind } from './scene.js';
import { single } from './single.js';
import { groupOf, subjectGroup } from './subject-group.js';
import { bindArmed, patientsInBracket, toldBehind } from './told-in-bracket.js';
import { traitsInTurn } from './traits-in-turn.js';
import { type Value, valuesOf } from './values.js';
import { type What, whatBefore, whatBehind } from './what.js';
import { whatsBehind } from './whats-behind.js';

/** Binds the shares, counts, times and effects of a passage. */
export function bindValues(reading: Reading): void {
  const { scene, outcome } = reading;
  const runs = withEvents(scene, runsOf(scene, valuesOf(scene)), outcome.counts);
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
  // `A组和B组复发率分别为38%和`: the first number of a list that the text ends in.
  const isFirst =
    isCutOff(scene, run) && names.arms.some(({ members, end }) => members.length > 1 && end <= first.span.start);
  if (run.values.length === 1 && !isFirst) return singles(reading, first, next);
  if (first.family === 'effect' && !run.contrast && !hasDimension(reading, run)) {
    if (isOfList(reading, run))
      return run.values.map((value): Placed => [{ what: undefined, ruleId: 'bind.list-unmatched' }, value]);
    // `(HR=0.3、2.6、0.4)`: one outcome, factor by factor.
    const [place] = single(reading, first, next);
    return run.values.map((value): Placed => [place, value]);
  }
  if (isOfUnknownArms(reading, run))
    return run.values.map((value): Placed => [{ what: undefined, ruleId: 'bind.list-unmatched' }, value]);
  const behind = whatsBehind(reading, run);
  if (behind) return behind;
  const traits = run.contrast ? undefined : traitsInTurn(reading, run);
  if (traits) return traits;
  const until = next?.span.start ?? scene.end;
  const last = run.values.at(-1) as Value;
  const before = whatBefore(scene, names, first);
  const near = before?.ruleId === 'bind.before' ? before : whatBehind(scene, names, last, until);
  const carried = before && isCarried(scene, names, first, before.mention) ? before : undefined;
  // `OS率在T2、T3期患者中分别为`: what says who the patients are is not what the numbers are of.
  const isTold = isKind(near?.mention, 'measure', 'event');
  const what =
    (isTold ? near : groupsInWords(reading, run)?.what) ?? near ?? carried ?? whatAtLaterTime(reading, first);
  if (run.contrast && run.values.length === 2) {
    const patients = patientsInBracket(reading, first);
    const told = patients?.what ?? inTurn ?? what ?? toldBehind(reading, first);
    const opposed = contrastOfPatients(reading, run, told) ?? contrast(reading, run, told);
    return patients ? opposed.map(([place, value]): Placed => [{ ...place, group: patients.group }, value]) : opposed;
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

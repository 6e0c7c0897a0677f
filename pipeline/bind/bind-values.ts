import type { BindingKind, Mention, StudyArm } from '../model/index.js';
import { type Coordination, lastBefore } from './coordination.js';
import type { Names } from './names.js';
import type { Outcome } from './outcome.js';
import { isCue, isKind, type Scene } from './scene.js';
import { type Run, runsOf, type Value, valuesOf } from './values.js';
import { canState, isCarried, type What, whatBefore, whatBehind, whatOf, whatRelated } from './what.js';
import { armBefore, armBehind, type Cast, pairBefore, type Who } from './who.js';

/** What one value of a run belongs to. */
interface Place {
  readonly what?: What | undefined;
  readonly who?: Who | undefined;
  readonly arm?: StudyArm | undefined;
  readonly time?: Mention | undefined;
  readonly grade?: Mention | undefined;
  readonly group?: Mention | undefined;
  readonly ruleId: string;
  readonly confidence: number;
}

/** Binds the shares, counts, times and effects of a passage. */
export function bindValues(scene: Scene, names: Names, cast: Cast, outcome: Outcome): void {
  const runs = runsOf(scene, valuesOf(scene));
  runs.forEach((run, i) => {
    const until = runs[i + 1]?.values[0]?.span.start ?? scene.end;
    const next = runs[i + 1]?.values[0];
    for (const [place, value] of placesOf(scene, names, cast, run, until, next, outcome))
      outcome.add(scene, names, cast, value, place);
  });
}

type Placed = [Place, Value];

function placesOf(
  scene: Scene,
  names: Names,
  cast: Cast,
  run: Run,
  until: number,
  next: Value | undefined,
  outcome: Outcome,
): Placed[] {
  if (run.values.length === 1) return singles(scene, names, cast, run.values[0] as Value, until, next, outcome);
  const first = run.values[0] as Value;
  const last = run.values.at(-1) as Value;
  const before = whatBefore(scene, names, first);
  const carried = before?.ruleId === 'bind.carried' && !isCarried(scene, names, first, before.mention);
  const what = (carried ? undefined : before) ?? whatBehind(scene, names, last, until);
  const behind = whatBehind(scene, names, last, until);
  const chosen = what?.ruleId === 'bind.before' || !behind ? what : behind;
  if (run.contrast && run.values.length === 2) return contrast(scene, names, cast, run, chosen, outcome);
  return listed(scene, names, cast, run, chosen, outcome);
}

/** One number; words such as 未达到 hold for every measure of the list behind them. */
function singles(scene: Scene, names: Names, cast: Cast, value: Value, until: number, next: Value | undefined, outcome: Outcome): Placed[] {
  const [place, same] = single(scene, names, cast, value, until, next, outcome);
  const { what } = place;
  const members = what?.ruleId === 'bind.behind' && value.quantity.kind === 'not-reached' ? what.list.members : [];
  if (!what || members.length < 2) return [[place, same]];
  return members.map((mention): Placed => [{ ...place, what: { ...what, mention } }, value]);
}

function single(scene: Scene, names: Names, cast: Cast, value: Value, until: number, next: Value | undefined, outcome: Outcome): Placed {
  const related = value.family === 'effect' ? whatRelated(scene, names, value.span.end) : undefined;
  const what = riskOf(names, value) ?? related ?? whatOf(scene, names, value, until);
  const shared = sharedBehind(scene, names, value, next);
  const chosen =
    (what?.ruleId === 'bind.before' || !shared ? what : shared) ??
    ownMeasure(value) ??
    (value.family === 'effect' ? lastWhat(names, outcome) : undefined) ??
    unlisted(scene, value) ??
    ownWords(scene, value);
  const who = armBehind(scene, names, cast, value.span.end, until) ??
    armBefore(scene, names, cast, value.span.start) ??
    outcome.subjectFor(scene, names);
  if (!who && isTornList(scene, names, cast, value)) return [{ what: undefined, ruleId: 'bind.list-unmatched', confidence: 0 }, value];
  if (isForeign(scene, cast, value)) return [{ what: undefined, ruleId: 'bind.foreign', confidence: 0 }, value];
  return [{ what: chosen, who, group: groupOf(scene, names, value), ruleId: 'bind.single', confidence: 1 }, value];
}

/** The group of patients that the sentence names before the number, alone and with no arm behind it. */
function groupOf(scene: Scene, names: Names, value: Value): Mention | undefined {
  const list = lastBefore(names.groups, value.span.start);
  if (!list || list.members.length > 1) return undefined;
  const parted = scene.between(list.end, value.span.start).includes(';') || names.arms.some(({ start }) => start > list.end && start < value.span.start);
  return parted ? undefined : list.members[0];
}

/** A number of a 分别-list over arms whose other numbers were not read: which arm it belongs to is open. */
function isTornList(scene: Scene, names: Names, cast: Cast, value: Value): boolean {
  const list = lastBefore(names.arms, value.span.start);
  if (!list || list.members.length < 2 || cast.arms.length < 2 || list.start < scene.clauseStart(value.span.start)) return false;
  return scene.mentions.some((mention) => isCue(mention, 'respectively') && mention.span.start >= list.end && mention.span.end <= value.span.start);
}

/** `优于A与B的二联方案(ORR31%)`: the bracket is of a treatment that is no arm of this study. */
function isForeign(scene: Scene, cast: Cast, value: Value): boolean {
  const open = scene.openBracket(value.span.start);
  if (open < 0) return false;
  const head = scene.before(open)[0];
  if (!head || head.facts.combination === undefined || open - head.span.end > 8) return false;
  return cast.list.find(head) === undefined && scene.phrase('joins.comparator').test(scene.between(head.span.start - 8, head.span.start));
}

/** `降低了43%的死亡风险`: the risk that a reduction is of stands right behind it. */
function riskOf(names: Names, value: Value): What | undefined {
  if (value.quantity.estimate !== 'RRR') return undefined;
  const list = names.whats.find(({ start }) => start >= value.span.end && start <= value.span.end + 2);
  const mention = list?.members[0];
  return list && mention ? { mention, list, ruleId: 'bind.behind', confidence: 0.95 } : undefined;
}

/** What the passage before was about, for an effect in a passage that names no measure. */
function lastWhat(names: Names, outcome: Outcome): What | undefined {
  const [mention] = outcome.lastWhats;
  if (!mention || names.whats.length > 0 || outcome.lastWhats.length > 1) return undefined;
  return { mention, list: { members: [mention], start: mention.span.start, end: mention.span.end }, ruleId: 'bind.carried-over', confidence: 0.85 };
}

/**
 * A noun that the lexicon does not know, right before a count with its share (`胸壁2例(11%)`): an adverse event where
 * the passage is about those, else a feature of the patients.
 */
function unlisted(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'share' || value.quantity.events === undefined) return undefined;
  const lead = scene.between(Math.max(scene.start, value.span.start - 12), value.span.start);
  const noun = scene.phrase('attaching.unlisted').exec(lead)?.groups?.noun;
  const named = scene.mentions.some(({ kind, span }) => kind !== 'cue' && span.end > value.span.start - (noun?.length ?? 0) && span.end <= value.span.start);
  if (noun === undefined || named) return undefined;
  const events = scene.mentions.some(({ kind, facts }) => kind === 'grade' || (kind === 'event' && facts.general !== undefined));
  const span = { start: value.span.start - noun.length, end: value.span.start };
  const mention: Mention = { kind: events ? 'event' : 'item', span, ruleId: 'bind.unlisted', text: noun, name: noun, facts: {} };
  return { mention, list: { members: [mention], ...span }, ruleId: 'bind.unlisted', confidence: 0.85 };
}

/** `67%的患者能规范完成4个疗程诱导`: what the patients do is the measure, in the words of the article. */
function ownWords(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'share') return undefined;
  const behind = scene.between(value.span.end, scene.clauseEnd(value.span.end));
  const doing = scene.phrase('attaching.own-words').exec(behind)?.groups?.doing;
  if (doing === undefined) return undefined;
  const mention: Mention = { kind: 'measure', span: value.span, ruleId: 'bind.own-words', text: doing, name: doing, facts: { reads: 'rate' } };
  return { mention, list: { members: [mention], ...value.span }, ruleId: 'bind.own-words', confidence: 0.8 };
}

/** A number of treatment cycles with its range needs no other word to say what it is. */
function ownMeasure(value: Value): What | undefined {
  if (value.family !== 'time' || value.quantity.unit !== 'cycle' || value.quantity.low === undefined) return undefined;
  const mention: Mention = { ...value.mention, kind: 'measure', name: 'treatment-cycles', facts: { reads: 'cycles' } };
  return {
    mention,
    list: { members: [mention], start: value.span.start, end: value.span.end },
    ruleId: 'bind.cycles-treated',
    confidence: 0.95,
  };
}

/** `A组222例(70%)和B组84例(53%)获得CR`: the measure behind the second number is the first one's, too. */
function sharedBehind(scene: Scene, names: Names, value: Value, next: Value | undefined): What | undefined {
  if (!next || next.family !== value.family) return undefined;
  const between = scene.between(value.span.end, next.span.start);
  if (/[,;\u3002]/u.test(between) || !scene.phrase('joins.shared').test(between)) return undefined;
  const after = scene
    .after(next.span.end)
    .find((mention) => isKind(mention, 'quantity') && mention.quantity?.kind !== 'number');
  return whatBehind(scene, names, next, after?.span.start ?? scene.end);
}

function contrast(
  scene: Scene,
  names: Names,
  cast: Cast,
  run: Run,
  what: What | undefined,
  outcome: Outcome,
): Placed[] {
  const [a, b] = run.values as [Value, Value];
  const clause = scene.clauseStart(a.span.start);
  const pair =
    pairBefore(scene, names, cast, a.span.start, clause, outcome.lastPair(cast)) ??
    pairBefore(scene, names, cast, a.span.start, scene.start, outcome.lastPair(cast)) ??
    outcome.lastPair(cast) ??
    (cast.arms.length === 2 ? { arms: cast.arms, ruleId: 'bind.contrast-order', confidence: 0.85 } : undefined);
  if (pair && pair.arms.length === 2) outcome.rememberPair(pair);
  return [a, b].map((value, i): Placed => {
    const arm = pair?.arms[i];
    const who = arm && pair ? { arms: [arm], ruleId: pair.ruleId, confidence: pair.confidence } : undefined;
    return [{ what, who, ruleId: 'bind.contrast', confidence: 1 }, value];
  });
}

/** A list of numbers goes with the nearest list of as many names, or with two lists that multiply to as many. */
function listed(scene: Scene, names: Names, cast: Cast, run: Run, what: What | undefined, outcome: Outcome): Placed[] {
  const at = (run.values[0] as Value).span.start;
  const size = run.values.length;
  const who = armBefore(scene, names, cast, at);
  const base: Place = { what, who, ruleId: 'bind.list', confidence: 0.97 };
  const dimensions = dimensionsOf(scene, names, cast, at, run, outcome);
  const matching = dimensions.find(({ list }) => list.length === size);
  const nested = matching ? undefined : nest(dimensions, run);
  const behind = matching || nested ? [] : featuresBehind(scene, run);
  // Groups that the sentence before told apart: the numbers are the study's, group by group.
  const unnamed = dimensions.every(({ end }) => end < 0) && cast.arms.length !== size && scene.mentions.some((mention) => isCue(mention, 'respectively') && mention.span.end <= at);
  return run.values.map((value, i): Placed => {
    if (matching) return [matching.place(base, i), value];
    if (nested)
      return [
        nested.outer.place(
          nested.inner.place(base, i % nested.inner.list.length),
          Math.floor(i / nested.inner.list.length),
        ),
        value,
      ];
    const feature = behind[i];
    if (feature) return [{ ...base, what: feature, ruleId: 'bind.list-behind' }, value];
    if (unnamed) return [{ ...base, who: undefined, ruleId: 'bind.list-unnamed', confidence: 0.85 }, value];
    return [{ ...base, what: undefined, ruleId: 'bind.list-unmatched', confidence: 0 }, value];
  });
}

/** `65%、69%和21%的患者有肾脏、心脏和肝脏受累`: the features are listed behind the numbers, in their order. */
function featuresBehind(scene: Scene, run: Run): What[] {
  const last = run.values.at(-1) as Value;
  const match = scene.phrase('attaching.listed-behind').exec(scene.between(last.span.end, scene.clauseEnd(last.span.end)));
  const listed = match?.groups?.list?.split(scene.phrase('joins.enumerates')) ?? [];
  if (listed.length !== run.values.length) return [];
  return listed.map((text) => {
    const mention: Mention = { kind: 'item', span: last.span, ruleId: 'bind.list-behind', text, name: text, facts: {} };
    return { mention, list: { members: [mention], start: last.span.end, end: last.span.end }, ruleId: 'bind.list-behind', confidence: 0.9 };
  });
}

/** How far out the names of a dimension stand where two lists share out one: measures, then arms, then times. */
type Rank = 2 | 1 | 0;

interface Dimension {
  readonly rank: Rank;
  readonly list: readonly unknown[];
  readonly end: number;
  readonly place: (base: Place, i: number) => Place;
}

function nest(dimensions: readonly Dimension[], run: Run): { outer: Dimension; inner: Dimension } | undefined {
  const size = run.values.length;
  for (const a of dimensions) {
    for (const b of dimensions) {
      if (a === b || a.list.length * b.list.length !== size) continue;
      const first = a.rank > b.rank || (a.rank === b.rank && a.end < b.end) ? a : b;
      const second = first === a ? b : a;
      // The groups of the list tell the outer names; where both fit, their rank does.
      const turned = run.groups.length > 0 && run.groups.length !== first.list.length;
      const [outer, inner] = turned ? [second, first] : [first, second];
      return { outer, inner };
    }
  }
  return undefined;
}

/** The lists of names that the numbers of a list can be shared out over, nearest first. */
function dimensionsOf(scene: Scene, names: Names, cast: Cast, at: number, run: Run, outcome: Outcome): Dimension[] {
  const value = run.values[0] as Value;
  const found: Dimension[] = [];
  const push = (rank: Rank, list: Coordination | undefined, place: (member: Mention) => (base: Place) => Place): void => {
    if (!list || list.members.length < 2) return;
    found.push({ rank, list: list.members, end: list.end, place: (base, i) => place(list.members[i] as Mention)(base) });
  };
  const listed = [...names.whats].reverse().filter((list) => list.end <= at && list.members.length > 1);
  const whats = listed.find(
    (list) => canState(value.family, list.members[0] as Mention, value.quantity.unit) && !namesPatients(names, list, at),
  );
  push(2, whats, (mention) => (base) => ({
    ...base,
    what: { mention, list: whats as Coordination, ruleId: 'bind.list', confidence: 0.97 },
  }));
  push(1, listed.find((list) => namesPatients(names, list, at)), (group) => (base) => ({ ...base, group }));
  push(0, lastBefore(names.times, at, 2), (time) => (base) => ({ ...base, time }));
  push(0, lastBefore(names.grades, at, 2), (grade) => (base) => ({ ...base, grade }));
  push(1, lastBefore(names.groups, at, 2), (group) => (base) => ({ ...base, group }));
  const armLists = names.arms.filter((list) => list.end <= at && list.members.length > 1);
  for (const list of armLists) {
    const arms = list.members.flatMap((mention) => cast.arms[cast.list.find(mention) ?? -1] ?? []);
    found.push({
      rank: 1,
      list: arms,
      end: list.end,
      place: (base, i) => ({ ...base, who: { arms: [arms[i] as StudyArm], ruleId: 'bind.list', confidence: 0.97 } }),
    });
  }
  const pair = found.length === 0 && run.values.length === 2 ? pairBefore(scene, names, cast, at) : undefined;
  if (pair?.ruleId === 'bind.contrast') {
    found.push({
      rank: 1,
      list: pair.arms,
      end: 0,
      place: (base, i) => ({ ...base, who: { ...pair, arms: [pair.arms[i] as StudyArm] } }),
    });
  }
  const ordered = found.sort((a, b) => b.end - a.end);
  return [...ordered, ...impliedDimensions(scene, cast, run, at, outcome)];
}

/** `低危、中危和高危患者的5年OS率分别为`: features that a measure stands behind say which patients. */
function namesPatients(names: Names, list: Coordination, at: number): boolean {
  if (!list.members.every(({ kind }) => kind === 'item' || kind === 'qualifier')) return false;
  return names.whats.some((other) => other.start >= list.end && other.end <= at && other.members.some(({ kind }) => kind === 'measure'));
}

/** Lists that the sentence does not print: the cohorts told before, the arms of the study. */
function impliedDimensions(scene: Scene, cast: Cast, run: Run, at: number, outcome: Outcome): Dimension[] {
  const size = run.values.length;
  const implied: Dimension[] = [];
  const cohorts = outcome.cohorts;
  if (cohorts.length === size)
    implied.push({ rank: 1, list: cohorts, end: -1, place: (base, i) => ({ ...base, group: cohorts[i] }) });
  if (cast.arms.length === size) {
    const pair = size === 2 ? outcome.lastPair(cast) : undefined;
    const arms = pair?.arms ?? cast.arms;
    const said = scene.mentions.some((mention) => isCue(mention, 'respectively', 'both-arms') && mention.span.end <= at);
    if (!said) return implied;
    implied.push({
      rank: 1,
      list: arms,
      end: -1,
      place: (base, i) => ({
        ...base,
        who: { arms: [arms[i] as StudyArm], ruleId: 'bind.list-implied', confidence: 0.9 },
      }),
    });
  }
  return implied;
}

/** What kind of row a number with its measure makes. */
export function kindOf(value: Value, what: Mention): BindingKind {
  if (value.family === 'effect') return 'effect';
  if (what.kind === 'event') return 'ae';
  if (what.kind === 'item' || what.kind === 'qualifier') return 'baseline';
  if (value.family === 'time') return value.mention.facts.statistic === 'mean' ? 'mean' : 'median';
  return value.family === 'count' ? 'count' : 'rate';
}

export type { Place };

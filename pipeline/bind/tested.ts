import type { Mention } from '../model/index.js';
import { affectedAtBracket, affectedByBracketed } from './affected-one-by-one.js';
import { baselineCompared } from './compared-baseline.js';
import { clausesTested } from './compared-clauses.js';
import { correlatedWith } from './correlated.js';
import { differsAmong } from './differs-among.js';
import {
  affectedInTurn,
  hasLevels,
  isSurvival,
  outcomeOfFactors,
  prognosisTested,
  survivalOf,
  tellsFactors,
  tellsPrognosis,
} from './factors.js';
import { listTested } from './listed-names.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import { pooledAhead } from './pooled-ahead.js';
import { isCue, isKind, type Scene } from './scene.js';
import { comparedFrom, ownTested } from './unnamed-measure.js';
import { allOf, areParallel, besideLast, distinct, isOwnOf, listedWith, namesIn, untested } from './values-tested.js';
import { nearestWhat } from './what.js';

/** A p value or I², and how far back what it tests may stand. */
export interface Test {
  readonly mention: Mention;
  /** Where the last test before it ended, else the start of the passage. */
  readonly floor: number;
  readonly heterogeneity: boolean;
}

/** The measures or events that a test is of. */
export function testedBy(reading: Reading, test: Test): readonly Mention[] {
  const { start } = test.mention.span;
  const own =
    (affectedInTurn(reading, start) ?? affectedAtBracket(reading, start))?.mention ??
    ofEffect(reading, test) ??
    affectedByBracketed(reading, start)?.mention;
  if (own) return [own];
  const pooled = test.heterogeneity ? pooledAhead(reading, test.mention) : undefined;
  if (pooled) return [pooled];
  const prognosis = test.heterogeneity ? undefined : prognosisTested(reading, test.mention);
  if (prognosis) return prognosis;
  const correlated = correlatedWith(reading, test.mention);
  if (correlated.length > 0) return correlated;
  const differing = test.heterogeneity ? undefined : differsAmong(reading.scene, test.mention);
  if (differing) return [differing];
  const baseline = test.heterogeneity ? undefined : baselineCompared(reading.scene, test.mention);
  if (baseline) return [baseline];
  const ofFactors = tellsFactors(reading.scene) && !comesBeforeFactors(reading.scene, test.mention);
  const limits = isBound(test.mention) && !ofFactors;
  const compared = limits ? clausesTested(reading, test.mention, test.floor) : [];
  if (compared.length > 1) return compared;
  const listed = limits ? listTested(reading, test.mention, test.floor) : [];
  if (listed.length > 1) return listed;
  const told = sinceTimes(reading, test, toldBefore(reading, test));
  const isTold = told.length > 0 && !isOfEarlier(reading, test, told);
  const inWords = isTold || test.heterogeneity ? [] : ownTested(reading.scene, test.mention);
  const tested = inWords.length > 0 ? inWords : told;
  return slashed(reading.scene, test, ofFactors ? withoutFactors(reading, test, tested) : tested);
}

/** `A组病灶较B组大(P=0.02);单因素分析显示…`: whether groups are compared in a part of a sentence that comes to factors behind it. */
function comesBeforeFactors(scene: Scene, { span }: Mention): boolean {
  const part = scene.partAround(span.start);
  if (scene.phrase('attaching.factors').test(scene.between(scene.start, part.end))) return false;
  return scene.phrase('introductions.word').test(scene.between(part.start, span.start));
}

/** `ORR有差异(P=0.02),两组输血量比较差异无统计学意义(P=0.4)`: whether all that a test may be of was told before its own clause. */
function isOfEarlier({ scene, outcome }: Reading, { mention }: Test, told: readonly Mention[]): boolean {
  const open = scene.openBracket(mention.span.start);
  const clause = comparedFrom(scene, open < 0 ? mention.span.start : open);
  const values = outcome.bound.some(({ value }) => value.span.start >= clause && value.span.end <= mention.span.start);
  if (values || told.some(({ span }) => span.end > clause)) return false;
  // `,但A组病灶直径大、分化程度低(P=0.02)`: a feature that one group has more of.
  const features = open >= 0 && scene.phrase('attaching.own-feature').test(scene.between(clause, open + 1));
  return features || scene.phrase('attaching.own-subject').test(scene.between(clause, mention.span.start));
}

/** `ORR为60%;术前与术后CEA比较,差异有统计学意义(P<0.05)`: of what a clause sets against an earlier time only what it names itself. */
function sinceTimes({ scene }: Reading, { mention }: Test, told: readonly Mention[]): readonly Mention[] {
  const { start } = mention.span;
  const open = scene.openBracket(start);
  const clause = comparedFrom(scene, open < 0 ? start : open);
  if (!scene.phrase('attaching.times-compared').test(scene.between(clause, start))) return told;
  return told.filter(({ span }) => span.end > clause);
}

/** `改善RFS(HR=0.4,95%CI:0.2~0.8,P=0.01)`: the outcome of the effect in one bracket with the test, whatever factors the sentence told of before. */
function ofEffect({ scene, outcome }: Reading, { mention, heterogeneity }: Test): Mention | undefined {
  const last = outcome.bound.filter(({ value }) => value.span.end <= mention.span.start).at(-1);
  const open = scene.openBracket(mention.span.start);
  if (heterogeneity || last?.value.family !== 'effect' || open < 0) return undefined;
  const right = isKind(last.what, 'measure') && last.what.span.end === open && isOwnOf(scene, last, mention);
  return right && last.what.facts.reads !== 'cycles' ? last.what : undefined;
}

/** Those of the values before a test, or those named since. */
function toldBefore(reading: Reading, test: Test): readonly Mention[] {
  const { scene, names, outcome } = reading;
  const { start, end } = test.mention.span;
  const indexed = byOrdinal(reading, test.mention);
  if (indexed) return [indexed];
  const isSecond = scene.between(start - 1, start) === '/';
  const from = isSecond ? scene.start : test.floor;
  const all = (since: number) => scene.phrase('joins.all-of-them').test(scene.between(since, end));
  const told = outcome.bound.filter(({ value }) => value.span.end <= start);
  const values = told.filter(({ value }) => value.span.start >= from);
  const last = values.at(-1);
  const nearest = nearestWhat(scene, names, start, from);
  const namesOwn = nearest !== undefined && nearest.list.members.length > 1;
  // `…(P=0.02)、…(P<0.001)更高,P均<0.05`: one test of all that was tested one by one before.
  if (all(start) && namesIn(values) < 2 && namesIn(told) > 1 && !namesOwn) return allOf(scene, told, test.mention);
  if (last && (!nearest || nearest.mention.span.start < last.value.span.start)) {
    const first = values[0] ?? last;
    const surpasses = scene.phrase('joins.all-surpass').test(scene.between(first.value.span.end, start));
    if (all(last.value.span.end) || surpasses) return allOf(scene, values, test.mention);
    if (isOwnOf(scene, last, test.mention)) return isBound(test.mention) ? besideLast(scene, values) : [last.what];
    // Of counts and rates in one order the test is of the rates.
    const alike = values.filter(({ value }) => value.family !== 'count' || last.value.family === 'count');
    return isBound(test.mention) && areParallel(values)
      ? allOf(scene, alike, test.mention)
      : listedWith(reading, values, last);
  }
  const open = scene.openBracket(start);
  // `(DFS:χ2=6.1,P=0.01;OS:…)`: what the bracket itself names is what its p value is of.
  if (nearest && open >= 0 && nearest.mention.span.start > open && !values.some(({ value }) => value.span.start > open))
    return nearest.list.members.filter((mention) => !isKind(mention, 'item'));
  const every = allOf(scene, values, test.mention);
  const among = nearest && every.some(({ name }) => name === nearest.mention.name);
  const ofGroups = nearest !== undefined && isOfGroups(scene, nearest.list.start, open < 0 ? start : open);
  if (last && among && !ofGroups && all(last.value.span.start)) return every;
  if (last && nearest && isBehindWhat(nearest.mention, last, scene, test.mention)) return [last.what];
  // `ORR为60%,高于B组的40%,PFS长于B组,差异均有统计学意义(P<0.05)`: with their numbers or without, all that was told since the last test.
  const differ = nearest && scene.phrase('joins.all-differ').test(scene.between(nearest.mention.span.end, start));
  if (last && nearest && differ)
    return distinct([...every, ...nearest.list.members.filter((mention) => !isKind(mention, 'item'))]);
  if (nearest) return nearest.list.members.filter((mention) => !isKind(mention, 'item'));
  // `CR3例,PR9例,ORR为36%。两组疗效差异无显著性(P=0.66)`: of all that the sentence before told the response.
  const response = outcome.lastWhats.find(({ name }) => name === 'ORR');
  const isOfResponse = () => scene.phrase('attaching.response-compared').test(scene.between(from, start));
  if (response && names.whats.length === 0 && outcome.lastWhats.length > 1 && isOfResponse()) return [response];
  const most = test.heterogeneity ? 3 : all(scene.start) ? 6 : 1;
  if (names.whats.length === 0 && outcome.lastWhats.length <= most)
    return outcome.lastWhats.filter(({ name }) => !untested.has(name ?? ''));
  const carried = outcome.bound.at(-1);
  return carried && carried.value.span.end <= start ? [carried.what] : [];
}

/** `,以上两组OS均无差异(P=0.4)`: whether the clause itself says what the groups that it names do not differ in. */
function isOfGroups(scene: Scene, at: number, end: number): boolean {
  const clause = scene.clauseStart(end);
  return at >= clause && scene.phrase('joins.groups-in').test(scene.between(clause, at));
}

/** A p value of a factor tests what the factor is of: an event or a feature beside it is the factor itself. */
function withoutFactors(reading: Reading, test: Test, tested: readonly Mention[]): readonly Mention[] {
  const what = outcomeOfFactors(reading, test.mention.span.start);
  if (what?.mention.ruleId === 'bind.prognosis') return [what.mention];
  // `分期、化疗周期数与OS相关(P<0.05)`: even a measure is a factor where survival is said to be related to it.
  const related = tested.filter(({ name }) => isSurvival(name));
  if (related.length < tested.length && isRelated(reading.scene, related.at(-1)?.span.end, test)) return related;
  if (!what && tellsPrognosis(reading.scene) && !tested.some(({ name }) => isSurvival(name))) return [];
  const told = reading.outcome.bound.filter(({ value }) => value.family === 'effect').map((bound) => bound.what.name);
  // `β2微球蛋白升高(P=0.01)是影响OS的因素`: what only its own words name is a factor, too.
  const isInOwnWords = ({ ruleId }: Mention) => what !== undefined && ruleId === 'bind.own-words';
  const isOutcome = (mention: Mention) =>
    (isKind(mention, 'measure') && !isInOwnWords(mention)) || told.includes(mention.name);
  // `最终CR(P<0.01)是影响OS的因素`: even a measure is a factor where another one is said to depend on it.
  const right = (mention: Mention) =>
    isAtLimit(reading.scene, mention.span.end, test.mention.span.start) || hasLevels(reading.scene, mention);
  const depends = tested.every(right);
  const survival = areListedFactors(reading.scene, tested, test) ? survivalOf(reading) : undefined;
  if (survival) return [survival];
  if (tested.some(isOutcome) && !depends) return tested;
  return what ? [what.mention] : [];
}

/** Whether what ends at a place is said behind it to be related to something, up to the test. */
function isRelated(scene: Scene, from: number | undefined, { mention }: Test): boolean {
  return from !== undefined && scene.phrase('attaching.related').test(scene.between(from, mention.span.start));
}

/** `多因素分析转移、复发均有统计学意义(P值分别为0.01、0.02)`: whether what comes before its tests is said to be factors, and is no survival. */
function areListedFactors(scene: Scene, tested: readonly Mention[], { floor, mention }: Test): boolean {
  const [first] = tested;
  if (!first || tested.some(({ name }) => isSurvival(name))) return false;
  const from = Math.max(first.span.start, floor);
  return scene.phrase('attaching.listed-factors').test(scene.between(from, mention.span.start));
}

/** `给药时间超过9个月(P=0.003)`, `复发时间(χ2=5,P=0.02)`: whether only the limit of a factor and the bracket of its test stand between. */
function isAtLimit(scene: Scene, from: number, to: number): boolean {
  let between = scene.between(from, to);
  for (const inner of scene.after(from, to))
    if (isKind(inner, 'aside', 'quantity')) between = between.replace(inner.text, '');
  return scene.phrase('attaching.factor-limit').test(between);
}

/** A p value of which only a limit is printed can be of several tests. */
function isBound({ quantity }: Mention): boolean {
  return quantity?.comparator === '<' || quantity?.comparator === '>';
}

/** A measure that the value's patients reached stands behind the value; the p value then is the value's own. */
function isBehindWhat(nearest: Mention, last: BoundValue, scene: Scene, test: Mention): boolean {
  return (
    nearest === last.what ||
    (nearest.span.start > last.value.span.end &&
      scene.depth(nearest.span.start) > scene.depth(last.value.span.end) &&
      scene.depth(test.span.start) > 0)
  );
}

/** `前者P=0.7,后者P=0.9`: the first and the second measure of the list named before. */
function byOrdinal({ scene, names }: Reading, test: Mention): Mention | undefined {
  const cue = scene.nearestBefore(test.span.start);
  if (!isCue(cue, 'former', 'latter') || (cue && scene.between(cue.span.end, test.span.start).length > 2))
    return undefined;
  const list = names.whats.filter(({ end, members }) => end <= test.span.start && members.length === 2).at(-1);
  return list?.members[cue?.name === 'former' ? 0 : 1];
}

/** `(P=0.1/P=0.2)`: two p values for two measures, in their order. */
function slashed(scene: Scene, { mention }: Test, whats: readonly Mention[]): readonly Mention[] {
  if (whats.length !== 2) return whats;
  if (scene.between(mention.span.end, mention.span.end + 1) === '/') return whats.slice(0, 1);
  return scene.between(mention.span.start - 1, mention.span.start) === '/' ? whats.slice(1) : whats;
}

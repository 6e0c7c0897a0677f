import type { Mention } from '../model/index.js';
import { canState, tookTime } from './can-state.js';
import { inCohort, isCarried, isOfOtherArm, ofPatients } from './carry.js';
import { type Coordination, listOf } from './coordination.js';
import {
  countsAllotted,
  countsOf,
  countsResponders,
  enrols,
  enrolsAffected,
  isFeature,
  isOfAnother,
} from './counted-patients.js';
import { listedBefore } from './listed-events.js';
import type { Names } from './names.js';
import { headsWhatFollows, isGroupSize, isRanked, isResponse, namesGroup, qualifies } from './patients.js';
import { isShut, rest } from './residue.js';
import { isKind, type Scene } from './scene.js';
import { saysWhose } from './told-of-patients.js';
import type { Value } from './values.js';

/** The measure, event or characteristic that a number states, and how sure that is. */
export interface What {
  readonly mention: Mention;
  readonly list: Coordination;
  readonly ruleId: string;
}

/** The measure that the number's patients reached, named behind it: `8.6%达CR`, `11例PR`. */
export function whatBehind(scene: Scene, names: Names, value: Value, until: number): What | undefined {
  // `血脂升高超过正常(9/30,30%)和高血压`: what a bracket holds is of what stands before it.
  if (scene.text[value.span.start - 1] === '(' && scene.text[value.span.end - 1] === ')') return undefined;
  const unreached = value.quantity.kind === 'not-reached';
  if (value.family !== 'share' && value.family !== 'count' && !unreached) return undefined;
  const end = Math.min(until, scene.clauseEnd(value.span.end));
  let from = value.span.end;
  for (const list of names.whats) {
    const mention = list.members[0] as Mention;
    if (list.start < value.span.end || list.start >= end) continue;
    const between = rest(scene, from, list.start, !unreached).replace(scene.phrase('attaching.when'), '');
    if (scene.phrase('attaching.cause').test(between)) {
      from = list.end;
      continue;
    }
    if (between !== '' && !scene.phrase('attaching.right').test(between)) return undefined;
    // `n例患者的CR率`: the count is of those whose rate is told of.
    if (value.family === 'count' && scene.phrase('attaching.of').test(scene.between(from, list.start)))
      return undefined;
    if (value.family === 'count' && scene.phrase('attaching.heads-values').test(aroundOf(scene, from, list)))
      return undefined;
    // `30例患者疾病进展后继续治疗`: those who went on behind it are a group.
    const next = scene.between(list.end, list.end + 4);
    if (value.family === 'count' && scene.phrase('attaching.only-past').test(next)) return undefined;
    if (!canState(value.family, mention)) return undefined;
    if (isKind(mention, 'item', 'qualifier') && enrols(scene, mention, value)) return undefined;
    const belongs = isKind(mention, 'item', 'qualifier') && scene.phrase('attaching.is').test(between);
    if (!unreached && !belongs && headsWhatFollows(scene, mention)) return undefined;
    return { mention, list, ruleId: 'bind.behind' };
  }
  return undefined;
}

/** What stands between a number and the names behind it and right behind those, the names left out. */
function aroundOf(scene: Scene, from: number, list: Coordination): string {
  return `${scene.between(from, list.start)}|${scene.between(list.end, Math.min(scene.end, list.end + 10))}`;
}

/** `周围神经病变…,2级、3级毒性分别为`: the event named before that a general word refers back to. */
function referent(scene: Scene, mention: Mention): Mention | undefined {
  return scene.nearestBefore(
    mention.span.start,
    (other) => isKind(other, 'event') && other.facts.general === undefined,
  );
}

/** `毒性` behind an event, and `腹泻是最常见的不良反应`, mean the event. */
function refersBack(scene: Scene, { facts, span }: Mention): boolean {
  if (facts.refers !== undefined) return true;
  if (facts.general === undefined) return false;
  return scene.phrase('attaching.predicate').test(scene.between(Math.max(scene.start, span.start - 16), span.start));
}

/** `DCR(CR+PR+SD)分别为`: the parts of a sum say what another measure is made of. */
function inFormula(scene: Scene, mention: Mention): boolean {
  return scene.text[mention.span.start - 1] === '+' || scene.text[mention.span.end] === '+';
}

/** The measure named before the number; nearest first, those that the number cannot state passed over. */
export function whatBefore(scene: Scene, names: Names, value: Value): What | undefined {
  const until = listedBefore(scene, names, value) ?? value.span.start;
  const candidates = names.whats.filter((list) => list.end <= until).reverse();
  const nearest = candidates[0]?.members.at(-1);
  const ranked =
    nearest !== undefined &&
    isFeature(nearest) &&
    (isRanked(scene, nearest, value) || saysWhose(scene, names, nearest, value));
  for (const list of candidates) {
    const mention = list.members.at(-1) as Mention;
    // Traits that are ranked or set apart one after the other have the rate that was told before all of them.
    if (ranked && isFeature(mention)) continue;
    if (isFeature(mention) && (opposesPatients(scene, mention) || saysWhose(scene, names, mention, value))) continue;
    if (isFeature(mention) && isSurpassed(scene, names, list)) continue;
    if (isShut(scene, mention, value.span.start) || isNegated(scene, mention)) continue;
    if (!canState(value.family, mention, value.quantity.unit)) continue;
    const isTimed = tookTime(scene, names, mention, value);
    if (isTimed && list !== candidates[0]) return undefined;
    if (isTimed) continue;
    if (isKind(mention, 'item', 'qualifier', 'event') && qualifies(scene, mention, value)) continue;
    if (countsOf(scene, mention, value) || countsAllotted(scene, mention, value)) continue;
    if (isKind(mention, 'event') && enrolsAffected(scene, mention, value)) continue;
    if (isGroupSize(scene, mention, value) || isOfAnother(scene, mention, value)) continue;
    if (
      isFeature(mention) &&
      scene.phrase('attaching.names-group').test(scene.between(mention.span.end, mention.span.end + 6))
    )
      continue;
    const responders =
      countsResponders(scene, names, mention, value) ||
      (value.family === 'count' && isOfOtherArm(scene, names, value, mention));
    if (isResponse(mention) && !responders && (namesGroup(scene, names, mention) || inFormula(scene, mention)))
      continue;
    const between = rest(scene, mention.span.end, value.span.start);
    const near = between === '' || scene.phrase('attaching.left').test(between);
    const meant = refersBack(scene, mention) ? (referent(scene, mention) ?? mention) : mention;
    return { mention: meant, list, ruleId: near ? 'bind.before' : 'bind.carried' };
  }
  return undefined;
}

/** `LDH正常、升高者分别为`: a trait that says which patients are set against which. */
function opposesPatients(scene: Scene, { span }: Mention): boolean {
  const number = scene.nearestAfter(span.end, ({ quantity }) => quantity?.unit !== undefined);
  const until = number?.span.start ?? scene.end;
  return scene.phrase('attaching.opposed-patients').test(scene.between(scene.clauseStart(span.start), until));
}

/** `N0患者OS率高于淋巴结转移患者,分别为a和b`: whether patients with a feature are those that a measure of others surpasses. */
function isSurpassed(scene: Scene, names: Names, { start }: Coordination): boolean {
  const from = scene.clauseStart(start);
  if (!scene.phrase('attaching.surpasses').test(scene.between(Math.max(from, start - 6), start))) return false;
  // `腺癌患者ORR为a%,高于鳞癌患者的b%`: the measure may stand in the clause before.
  const part = scene.partAround(start).start;
  return names.whats.some((other) => other.start >= part && other.end < start && isKind(other.members[0], 'measure'));
}

/** `无远处转移者占a%`: those who did not have what is named. */
function isNegated(scene: Scene, { span }: Mention): boolean {
  return scene.phrase('attaching.negated').test(scene.between(Math.max(scene.start, span.start - 5), span.start));
}

/** `2例CR和9例PR`: the name before a number follows right on another number, whose it is. */
function belongsToEarlier(scene: Scene, mention: Mention): boolean {
  const earlier = scene.nearestBefore(mention.span.start);
  return earlier?.quantity !== undefined && earlier.span.end === mention.span.start;
}

function isBeside({ span }: Value, mention: Mention): boolean {
  return span.end === mention.span.start;
}

/** The measure of a number: the one right before it, else the one right behind it, else the one carried on. */
export function whatOf(scene: Scene, names: Names, value: Value, until: number): What | undefined {
  if (
    scene.phrase('attaching.denied').test(scene.between(Math.max(scene.start, value.span.start - 12), value.span.start))
  )
    return undefined;
  if (value.family === 'count' && inCohort(scene, names, value)) return undefined;
  if (isShareOfWhat(scene, value)) return undefined;
  const before = whatBefore(scene, names, value);
  const behind = whatBehind(scene, names, value, until);
  const alternates = before && behind && belongsToEarlier(scene, before.mention) && isBeside(value, behind.mention);
  if (before?.ruleId === 'bind.before' && !alternates) return before;
  if (behind) return behind;
  if (value.family === 'share' && ofPatients(scene, value)) return undefined;
  return before && isCarried(scene, names, value, before.mention) ? before : undefined;
}

/** `局部失败占总治疗失败的a%`: a share of what befell patients, and not of them. */
function isShareOfWhat(scene: Scene, { family, span }: Value): boolean {
  if (family !== 'share') return false;
  const from = Math.max(scene.start, span.start - 16);
  const index = scene.phrase('attaching.share-of-what').exec(scene.between(from, span.start))?.index;
  if (index === undefined) return false;
  return scene.after(from + index, span.start).some((mention) => isKind(mention, 'measure', 'event'));
}

/** The measure that risk factors are related to, named behind their effects: `女性(OR=1.5)…与感染显著相关`. */
export function whatRelated(scene: Scene, names: Names, at: number): What | undefined {
  for (const list of names.whats) {
    const mention = list.members.at(-1) as Mention;
    if (list.start < at || isKind(mention, 'item', 'qualifier')) continue;
    const related = scene
      .phrase('attaching.related')
      .test(scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 24)));
    if (related) return { mention, list, ruleId: 'bind.related' };
  }
  return undefined;
}

/** `甲率、乙率均高于对照组(OR=2.5;OR=3.1)`: of as many effects in one bracket as measures before it, each has its own. */
export function whatInTurn(scene: Scene, names: Names, value: Value): What | undefined {
  const open = scene.openBracket(value.span.start);
  if (open < 0) return undefined;
  const beside = scene.mentions.filter(
    ({ quantity, span }) => quantity?.kind === 'estimate' && scene.openBracket(span.start) === open,
  );
  const list = names.whats.findLast(({ end }) => end <= open);
  const mention = list?.members[beside.indexOf(value.mention)];
  if (!list || !mention || beside.length < 2 || list.members.length !== beside.length) return undefined;
  // `(PFS:HR=0.8;OS:HR=0.7)`: the bracket itself says what each is of.
  if (names.whats.some(({ start }) => start > open && start < value.span.start)) return undefined;
  return { mention, list, ruleId: 'bind.list' };
}

/** The name nearest before a place that any number could state, explanations in brackets passed over. */
export function nearestWhat(scene: Scene, names: Names, at: number, floor: number): What | undefined {
  for (const list of [...names.whats].reverse()) {
    if (list.end > at || list.start < floor) continue;
    const mention = list.members.at(-1) as Mention;
    if (isShut(scene, mention, at) || isKind(mention, 'item', 'qualifier')) continue;
    if (isResponse(mention) && namesGroup(scene, names, mention)) continue;
    return { mention, list: listOf(names.whats, mention) ?? list, ruleId: 'bind.before' };
  }
  return undefined;
}

import { tellsFactors } from './factors.js';
import type { Reading } from './place.js';
import { printedMention, printedWhat } from './printed-what.js';
import { rest } from './residue.js';
import { isCue, isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/**
 * `观察组躯体功能(76.1±4.2)分`, `血小板为(150±20)×10^9/L`: a score or level that no pack knows, right before the mean of it. What
 * a mean is of stands beside it, so that nothing is carried over such a name.
 */
export function ownLevel(scene: Scene, value: Value): What | undefined {
  if (value.quantity.sd === undefined || (value.family !== 'level' && value.family !== 'share')) return undefined;
  const from = leadStart(scene, value.span.start);
  const match = scene.phrase('attaching.level-noun').exec(scene.between(from, value.span.start));
  const noun = match?.groups?.noun;
  if (!match || noun === undefined) return undefined;
  const named = from + match.index + match[0].indexOf(noun);
  const start = symptomEndingAt(scene, named) ?? named;
  const span = { start, end: named + noun.length };
  const text = scene.between(span.start, span.end);
  const facts = { reads: 'level' };
  const mention = printedMention('item', text, span, 'bind.own-level', facts);
  return { mention, list: { members: [mention], ...span }, ruleId: 'bind.before' };
}

/**
 * `、生活能力(ADL)评分提高率(RR=1.3)`: a rate or level that no pack knows, right before the bracket with the effect on it.
 * `CA199水平(HR=1.3)是影响OS的因素`: a factor is none.
 */
export function ownOfEffect(scene: Scene, value: Value): What | undefined {
  const { start } = value.span;
  if (value.family !== 'effect' || scene.between(start - 1, start) !== '(' || tellsFactors(scene)) return undefined;
  const from = scene.clauseStart(start - 1);
  const noun = scene.phrase('attaching.effect-noun').exec(scene.between(from, start - 1))?.groups?.noun;
  if (noun === undefined) return undefined;
  const span = { start: start - 1 - noun.length, end: start - 1 };
  const isKnown = scene.after(span.start, span.end).some((mention) => isKind(mention, 'measure', 'event'));
  return isKnown ? undefined : printedWhat('measure', noun, span, 'bind.before');
}

/**
 * `AFP升高者占62%`, `NLR≤3.2为61例`: in how many a level was found so. Where nothing says that these are a part of all,
 * what is counted behind an outcome may be a group of patients that it is told of.
 */
export function levelFound(scene: Scene, value: Value): What | undefined {
  if (value.family !== 'share' && value.family !== 'count') return undefined;
  const item = scene.before(value.span.start).find((mention) => isKind(mention, 'item', 'measure', 'event', 'arm'));
  if (!item || !isKind(item, 'item') || tellsFactors(scene)) return undefined;
  const found = scene.phrase('attaching.level-found').exec(scene.between(item.span.end, value.span.start))?.groups;
  if (!found) return undefined;
  const isTold = scene.before(item.span.start).some((mention) => isKind(mention, 'measure', 'grade'));
  if (isTold && found.part === undefined) return undefined;
  const span = { start: item.span.start, end: item.span.end + (found.level?.length ?? 0) };
  return printedWhat('item', scene.between(span.start, span.end), span, 'bind.own-level');
}

/** `MMP-9为(98±21)ng/mL,低于B组的(140±30)ng/mL`: the next mean in the same unit that nothing else is named for. */
export function lastLevel({ scene, outcome }: Reading, value: Value): What | undefined {
  const last = outcome.bound.at(-1);
  if (last?.what.ruleId !== 'bind.own-level' || value.quantity.sd === undefined) return undefined;
  if (last.value.quantity.unit !== value.quantity.unit) return undefined;
  if (!scene.phrase('attaching.carry').test(rest(scene, last.value.span.end, value.span.start))) return undefined;
  return { mention: last.what, list: { members: [last.what], ...last.what.span }, ruleId: 'bind.carried' };
}

/** Where what stands before a value begins: behind the last name, or the last number that has its unit. */
function leadStart(scene: Scene, at: number): number {
  const names = scene.before(at).filter((mention) => {
    if (isCue(mention, 'respectively')) return true;
    // `MMP-9水平`: the figures of a name.
    return !isKind(mention, 'cue') && (!isKind(mention, 'quantity') || mention.quantity?.unit !== undefined);
  });
  const last = names.reduce((end, { span }) => Math.max(end, span.end), scene.start);
  return Math.max(last, at - 24, scene.start);
}

/** `口干评分`: a score that is named by a symptom. */
function symptomEndingAt(scene: Scene, at: number): number | undefined {
  return scene.mentions.find(({ kind, span }) => kind === 'event' && span.end === at)?.span.start;
}

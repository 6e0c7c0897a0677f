import type { Mention } from '../model/index.js';
import { type Coordination, listOf } from './coordination.js';
import type { Names } from './names.js';
import { isCue, isKind, type Scene } from './scene.js';
import type { Family, Value } from './values.js';

/** The measure, event or characteristic that a number states, and how sure that is. */
export interface What {
  readonly mention: Mention;
  readonly list: Coordination;
  readonly ruleId: string;
  readonly confidence: number;
}

/** Whether a number of this family can state this measure, event or characteristic. */
export function canState(family: Family, what: Mention, unit?: string): boolean {
  if (isKind(what, 'event')) return family === 'share' || family === 'count' || family === 'effect';
  if (isKind(what, 'item', 'qualifier'))
    return (
      family !== 'effect' &&
      (family !== 'time' || unit === 'line' || what.facts.statistic === 'median' || unit === 'year')
    );
  const reads = what.facts.reads ?? 'both';
  if (family === 'effect') return true;
  if (family === 'time') return reads === 'time' || reads === 'both' || (reads === 'cycles' && unit === 'cycle');
  if (family === 'count') return reads === 'rate' || reads === 'count';
  if (family === 'share') return reads === 'rate' || reads === 'both' || reads === 'count';
  return false;
}

/** Whether a bracket that holds the name has closed before a place: then it explains another name and heads nothing. */
function isShut(scene: Scene, mention: Mention, at: number): boolean {
  let depth = scene.depth(mention.span.start);
  if (depth === 0) return false;
  depth = 0;
  for (let i = mention.span.end; i < at; i += 1) {
    if (scene.text[i] === '(') depth += 1;
    else if (scene.text[i] === ')') depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

/** The text between two places without the names in it that do not part a number from its measure. */
function rest(scene: Scene, from: number, to: number, behind = false): string {
  let text = scene.between(from, to);
  for (const inner of scene.after(from, to)) {
    const passes =
      isKind(
        inner,
        'arm',
        'regimen',
        'population',
        'qualifier',
        'grade',
        'time',
        'drug',
        'procedure',
        'subgroup',
        'citation',
        'design',
      ) ||
      (!behind && isCue(inner, 'median', 'mean')) ||
      isCue(
        inner,
        'patients',
        'attain',
        'both',
        'respectively',
        'both-arms',
        'whole',
        'prior',
        'subset',
        'list',
        'receive',
        'improves',
        'own',
      );
    if (passes || (isKind(inner, 'quantity') && inner.quantity?.kind === 'number')) text = text.replace(inner.text, '');
  }
  // What a measure is made of (`CR+PR`) parts it from nothing.
  return text.replace(/\([^()%]*\)|\s|\(?[A-Za-z]{2,4}(?:\+[A-Za-z]{2,4})+/gu, '');
}

/** The measure that the number's patients reached, named behind it: `8.6%达CR`, `11例PR`. */
export function whatBehind(scene: Scene, names: Names, value: Value, until: number): What | undefined {
  const unreached = value.quantity.kind === 'not-reached';
  if (value.family !== 'share' && value.family !== 'count' && !unreached) return undefined;
  const end = Math.min(until, scene.clauseEnd(value.span.end));
  let from = value.span.end;
  for (const list of names.whats) {
    const mention = list.members[0] as Mention;
    if (list.start < value.span.end || list.start >= end) continue;
    const between = rest(scene, from, list.start, !unreached);
    if (scene.phrase('attaching.cause').test(between)) {
      from = list.end;
      continue;
    }
    if (between !== '' && !scene.phrase('attaching.right').test(between)) return undefined;
    if (!canState(value.family, mention)) return undefined;
    const belongs = isKind(mention, 'item', 'qualifier') && scene.phrase('attaching.is').test(between);
    if (!unreached && !belongs && headsWhatFollows(scene, mention)) return undefined;
    return { mention, list, ruleId: 'bind.behind', confidence: 0.97 };
  }
  return undefined;
}

/** `周围神经病变…,2级、3级毒性分别为`: the event named before that a general word refers back to. */
function referent(scene: Scene, mention: Mention): Mention | undefined {
  return scene.before(mention.span.start).find((other) => isKind(other, 'event') && other.facts.general === undefined);
}

/** Whether a name heads what stands behind it: a number of its own, or patients (`复发的患者`). */
function headsWhatFollows(scene: Scene, mention: Mention): boolean {
  const next = scene.after(mention.span.end)[0];
  const tail = scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 8));
  if (scene.phrase('attaching.heads-patients').test(tail) || describesPatients(scene, mention)) return true;
  if (!next || next.kind !== 'quantity' || next.quantity?.kind === 'p-value') return false;
  const between = scene.between(mention.span.end, next.span.start);
  return between.length <= 4 && scene.phrase('attaching.left').test(between) && !/[\u3001(]/u.test(between);
}

/** `BRCA突变的乳腺癌受试者`, `复发淋巴瘤`: the name belongs to the disease or the patients behind it. */
function describesPatients(scene: Scene, mention: Mention): boolean {
  const [next, then] = scene.after(mention.span.end);
  if (!next) return false;
  const gap = scene.between(mention.span.end, next.span.start);
  if (isKind(next, 'population')) return gap === '' || (gap === '\u7684' && isCue(then, 'patients'));
  return gap === '\u7684' && isCue(next, 'patients');
}

/**
 * Whether a characteristic says which patients are counted, and not what of them: it stands before 的 and the count,
 * or in a bracket that takes a value of all patients apart (`ORR为20%(del(17p)为27%)`).
 */
function qualifies(scene: Scene, mention: Mention, value: Value): boolean {
  if (value.family === 'count' && scene.between(mention.span.end, value.span.start).includes('\u7684')) return true;
  const open = scene.openBracket(value.span.start);
  if (open < 0 || mention.span.start < open) return false;
  return scene.mentions.some(({ span, quantity }) => quantity?.unit === '%' && span.end === open);
}

/** `DCR(CR+PR+SD)分别为`: the parts of a sum say what another measure is made of. */
function inFormula(scene: Scene, mention: Mention): boolean {
  return scene.text[mention.span.start - 1] === '+' || scene.text[mention.span.end] === '+';
}

function isResponse(mention: Mention): boolean {
  return isKind(mention, 'measure') && mention.facts.reads === 'rate';
}

/** `≥VGPR的患者OS为90%,而PR为50%`: a response names a group of patients, and so does the next one beside it. */
function namesGroup(scene: Scene, names: Names, mention: Mention): boolean {
  const isGroup = (other: Mention) =>
    isResponse(other) && scene.phrase('attaching.group').test(scene.between(other.span.end, Math.min(scene.end, other.span.end + 6)));
  if (isGroup(mention)) return true;
  return names.whats.some(({ members }) => members.some((other) => other.span.end < mention.span.start && isGroup(other)));
}

/** The measure named before the number; nearest first, those that the number cannot state passed over. */
export function whatBefore(scene: Scene, names: Names, value: Value): What | undefined {
  const candidates = names.whats.filter((list) => list.end <= value.span.start).reverse();
  for (const list of candidates) {
    const mention = list.members.at(-1) as Mention;
    if (isShut(scene, mention, value.span.start)) continue;
    if (!canState(value.family, mention, value.quantity.unit)) continue;
    if (isKind(mention, 'item', 'qualifier', 'event') && qualifies(scene, mention, value)) continue;
    if (isResponse(mention) && (namesGroup(scene, names, mention) || inFormula(scene, mention))) continue;
    const between = rest(scene, mention.span.end, value.span.start);
    const near = between === '' || scene.phrase('attaching.left').test(between);
    const meant = mention.facts.refers === undefined ? mention : (referent(scene, mention) ?? mention);
    return { mention: meant, list, ruleId: near ? 'bind.before' : 'bind.carried', confidence: near ? 0.98 : 0.85 };
  }
  return undefined;
}

/** The measure of a number: the one right before it, else the one right behind it, else the one carried on. */
export function whatOf(scene: Scene, names: Names, value: Value, until: number): What | undefined {
  if (scene.phrase('attaching.denied').test(scene.between(Math.max(scene.start, value.span.start - 12), value.span.start))) return undefined;
  if (value.family === 'count' && inCohort(scene, names, value)) return undefined;
  const before = whatBefore(scene, names, value);
  if (before?.ruleId === 'bind.before') return before;
  const behind = whatBehind(scene, names, value, until);
  if (behind) return behind;
  if (value.family === 'share' && ofPatients(scene, value)) return undefined;
  return before && isCarried(scene, names, value, before.mention) ? before : undefined;
}

/** Whether a count stands in the bracket that explains a cohort: `(队列A:中度,33例)`. */
function inCohort(scene: Scene, names: Names, value: Value): boolean {
  const open = scene.openBracket(value.span.start);
  return open >= 0 && names.groups.some((list) => list.start > open && list.end <= value.span.start);
}

/**
 * Whether a measure of an earlier clause can hold for a number: nothing that has a name of its own stands right
 * before the number. A bare count of patients carries a measure on only behind a grade (`2级4例`).
 */
export function isCarried(scene: Scene, names: Names, value: Value, carried: Mention): boolean {
  const { start } = value.span;
  const graded = names.grades.some((list) => list.end <= start && start - list.end <= 1);
  if (value.family === 'count') return graded || isCountedInArm(scene, names, value);
  if (value.family !== 'share') return true;
  const valued = scene.before(start).find(({ quantity }) => quantity?.unit !== undefined && quantity.kind !== 'size')?.span.end ?? 0;
  const from = Math.max(scene.clauseStart(start), itemStart(scene, start), carried.span.end, valued);
  let lead = rest(scene, from, start);
  for (const inner of scene.after(from, start)) {
    const apart = isKind(inner, 'item', 'qualifier', 'event') ? qualifies(scene, inner, value) : isResponse(inner) && namesGroup(scene, names, inner);
    if (apart) lead = lead.replace(inner.text.replace(/\([^()%]*\)|\s/gu, ''), '');
  }
  lead = lead.replace(/^.*\(|^\)+/u, '');
  return graded || lead === '' || scene.phrase('attaching.carry').test(lead);
}

/** The measure that risk factors are related to, named behind their effects: `女性(OR=1.5)…与感染显著相关`. */
export function whatRelated(scene: Scene, names: Names, at: number): What | undefined {
  for (const list of names.whats) {
    const mention = list.members.at(-1) as Mention;
    if (list.start < at || isKind(mention, 'item', 'qualifier')) continue;
    const related = scene
      .phrase('attaching.related')
      .test(scene.between(mention.span.end, Math.min(scene.end, mention.span.end + 24)));
    if (related) return { mention, list, ruleId: 'bind.related', confidence: 0.9 };
  }
  return undefined;
}

/** `研究组共发生103例,对照组共发生91例`: the event is named before the arms. */
function isCountedInArm(scene: Scene, names: Names, value: Value): boolean {
  const clause = scene.clauseStart(value.span.start);
  const arm = names.arms.some((list) => list.start >= clause && list.end <= value.span.start);
  if (!arm || !/^(?:\u5171|\u4e3a|\u6709|\u5404)?$/u.test(rest(scene, clause, value.span.start))) return false;
  return scene.mentions.some((mention) => isCue(mention, 'attain') && mention.text.includes('\u53d1\u751f') && mention.span.end <= value.span.start);
}

/** `48.8%的患者完成了治疗`: the share is of what its patients do, and not of a measure named before. */
function ofPatients(scene: Scene, value: Value): boolean {
  return scene.phrase('attaching.share-of-patients').test(scene.between(value.span.end, Math.min(scene.end, value.span.end + 6)));
}

/** The start of the list item around a place: behind the last 、 that is not part of a name. */
function itemStart(scene: Scene, at: number): number {
  for (let i = at - 1; i >= scene.start; i -= 1) {
    if (scene.text[i] !== '\u3001') continue;
    if (!scene.mentions.some(({ span }) => span.start < i && i < span.end)) return i + 1;
  }
  return scene.start;
}

/** The name nearest before a place that any number could state, explanations in brackets passed over. */
export function nearestWhat(scene: Scene, names: Names, at: number, floor: number): What | undefined {
  for (const list of [...names.whats].reverse()) {
    if (list.end > at || list.start < floor) continue;
    const mention = list.members.at(-1) as Mention;
    if (isShut(scene, mention, at) || isKind(mention, 'item', 'qualifier')) continue;
    if (isResponse(mention) && namesGroup(scene, names, mention)) continue;
    return { mention, list: listOf(names.whats, mention) ?? list, ruleId: 'bind.before', confidence: 0.95 };
  }
  return undefined;
}

import { armNameKinds, type Mention } from '../model/index.js';
import { armEndingAt, type Names } from './names.js';
import type { Reading } from './place.js';
import { clauseStart, isCue, isKind, isQuantity, type Scene } from './scene.js';
import type { Value } from './values.js';

export function isFeature(mention: Mention): boolean {
  return isKind(mention, 'item', 'qualifier');
}

/** `回顾性分析n例Ⅲ期患者`: the first count of a sentence that says who was enrolled, whatever all of them have. */
export function enrols(scene: Scene, trait: Mention, { family, span }: Value): boolean {
  if (family !== 'count' || scene.before(span.start).some((other) => isQuantity(other, 'count', 'size'))) return false;
  const lead = scene.between(Math.max(scene.start, span.start - 10), span.start);
  const tail = scene.between(trait.span.start, Math.min(scene.end, trait.span.end + 24));
  return scene.phrase('sizes.enrols').test(lead) && scene.phrase('sizes.enrolled').test(tail);
}

/** `62例Ⅳ期患者均接受甲药`, `女性患者共62例,随机分为`: the first number of a study counts all its patients, whatever they have. */
export function opensCohort({ scene, outcome }: Reading, span: Mention['span']): boolean {
  if (
    outcome.bindings.some((bound) => bound.span.start < span.start) ||
    scene.before(span.start).some((other) => isQuantity(other, 'count', 'size', 'percentage'))
  )
    return false;
  const lead = scene.between(clauseStart(scene.text, span.start, scene.start, ',;:'), span.start);
  const tail = scene.between(span.end, Math.min(scene.end, span.end + 36));
  return scene.phrase('sizes.cohort-opens').test(`${lead}|${tail}`);
}

/** `乙药组(63例)为57.1%`: the count in the bracket of an arm that a value of its own follows is its size. */
export function sizesArm(scene: Scene, span: Mention['span']): boolean {
  const open = scene.text[span.end] === ')' ? scene.openBracket(span.start) : -1;
  const head = open === span.start - 1 ? scene.nearestBefore(open) : undefined;
  if (head?.span.end !== open || !armNameKinds.has(head.kind)) return false;
  return scene.phrase('sizes.value-behind').test(scene.between(span.end + 1, Math.min(scene.end, span.end + 12)));
}

/** `治疗失败的n例患者`, `术后复发的n例肝癌`: the measure says which patients are counted. */
export function countsOf(scene: Scene, mention: Mention, { family, span }: Value): boolean {
  const gap = scene.between(mention.span.end, span.start);
  const next = scene.nearestAfter(span.end, (other) => !isKind(other, 'qualifier'));
  const isWho = isCue(next, 'patients') || (isKind(next, 'population') && (next?.span.start ?? 0) - span.end <= 8);
  return family === 'count' && scene.phrase('joins.of').test(gap) && isWho;
}

/** `Ⅲ期患者随机分为甲组(n例)与乙组`, `鳞癌患者分为甲组n例`: a trait before the word for allotting says nothing of an arm's count. */
export function countsAllotted(scene: Scene, mention: Mention, { family, span }: Value): boolean {
  if (family !== 'count' || !isFeature(mention)) return false;
  const open = scene.openBracket(span.start);
  const at = open < 0 ? span.start : open;
  const head = mention.span.end > at ? undefined : scene.nearestBefore(at);
  if (head?.span.end !== at || !armNameKinds.has(head.kind)) return false;
  return scene.phrase('sizes.allots').test(scene.between(mention.span.end, head.span.start));
}

/** `部分缓解者5例`, `复发者A组5例`: how many reached the response that is named right before. */
export function countsResponders(
  scene: Scene,
  names: Names,
  mention: Mention,
  { family, span, quantity }: Value,
): boolean {
  const arm = armEndingAt(names, span.start);
  const between = scene.between(mention.span.end - 1, arm?.start ?? span.start);
  return family === 'count' && quantity.events === undefined && scene.phrase('attaching.responders').test(between);
}

/**
 * `伴甲病的患者及n名乙病患者`: behind a word of listing a count is of what follows; `在达到CR的n例患者中` tells of
 * whom the numbers behind it are.
 */
export function isOfAnother(scene: Scene, mention: Mention, { family, span }: Value): boolean {
  if (family !== 'count') return false;
  const lead = scene.between(mention.span.end, span.start);
  if (scene.phrase('attaching.of').test(lead))
    return scene.phrase('attaching.among-them').test(scene.between(span.end, span.end + 3));
  return isFeature(mention) && scene.phrase('attaching.and-next').test(lead);
}

/** `癌痛患者62例纳入研究`: those who have what is treated are counted, and not those whom it befell. */
export function enrolsAffected(scene: Scene, { span }: Mention, value: Pick<Value, 'span'>): boolean {
  const { start, end } = value.span;
  const around = `${scene.between(span.end, start)}|${scene.between(end, Math.min(scene.end, end + 16))}`;
  return scene.phrase('attaching.affected-enrolled').test(around);
}

import type { Mention } from '../model/index.js';
import { clauseStart, isCue, isKind, isQuantity, type Scene } from './scene.js';

/** Whether the count is followed by patients, or preceded by their enrolling. */
export function countsPatients(scene: Scene, mention: Mention): boolean {
  // `25例(35.7%)患者移植后发生真菌血症`: what befell a share of the patients is no size, be it known or not.
  const behindIt = scene.between(mention.span.end, scene.clauseEnd(mention.span.end));
  if (isQuantity(mention, 'percentage') && scene.phrase('sizes.befell').test(behindIt)) return false;
  if (scene.phrase('sizes.gave-up').test(behindIt)) return false;
  const next = scene.nearestAfter(mention.span.end);
  const gap = next ? scene.between(mention.span.end, next.span.start) : '';
  if (
    next &&
    gap.length <= 6 &&
    !/[,;\u3001\u3002]/u.test(gap) &&
    (isCue(next, 'patients') || isKind(next, 'population', 'qualifier', 'aside'))
  )
    return true;
  const before = scene.nearestBefore(mention.span.start);
  const lead = before ? scene.between(before.span.end, mention.span.start) : '';
  if (isCue(before, 'enrol') && lead.length <= 3) return true;
  const named = isCue(before, 'patients') || isKind(before, 'population');
  if (named && ((lead.length <= 2 && !/[,;]/u.test(lead)) || scene.phrase('sizes.of-population').test(lead)))
    return true;
  const behind = (id: string, length: number) =>
    scene.phrase(id).test(scene.between(Math.max(scene.start, mention.span.start - length), mention.span.start));
  if (behind('sizes.those-before', 10) || behind('sizes.study-before', 24) || behind('sizes.treated', 6)) return true;
  if (opensStudy(scene, mention) || countsAll(scene, mention)) return true;
  return scene.phrase('sizes.patients-behind').test(behindIt);
}

/** `某研究[3]:Ⅱ期,n例,…`: a count that is a clause by itself and the first number told of a study. */
function opensStudy(scene: Scene, { span }: Mention): boolean {
  const isAlone = clauseStart(scene.text, span.start, scene.start, ',;:') === span.start;
  if (!isAlone || !/[,;\u3002]/u.test(scene.text[span.end] ?? '\u3002')) return false;
  return !scene.before(span.start).some((other) => isQuantity(other) && !isQuantity(other, 'number'));
}

/** `甲药对比乙药,共n例,…`: all that a study counts, where nothing has been counted before it. */
function countsAll(scene: Scene, { span }: Mention): boolean {
  const start = clauseStart(scene.text, span.start, scene.start, ',;:');
  const isTold = scene.phrase('sizes.in-all').test(scene.between(start, span.start));
  if (!isTold || !/[,;:)(\u3002]/u.test(scene.text[span.end] ?? '\u3002')) return false;
  return !scene.before(span.start).some((other) => isQuantity(other, 'count', 'size', 'percentage'));
}

import { closing } from '../text/index.js';
import type { Names } from './names.js';
import type { Scene } from './scene.js';
import type { Value } from './values.js';

/**
 * `A组不良反应率为a%,主要为皮疹(b%)和腹泻(c%),B组为d%`: where events begin that are listed with a number each, right before a clause
 * in which an arm alone has one number: it is of none of them.
 */
export function listedBefore(scene: Scene, names: Names, { span }: Value): number | undefined {
  const clause = scene.clauseStart(span.start);
  const inClause = ({ start, end }: { start: number; end: number }) => start >= clause && end <= span.start;
  if (names.whats.some(inClause) || !names.arms.some(inClause)) return undefined;
  const [enumerates, ends] = [scene.phrase('joins.enumerates-only'), scene.phrase('joins.ends-list')];
  let [start, next] = [clause, clause - 1];
  let listed = 0;
  for (const list of names.whats.filter(({ end }) => end <= clause).reverse()) {
    const end = scene.text[list.end] === '(' ? closing(scene.text, list.end) : -1;
    // `血小板减少(A组a%,B组b%)`: inside the bracket the number is of the event.
    if (end < 0 || end >= next) break;
    const between = scene.between(end + 1, next);
    if (!(listed === 0 ? ends : enumerates).test(between)) break;
    [start, next] = [list.start, list.start];
    listed += 1;
  }
  return listed > 1 ? start : undefined;
}

import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import type { Reading } from './place.js';
import { isQuantity, type Scene } from './scene.js';

/** `低危组36例,高危组44例,5年OS率分别为a和b`: groups that each have their size behind their names are a list, too. */
export function sizedGroups({ scene, names }: Reading, at: number): Coordination | undefined {
  const groups = names.groups.filter(({ end }) => end <= at);
  const members: Mention[] = [];
  let next = at;
  for (const { members: named, start } of groups.reverse()) {
    const [group, another] = named;
    const size = group && another === undefined ? sizeBehind(scene, group) : undefined;
    if (!group || !size) break;
    // Behind the last one the sentence goes on; between two of them nothing else is told.
    if (next < at && !/^\)?[,;\u3001]?$/u.test(withoutJoin(scene, size.span.end, next))) break;
    members.unshift(group);
    next = start;
  }
  const [first, last] = [members[0], members.at(-1)];
  return first && last && first !== last ? { members, start: first.span.start, end: last.span.end } : undefined;
}

function withoutJoin(scene: Scene, from: number, to: number): string {
  const between = scene.between(from, to);
  return scene.phrase('joins.enumerates-only').test(between.replace(/^\)/u, '')) ? '' : between;
}

/** The number of its patients, right behind a group or in the bracket behind it. */
function sizeBehind(scene: Scene, { span }: Mention): Mention | undefined {
  const next = scene.nearestAfter(span.end);
  const isBehind = next && /^\(?$/u.test(scene.between(span.end, next.span.start));
  return isBehind && isQuantity(next, 'count', 'size') ? next : undefined;
}

import type { Mention } from '../model/index.js';
import type { Place, Reading } from './place.js';
import { isCue, isKind } from './scene.js';
import type { Value } from './values.js';

/**
 * `低危患者3年OS率为a%,PFS率为b%`: the patients that a clause is told of hold for its numbers and for those of the next
 * clauses, until others are named.
 */
export function subjectGroup({ scene, names }: Reading, value: Value, { what, group }: Place): Mention | undefined {
  if (group || value.family === 'effect' || !isKind(what?.mention, 'measure', 'event')) return group;
  const at = value.span.start;
  const heads = new RegExp(scene.phrase('attaching.subject-patients'), 'gu');
  const told = [...scene.between(scene.start, at).matchAll(heads)].at(-1);
  const text = told?.groups?.one?.replace(scene.phrase('attaching.group-lead'), '');
  if (!told || !text) return undefined;
  const end = scene.start + told.index + told[0].length;
  const start = end - text.length;
  const isOther = (mention: Mention) => isCue(mention, 'whole', 'both-arms');
  if (names.arms.some((list) => list.start >= end && list.end <= at) || scene.after(end, at).some(isOther))
    return undefined;
  const between = scene.between(end, at).replace(/\([^()]*\)|\[[^[\]]*\]/gu, '');
  if (/;/u.test(between) || scene.phrase('attaching.others-told').test(between)) return undefined;
  return { kind: 'subgroup', span: { start, end }, ruleId: 'bind.group', text, name: text, facts: {} };
}

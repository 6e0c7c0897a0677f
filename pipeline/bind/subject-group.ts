import { armNameKinds, type Mention } from '../model/index.js';
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
  const start = scene.start + told.index;
  const end = start + told[0].length;
  const isArm = ({ kind, span }: Mention) => armNameKinds.has(kind) && span.end > start && span.start < end;
  if (scene.mentions.some(isArm)) return undefined;
  const behind = scene.after(end, at);
  // `Ⅲ期患者中,甲组OS率为a%`: what stands before a sentence holds for the arms in it.
  const isFrame = scene.phrase('attaching.frames').test(scene.between(end, end + 4));
  const named = names.arms.some((list) => list.start >= end && list.end <= at);
  if (behind.some((mention) => isCue(mention, 'whole', isFrame ? '' : 'both-arms')) || (named && !isFrame))
    return undefined;
  const arms = behind.filter(({ kind }) => armNameKinds.has(kind));
  const between = arms
    .reduce((rest, { text: name }) => rest.replace(name, ''), scene.between(end, at))
    .replace(/\([^()]*\)|\[[^[\]]*\]/gu, '');
  if (/;/u.test(between) || scene.phrase('attaching.others-told').test(between)) return undefined;
  return { kind: 'subgroup', span: { start, end }, ruleId: 'bind.group', text, name: text, facts: {} };
}

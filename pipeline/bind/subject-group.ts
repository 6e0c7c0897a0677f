import { armNameKinds, type Mention } from '../model/index.js';
import { findAll } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import { lastBefore } from './coordination.js';
import type { Names } from './names.js';
import type { Place, Reading } from './place.js';
import { printedMention } from './printed-what.js';
import { isCue, isKind, type Scene } from './scene.js';
import { traitOf } from './told-of-patients.js';
import type { Value } from './values.js';
import { endsSizes } from './who.js';

/**
 * `低危患者3年OS率为a%,PFS率为b%`: the patients that a clause is told of hold for its numbers and for those of the next
 * clauses, until others are named.
 */
export function subjectGroup({ scene, names }: Reading, value: Value, { what, group }: Place): Mention | undefined {
  if (group || value.family === 'effect' || !isKind(what?.mention, 'measure', 'event')) return group;
  const trait = traitOf(scene, names, value);
  if (trait) return trait;
  const at = value.span.start;
  const subjects = subjectsBefore(scene, at);
  if (!subjects) return undefined;
  const { start, end, text } = subjects;
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
  return printedMention('subgroup', text, { start, end }, 'bind.group');
}

/** Some of the patients, where they are named and what they are called. */
interface Subjects extends Span<'text'> {
  readonly text: string;
}

/** The patients that a clause before a place begins with: in words for what they have, or by a marker that the lexicon knows. */
function subjectsBefore(scene: Scene, at: number): Subjects | undefined {
  const told = findAll(scene.phrase('attaching.subject-patients'), scene.between(scene.start, at)).at(-1);
  const text = told?.groups?.one?.replace(scene.phrase('attaching.group-lead'), '');
  const start = scene.start + (told?.index ?? 0);
  const inWords = told && text ? { text, start, end: start + told[0].length } : undefined;
  const marked = markedBefore(scene, at);
  return marked && marked.start > (inWords?.start ?? -1) ? marked : inWords;
}

/** `其中dMMR患者的ORR`: patients by a marker at the head of a clause. */
function markedBefore(scene: Scene, at: number): Subjects | undefined {
  const patients = scene.nearestBefore(at, (mention) => isCue(mention, 'patients'));
  const marker = patients && scene.nearestBefore(patients.span.start);
  if (marker?.kind !== 'qualifier' || marker.facts.item === undefined || !patients) return undefined;
  const { start, end } = marker.span;
  const lead = scene.between(scene.clauseStart(start), start).replace(scene.phrase('attaching.group-lead'), '');
  const isTold = scene.phrase('attaching.told-of').test(scene.between(patients.span.end, at));
  return lead === '' && isTold && end === patients.span.start
    ? { text: marker.text, start, end: patients.span.end }
    : undefined;
}

/** The rules that find patients of whom the rest of a sentence tells, whichever arm they were in. */
const framing: ReadonlySet<string> = new Set(['names.subgroup', 'names.subgroup-when']);

/** The group of patients that the sentence names before the number, alone and, unless it frames the sentence, with no arm behind it. */
export function groupOf(scene: Scene, names: Names, value: Value): Mention | undefined {
  const list = lastBefore(names.groups, value.span.start);
  if (!list || list.members.length > 1) return undefined;
  if (scene.clauseStart(value.span.start) > list.end && endsSizes(scene, names.groups, list)) return undefined;
  const frames = framing.has(list.members[0]?.ruleId ?? '');
  const parted =
    /[;\u3002]/u.test(scene.between(list.end, value.span.start)) ||
    (!frames && names.arms.some(({ start }) => start > list.end && start < value.span.start));
  return parted ? undefined : list.members[0];
}

/** `亚组分析显示,亚洲人群(HR=2.1)和欧美人群(HR=1.6)`: the patients that an estimate in the bracket behind them is of, where subgroups are analysed. */
export function groupAtBracket(scene: Scene, value: Value): Mention | undefined {
  const open = value.family === 'effect' ? scene.openBracket(value.span.start) : -1;
  if (open < 0 || !scene.mentions.some((mention) => isCue(mention, 'continued') && mention.span.end <= open))
    return undefined;
  const lead = scene.between(Math.max(scene.start, open - 20), open);
  const text = scene.phrase('attaching.group-at-bracket').exec(lead)?.groups?.who;
  if (text === undefined) return undefined;
  const span = { start: open - text.length, end: open };
  const isNamed = (mention: Mention) =>
    (isKind(mention, 'measure', 'event') || armNameKinds.has(mention.kind)) && mention.span.end > span.start;
  if (scene.after(span.start, open).some(isNamed)) return undefined;
  return printedMention('subgroup', text, span, 'bind.group');
}

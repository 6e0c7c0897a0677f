import { armNameKinds, type Mention } from '../model/index.js';
import { lastBefore } from './coordination.js';
import type { Dimension } from './nesting.js';
import type { Place, Reading } from './place.js';
import { printedMention } from './printed-what.js';
import type { Run } from './runs.js';
import type { What } from './what.js';

/** Groups of patients that share out a list of numbers, and the measure that these are of. */
interface GroupsInWords {
  readonly dimension: Dimension;
  readonly what: What;
}

/**
 * `病灶≤2个、3~5个和>5个者5年OS率分别为a、b和c`: as many groups of patients as numbers, or as lists of numbers, in words that the
 * lexicon need not know.
 */
export function groupsInWords(
  { scene, names, cast }: Reading,
  { values, groups: lists }: Run,
): GroupsInWords | undefined {
  const at = values[0]?.span.start ?? 0;
  const from = scene.clauseStart(at);
  const measure = names.whats.findLast(
    ({ end, members }) => end <= at && members.every(({ kind }) => kind === 'measure'),
  );
  if (!measure || measure.start < from) return undefined;
  const lead = scene.between(from, at);
  const head = scene.between(from, measure.start);
  const listed = scene.phrase('attaching.groups-listed').exec(head)?.groups?.list;
  const among =
    scene.phrase('attaching.groups-among').exec(head) ??
    scene.phrase('attaching.groups-behind').exec(scene.between(measure.end, at));
  const printed = among?.groups?.list ?? listed?.replace(scene.phrase('attaching.group-lead'), '') ?? '';
  const parts = printed.split(scene.phrase('joins.enumerates'));
  const times = lastBefore(names.times, at, 2)?.members.length ?? 1;
  const fits = [values.length, values.length / times, lists.length].includes(parts.length);
  if (parts.length < 2 || !fits) return undefined;
  const start = from + lead.lastIndexOf(printed);
  const end = start + printed.length;
  const isTreated = scene.mentions.some(
    ({ kind, span }) => armNameKinds.has(kind) && span.end > start && span.start < end,
  );
  if (isTreated || parts.some((text) => text === '' || scene.phrase('attaching.groups-vague').test(text)))
    return undefined;
  let next = start;
  const list = parts.map((text): Mention => {
    const span = { start: next, end: next + text.length };
    next = span.end + 1;
    return printedMention('subgroup', text, span, 'bind.group');
  });
  // Groups of patients have no arm, unless they are parts of one.
  const ofArm = cast.arms.length === 1 || names.arms.some((arm) => arm.start >= from && arm.end <= at);
  const place = (base: Place, i: number): Place => ({ ...base, who: ofArm ? base.who : undefined, group: list[i] });
  const mention = measure.members.at(-1) as Mention;
  return { dimension: { rank: 1, list, end, place }, what: { mention, list: measure, ruleId: 'bind.before' } };
}

import { armNameKinds, type Mention } from '../model/index.js';
import { lastBefore } from './coordination.js';
import type { Dimension } from './nesting.js';
import type { Reading } from './place.js';
import type { Run } from './runs.js';

/**
 * `病灶≤2个、3~5个和>5个者5年OS率分别为a、b和c`: as many groups of patients as numbers, or as lists of numbers, in words that the
 * lexicon need not know.
 */
export function groupsInWords({ scene, names }: Reading, { values, groups: lists }: Run): Dimension | undefined {
  const at = values[0]?.span.start ?? 0;
  const from = scene.clauseStart(at);
  const measure = lastBefore(names.whats, at);
  if (!measure || measure.start < from || measure.members.some(({ kind }) => kind !== 'measure')) return undefined;
  const told = scene.phrase('attaching.groups-listed').exec(scene.between(from, measure.start));
  const printed = told?.groups?.list?.replace(scene.phrase('attaching.group-lead'), '') ?? '';
  const parts = printed.split(scene.phrase('joins.enumerates'));
  const times = lastBefore(names.times, at, 2)?.members.length ?? 1;
  const fits = [values.length, values.length / times, lists.length].includes(parts.length);
  if (parts.length < 2 || !fits) return undefined;
  const end = from + (told?.index ?? 0) + (told?.groups?.list?.length ?? 0);
  const start = end - printed.length;
  const isTreated = scene.mentions.some(
    ({ kind, span }) => armNameKinds.has(kind) && span.end > start && span.start < end,
  );
  if (isTreated || parts.some((text) => text === '' || scene.phrase('attaching.groups-vague').test(text)))
    return undefined;
  let next = start;
  const list = parts.map((text): Mention => {
    const span = { start: next, end: next + text.length };
    next = span.end + 1;
    return { kind: 'subgroup', span, ruleId: 'bind.group', text, name: text, facts: {} };
  });
  return { rank: 1, list, end, place: (base, i) => ({ ...base, group: list[i] }) };
}

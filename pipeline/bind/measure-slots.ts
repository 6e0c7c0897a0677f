import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import type { Names } from './names.js';
import type { BoundValue } from './outcome.js';
import type { Place } from './place.js';

/** What a number of a list is of: a measure or event, and the landmark and the group of patients where there are any. */
export type Told = Pick<BoundValue, 'what' | 'time' | 'group'> & { readonly grade?: string | undefined };

/** What a value that is bound was of. */
export function toldOf({ what, time, group, binding }: BoundValue): Told {
  return { what, time, group, grade: binding.grade };
}

/** Each measure once, or once at each of its landmarks or grades and for each group, in the order in which they were told. */
export function distinctTold(told: readonly Told[]): Told[] {
  const keyOf = ({ what, time, grade, group }: Told) => `${what.name} ${time?.text} ${grade} ${group?.text}`;
  return [...new Map(told.map((one) => [keyOf(one), one])).values()];
}

/**
 * `ORR、1年及2年OS率`, `1年OS率和2年PFS率`: the members of a list of measures, each with its landmark, or once for each of
 * several; one landmark is carried on to the measures that have none of their own.
 */
export function slotsOf(names: Names, list: Coordination): Told[] {
  const timesOf = (member: Mention) =>
    names.times.find(({ end }) => end <= member.span.start && member.span.start - end <= 1)?.members ?? [];
  const own = list.members.map(timesOf);
  const [first = []] = own;
  // `1、2年OS率和PFS率`: landmarks before the first of the measures are those of all.
  const areShared = first.length > 1 && own.some((times) => times.length === 0);
  if (areShared) return list.members.map((what) => ({ what }));
  let last: Mention | undefined;
  return list.members.flatMap((what, i): Told[] => {
    const times = own[i] ?? [];
    last = times.length > 1 ? undefined : (times[0] ?? last);
    return times.length > 1 ? times.map((time) => ({ what, time })) : [{ what, ...(last ? { time: last } : {}) }];
  });
}

/** The place of a number that is of one member of a list. */
export function placeOf(base: Place, { what: mention, time, group, grade }: Told, list: Coordination): Place {
  const what = { mention, list, ruleId: 'bind.list' };
  return { ...base, what, time: time ?? base.time, grade: grade ?? base.grade, group: group ?? base.group };
}

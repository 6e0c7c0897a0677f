import type { Placed, Reading } from './place.js';
import type { Run } from './runs.js';
import type { Value } from './values.js';
import { armBefore } from './who.js';

/** `其中18、6和14例患者分别为局部复发、区域复发和远处转移`: as many measures or events behind a list of numbers, one each in their order. */
export function whatsBehind({ scene, names, cast }: Reading, { values, contrast }: Run): Placed[] | undefined {
  const [first, last] = [values[0] as Value, values.at(-1) as Value];
  const list = names.whats.find(({ start }) => start >= last.span.end);
  if (contrast || !list || list.members.length !== values.length) return undefined;
  const lead = scene.between(Math.max(scene.start, first.span.start - 4), first.span.start);
  const around = `${lead}|${scene.between(last.span.end, list.start)}`;
  if (!scene.phrase('attaching.listed-in-turn').test(around)) return undefined;
  const who = armBefore(scene, names, cast, first.span.start);
  return values.map((value, i): Placed => {
    const mention = list.members[i] as (typeof list.members)[number];
    const what = { mention, list, ruleId: 'bind.list-behind' };
    return [{ what, ...(who ? { who } : {}), ruleId: 'bind.list-behind' }, value];
  });
}

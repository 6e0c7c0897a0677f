import type { Mention } from '../model/index.js';
import { timeOfChange } from './change-times.js';
import type { Coordination } from './coordination.js';
import type { Names } from './names.js';
import type { Scene } from './scene.js';
import type { Value } from './values.js';

/** The time that a rate holds for: the last one named, unless another measure has been named since. */
export function timeOf(scene: Scene, names: Names, value: Value, what: Mention): Mention | undefined {
  const behind = timeInBracket(scene, value);
  if (behind) return behind;
  const lasted = ({ members }: Coordination) => members[0]?.ruleId === 'times.lasted';
  const least = names.times.find((time) => lasted(time) && time.start >= what.span.end);
  // `72%的患者缓解持续至少6个月`: how long it lasted in so many stands behind it, and is of no other number.
  if (least && what.span.start >= value.span.end && least.start - what.span.end < 8) return least.members[0];
  const list = names.times.filter((time) => time.end <= value.span.start && !lasted(time)).at(-1);
  if (!list || value.family === 'time') return undefined;
  const change = timeOfChange(scene, names.times, value);
  if (change) return change.time;
  const isBetween = ({ kind, span }: Mention) =>
    kind === 'measure' && span.start >= list.end && span.start < what.span.start;
  const another = names.whats.some(({ members }) => !members.includes(what) && members.some(isBetween));
  // `ORR和1年OS率`: the landmark of the next measure of a list is not that of the measure before it.
  const next = names.whats
    .flatMap(({ members }) => members)
    .some(({ kind, span }) => kind === 'measure' && span.start >= list.end && span.start - list.end <= 1);
  if (next && what.span.end <= list.start) return undefined;
  return another && !sharesLandmark(scene, names, list, what) ? undefined : list.members.at(-1);
}

/** `a%、b%(3年)、c%、d%(5年)`: the landmark stands in the bracket behind a rate or the list that it is in. */
function timeInBracket(scene: Scene, { span, family }: Value): Mention | undefined {
  if (family !== 'share') return undefined;
  const match = scene.phrase('landmarks.in-bracket').exec(scene.between(span.end, Math.min(scene.end, span.end + 60)));
  const printed = match?.groups?.time;
  if (!match || printed === undefined) return undefined;
  const end = span.end + match[0].length - 1;
  return scene.mentions.find((mention) => mention.span.end === end && mention.span.start === end - printed.length);
}

/** `2年OS率为80%,PFS率为60%`: the one landmark of a survival holds for the next survival of the sentence that has none. */
function sharesLandmark(scene: Scene, names: Names, time: Coordination, what: Mention): boolean {
  const survives = (mention: Mention | undefined) => mention?.kind === 'measure' && mention.facts.reads === 'both';
  const first = names.whats.find(({ start }) => start >= time.end);
  if (!first || !survives(first.members[0]) || !survives(what) || time.members.length > 1) return false;
  const isNear = scene.phrase('landmarks.before-measure').test(`${scene.between(time.end, first.start)}|`);
  return isNear && !/[;\u3002]/u.test(scene.between(time.end, what.span.start));
}

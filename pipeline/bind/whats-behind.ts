import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import type { Names } from './names.js';
import type { Placed, Reading } from './place.js';
import type { Run } from './runs.js';
import type { Value } from './values.js';
import { armBefore } from './who.js';

/** `其中18、6和14例患者分别为局部复发、区域复发和远处转移`: as many measures or events behind a list of numbers, one each in their order. */
export function whatsBehind({ scene, names, cast }: Reading, { values, contrast }: Run): Placed[] | undefined {
  const [first, last] = [values[0] as Value, values.at(-1) as Value];
  const list = names.whats.find(({ start }) => start >= last.span.end);
  if (contrast || !list) return undefined;
  const grades = gradesBehind(names, last.span.end, list, values.length);
  if (!grades && list.members.length !== values.length) return undefined;
  const lead = scene.between(Math.max(scene.start, first.span.start - 4), first.span.start);
  const around = `${lead}|${scene.between(last.span.end, grades?.start ?? list.start)}`;
  if (!scene.phrase('attaching.listed-in-turn').test(around)) return undefined;
  const who = armBefore(scene, names, cast, first.span.start);
  return values.map((value, i): Placed => {
    const mention = list.members[grades ? 0 : i] as Mention;
    const grade = grades?.members[i]?.name;
    const what = { mention, list, ruleId: 'bind.list-behind' };
    return [{ what, who, grade, ruleId: 'bind.list-behind' }, value];
  });
}

/** `分别有62%和4%患者出现3级和4级黏膜炎`: as many grades as numbers, right before the one event behind them. */
function gradesBehind(
  names: Names,
  from: number,
  { start, members }: Coordination,
  size: number,
): Coordination | undefined {
  const list = names.grades.find(({ start: at, end }) => at >= from && end === start);
  return members.length === 1 && list?.members.length === size ? list : undefined;
}

import type { Mention } from '../model/index.js';
import type { Dimension } from './nesting.js';
import type { Place, Reading } from './place.js';

/** `有、无骨转移患者的OS分别为`, `应答者与未应答者`: those who have something and those who do not, whatever it is. */
export function opposedPatients({ scene, names, cast }: Reading, at: number): Dimension | undefined {
  const clause = scene.clauseStart(at);
  const match = scene.phrase('attaching.opposed-patients').exec(scene.between(clause, at));
  if (!match || names.arms.some(({ start, members }) => start >= clause && members.length > 1)) return undefined;
  const start = clause + match.index;
  const parted = names.arms.some((list) => list.start >= clause && list.end <= at) || cast.arms.length === 1;
  const group = (text = ''): Mention => ({
    kind: 'subgroup',
    span: { start, end: start + match[0].length },
    ruleId: 'bind.list',
    text,
    name: text,
    facts: {},
  });
  const { tail: _, ...groups } = match.groups ?? {};
  const named = Object.values(groups).filter((text) => text !== undefined);
  const list = [group(named[0]), group(named[1])];
  const place = (base: Place, i: number): Place => ({
    ...base,
    who: parted ? base.who : undefined,
    group: list[i],
  });
  return { rank: 1, list, end: start + match[0].length, place };
}

import type { Component, Mention } from '../model/index.js';
import { groupsTold, phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { key } from './drug-sets.js';

/** What a regimen is not counted by. */
const supports: ReadonlySet<string> = new Set(['leucovorin', 'placebo']);

/** `FOLFOXIRI对比FOLFOX…三药组和双药组`: an arm called by how many drugs it got is given those of the one regimen of as many. */
export function giveNumbered(list: ArmList, mentions: readonly Mention[], rulebook: Rulebook): void {
  const numbered = phrase(rulebook, 'joins.label-number');
  for (const [place, { label, drugs }] of list.arms().entries()) {
    const groups = drugs.length === 0 ? numbered.exec(label)?.groups : undefined;
    if (!groups) continue;
    const size = groupsTold(groups);
    const isCounted = ({ name }: Component) => !supports.has(name);
    const wholes = mentions
      .filter(({ kind, facts }) => kind === 'regimen' && facts.drugs !== undefined && facts.classes === undefined)
      .map((mention) => list.componentsOf(mention))
      .filter((parts) => parts.filter(isCounted).length === size);
    const [whole, another] = new Map(wholes.map((parts) => [key(parts), parts] as const)).values();
    if (whole && !another) list.give(place, whole);
  }
}

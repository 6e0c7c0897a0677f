import { phrase, type Rulebook } from './rulebook.js';

/** How far behind a list of treatments the number of the groups may be told, in characters. */
const farthest = 200;

/** How many groups the match of a phrase tells whose parts are called `two` and `three`; four where it has neither. */
export function groupsTold({ two, three }: Readonly<Record<string, string | undefined>>): number {
  if (two !== undefined) return 2;
  return three !== undefined ? 3 : 4;
}

/** `…的疗效。两组PFS分别为`: how many groups are counted behind `from`, if they were not made only there. */
export function groupsCountedLater(text: string, from: number, rulebook: Rulebook): number | undefined {
  const counted = phrase(rulebook, 'joins.groups-counted-later');
  const groups = counted.exec(text.slice(from, from + farthest))?.groups;
  return groups && groups.into === undefined ? groupsTold(groups) : undefined;
}

/** `评价了甲药与…`, `随机接受甲药或…`: whether the treatment at `start` is the first that a study weighed against others, or gave at random. */
export function opensWeighed(text: string, start: number, rulebook: Rulebook): boolean {
  const lead = text.slice(Math.max(0, start - 20), start);
  return phrase(rulebook, 'joins.weighs').test(lead) || phrase(rulebook, 'joins.alternative').test(lead);
}

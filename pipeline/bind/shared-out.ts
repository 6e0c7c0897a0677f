import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { comparable } from './compared-treatments.js';
import { treatmentsFrom } from './treatments-from.js';

/** How far from a list of treatments its list of numbers may begin before it, or end behind it, in characters. */
const farthest = 120;

/**
 * `甲药和乙药的ORR分别为a%和b%`, `手术者和放疗者的OS分别为a和b`: treatments of a list of which each has a number, or one at each landmark,
 * of its own.
 */
export function sharedOutTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const treats = comparable(mentions);
  const [joint, those] = [phrase(rulebook, 'joins.compared-next'), phrase(rulebook, 'joins.those-treated')];
  const or = phrase(rulebook, 'joins.or');
  const isJoint = (between: string) => or.test(between.trim()) || joint.test(between.trim().replace(those, ''));
  return treats.flatMap((_, i) => {
    const members = treatmentsFrom(treats, i, text, isJoint);
    const isAll = members.length > 1 && new Set(members.map(({ name }) => name)).size === members.length;
    return isAll && haveEach(members, text, rulebook) ? members : [];
  });
}

/** Whether the text tells a number of each of some treatments, or sets the two of them against each other. */
function haveEach(members: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  const [start, end] = [(members[0] as Mention).span.start, (members.at(-1) as Mention).span.end];
  const behind = text.slice(end, end + farthest);
  // `甲药和乙药的ORR为a%对b%`, `甲术与乙术的OS率、DFS率的RR分别为`
  const opposes = (id: string) => phrase(rulebook, id).test(behind);
  const isPair = members.length === 2 && (opposes('joins.set-against-values') || opposes('joins.estimates-behind'));
  if (isPair) return true;
  // `a例和b例患者分别接受甲药和乙药`
  const ahead = phrase(rulebook, 'joins.got-in-turn').exec(text.slice(Math.max(0, start - farthest), start));
  if (counted(ahead?.groups?.list ?? '') === members.length) return true;
  const lastJoint = text.slice(members.at(-2)?.span.end, members.at(-1)?.span.start).trim();
  const isEither = phrase(rulebook, 'joins.or').test(lastJoint);
  return numbersEach(behind, rulebook, isEither ? 'joins.each-of-either' : 'joins.each-its-own') === members.length;
}

/** How many numbers a list behind 分别 holds for each landmark of its one measure; 0 where they do not come out even. */
function numbersEach(behind: string, rulebook: Rulebook, id: string): number {
  const { times = '', list = '' } = phrase(rulebook, id).exec(behind)?.groups ?? {};
  // The last landmark stands with its unit.
  const landmarks = times === '' ? 1 : counted(times) + 1;
  const each = counted(list) / landmarks;
  return Number.isInteger(each) ? each : 0;
}

/** How many numbers a list holds; what a bracket says of them, be it with a comma, and the citation, are none of them. */
function counted(list: string): number {
  const bare = list.replace(/\([^()]*(?:\)|$)|\[[^[\]]*\]/gu, '');
  return bare.match(/\d+(?:\.\d+)?/gu)?.length ?? 0;
}

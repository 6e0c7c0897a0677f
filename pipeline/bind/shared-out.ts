import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { comparable } from './compared-treatments.js';

/** Treatments beside each other in a text; `isEither` where the word for either parts the last two. */
interface Listed {
  readonly members: readonly Mention[];
  readonly isEither: boolean;
}

/** How far from a list of treatments its list of numbers may begin before it, or end behind it, in characters. */
const farthest = 120;

/**
 * `甲药和乙药的ORR分别为a%和b%`, `手术者和放疗者的OS分别为a和b`: treatments of a list of which each has a number, or one at each landmark,
 * of its own.
 */
export function sharedOutTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const treats = comparable(mentions);
  return treats.flatMap((_, i) => {
    const listed = listFrom(treats, i, text, rulebook);
    const { members } = listed;
    const isAll = members.length > 1 && new Set(members.map(({ name }) => name)).size === members.length;
    return isAll && haveEach(listed, text, rulebook) ? members : [];
  });
}

/** The list of treatments that begins with one; nothing follows the one behind the word for either. */
function listFrom(treats: readonly Mention[], i: number, text: string, rulebook: Rulebook): Listed {
  const [joint, those] = [phrase(rulebook, 'joins.compared-next'), phrase(rulebook, 'joins.those-treated')];
  const or = phrase(rulebook, 'joins.or');
  const members = [treats[i] as Mention];
  for (const other of treats.slice(i + 1)) {
    const between = text.slice((members.at(-1) as Mention).span.end, other.span.start).trim();
    const isEither = or.test(between);
    if (!isEither && !joint.test(between.replace(those, ''))) break;
    members.push(other);
    if (isEither) return { members, isEither };
  }
  return { members, isEither: false };
}

/** Whether the text tells a number of each of the listed, or sets the two of them against each other. */
function haveEach({ members, isEither }: Listed, text: string, rulebook: Rulebook): boolean {
  const [start, end] = [(members[0] as Mention).span.start, (members.at(-1) as Mention).span.end];
  const behind = text.slice(end, end + farthest);
  // `甲药和乙药的ORR为a%对b%`, `甲术与乙术的OS率、DFS率的RR分别为`
  const opposes = (id: string) => phrase(rulebook, id).test(behind);
  const isPair = members.length === 2 && (opposes('joins.set-against-values') || opposes('joins.estimates-behind'));
  if (isPair) return true;
  // `a例和b例患者分别接受甲药和乙药`
  const ahead = phrase(rulebook, 'joins.got-in-turn').exec(text.slice(Math.max(0, start - farthest), start));
  if (counted(ahead?.groups?.list ?? '') === members.length) return true;
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

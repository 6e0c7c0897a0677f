import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { comparable } from './compared-treatments.js';

/** `a例和b例患者分别接受甲药和乙药`, `甲药和乙药的ORR分别为a%和b%`, `手术者和放疗者的OS分别为a和b`: treatments of a list of which each has a number, or one at each landmark, of its own. */
export function sharedOutTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [joint, those] = [phrase(rulebook, 'joins.compared-next'), phrase(rulebook, 'joins.those-treated')];
  const inTurn = phrase(rulebook, 'joins.got-in-turn');
  const or = phrase(rulebook, 'joins.or');
  const estimated = phrase(rulebook, 'joins.estimates-behind');
  const against = phrase(rulebook, 'joins.set-against-values');
  const treats = comparable(mentions);
  return treats.flatMap((first, i) => {
    const listed = [first];
    let isEither = false;
    for (let at = i + 1; at < treats.length; at += 1) {
      const other = treats[at] as Mention;
      const between = text.slice((listed.at(-1) as Mention).span.end, other.span.start).trim();
      isEither = or.test(between);
      if (!isEither && !joint.test(between.replace(those, ''))) break;
      listed.push(other);
      if (isEither) break;
    }
    if (listed.length < 2 || new Set(listed.map(({ name }) => name)).size < listed.length) return [];
    const { end } = (listed.at(-1) as Mention).span;
    const behind = text.slice(end, end + farthest);
    // `甲药和乙药的ORR为a%对b%`, `甲术与乙术的OS率、DFS率的RR分别为`
    const isPair = listed.length === 2 && (against.test(behind) || estimated.test(behind));
    const ahead = text.slice(Math.max(0, first.span.start - farthest), first.span.start);
    const isGiven = counted(inTurn.exec(ahead)?.groups?.list ?? '') === listed.length;
    const numbers = numbersEach(behind, rulebook, isEither ? 'joins.each-of-either' : 'joins.each-its-own');
    return isPair || isGiven || numbers === listed.length ? listed : [];
  });
}

/** How far behind a list of treatments its list of numbers may end, in characters. */
const farthest = 120;

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

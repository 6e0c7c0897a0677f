import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * What is left of the names of groups without the drug that each begins with (`周疗` of `甲药周疗`), and the whole names:
 * only what no other group is left with, and what is no name of its own.
 */
export function shortNames(labels: ReadonlySet<string>, rulebook: Rulebook): ReadonlyMap<string, string> {
  const { lexicon } = rulebook;
  const joins = phrase(rulebook, 'introductions.joins-on');
  const found = [...labels].flatMap((label): [string, string][] => {
    const drug = lexicon.longestAt(label, 0);
    const rest = drug?.entry.kind === 'drug' ? label.slice(drug.end) : '';
    const isName = rest.length > 1 && !joins.test(rest) && !lexicon.whole(rest);
    return isName ? [[rest, label]] : [];
  });
  const times = (rest: string) => found.filter(([other]) => other === rest).length;
  return new Map(found.filter(([rest]) => times(rest) === 1));
}

import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `甲药+乙药、甲药、乙药三组`: the first drugs of the groups of a list but of its first one, where the list has as many parts as
 * groups are counted behind it.
 */
export function listedGroups(mentions: readonly Mention[], text: string, rulebook: Rulebook): ReadonlySet<Mention> {
  const counted = phrase(rulebook, 'joins.counted-groups');
  const starts = new Set<Mention>();
  mentions.forEach((last, i) => {
    if (!treatmentKinds.has(last.kind)) return;
    const groups = counted.exec(text.slice(last.span.end, last.span.end + 8))?.groups;
    if (!groups) return;
    const size = groups.two !== undefined ? 2 : groups.three !== undefined ? 3 : 4;
    const listed = partsUpTo(mentions, i, text, rulebook);
    if (listed.length === size) for (const part of listed.slice(1)) starts.add(part);
  });
  return starts;
}

/** The first drug of every part of the list that ends at `last`; words of adding join the drugs within a part. */
function partsUpTo(mentions: readonly Mention[], last: number, text: string, rulebook: Rulebook): Mention[] {
  const [joint, adds] = [phrase(rulebook, 'joins.shares-word'), phrase(rulebook, 'joins.adds')];
  let first = mentions[last] as Mention;
  const starts: Mention[] = [];
  for (const mention of mentions.slice(0, last).reverse()) {
    if (mention.kind === 'cue') continue;
    if (!treatmentKinds.has(mention.kind)) break;
    const between = text.slice(mention.span.end, first.span.start);
    if (joint.test(between)) starts.unshift(first);
    else if (between.length > 6 || !adds.test(between)) break;
    first = mention;
  }
  return [first, ...starts];
}

import { type Mention, treatmentKinds } from '../model/index.js';
import { groupsCountedLater, groupsTold, opensWeighed, phrase, type Rulebook } from '../rulebook/index.js';

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
    const listed = partsUpTo(mentions, i, text, rulebook);
    if (listed.length === groupsTold(groups)) for (const part of listed.slice(1)) starts.add(part);
  });
  for (const part of optionsCountedLater(mentions, text, rulebook)) starts.add(part);
  return starts;
}

/** `评价了甲药与单纯化疗的疗效…两组PFS分别为`: the later members of a list of which as many groups are counted behind it. */
function optionsCountedLater(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  return mentions.flatMap((first, i) => {
    if (!treatmentKinds.has(first.kind) || !opensWeighed(text, first.span.start, rulebook)) return [];
    const { starts, end, isSure } = optionsFrom(mentions, i, text, rulebook);
    if (starts.length === 1 && !isSure) return [];
    return starts.length + 1 === groupsCountedLater(text, end, rulebook) ? starts : [];
  });
}

/** The first drugs of the members of a list behind its first one; two are sure where one is added to the other, or neither has a partner. */
function optionsFrom(mentions: readonly Mention[], i: number, text: string, rulebook: Rulebook) {
  const [joint, adds] = [phrase(rulebook, 'joins.shares-word'), phrase(rulebook, 'joins.adds')];
  let last = mentions[i] as Mention;
  let [between, isAdded, isAgain] = ['', false, false];
  const [starts, seen]: [Mention[], Set<string | undefined>] = [[], new Set([last.name])];
  for (const mention of mentions.slice(i + 1)) {
    if (mention.kind === 'cue') continue;
    const gap = text.slice(last.span.end, mention.span.start);
    if (!treatmentKinds.has(mention.kind)) break;
    const begins = joint.test(gap);
    if (!begins && gap !== '' && (gap.length > 6 || !adds.test(gap))) break;
    if (begins) {
      between = gap;
      starts.push(mention);
    } else isAdded = true;
    isAgain ||= seen.has(mention.name);
    seen.add(mention.name);
    last = mention;
  }
  // `评价甲药、乙药联合丙药`: a list has a word before its last member.
  if (phrase(rulebook, 'joins.enumerates-plainly').test(between)) starts.length = 0;
  return { starts, end: last.span.end, isSure: isAgain || !isAdded };
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

import { type Mention, treatmentKinds } from '../model/index.js';
import { groupsCountedLater, opensWeighed, phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `评价了甲药与单纯化疗的疗效…两组PFS分别为`, `随机接受甲药、乙药或丙药…三组`: treatments that a study weighed against each other, or
 * gave at random, where as many groups are counted behind them.
 */
export function weighedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  for (const [i, first] of mentions.entries()) {
    if (!treatmentKinds.has(first.kind) || !opensWeighed(text, first.span.start, rulebook)) continue;
    const listed = listFrom(mentions, i, text, rulebook);
    const end = (listed.at(-1) as Mention).span.end;
    // `评价了甲药与安慰剂的疗效`: nobody doubts which is which.
    if (listed.length === 2 && listed[1]?.name === 'placebo' && listed[0]?.name !== 'placebo') return listed;
    if (listed.length === groupsCountedLater(text, end, rulebook)) return listed;
  }
  return [];
}

/** A treatment with those that a list names behind it. */
function listFrom(mentions: readonly Mention[], i: number, text: string, rulebook: Rulebook): Mention[] {
  const joint = phrase(rulebook, 'joins.shares-word');
  const listed = [mentions[i] as Mention];
  for (const mention of mentions.slice(i + 1)) {
    const last = listed.at(-1) as Mention;
    if (mention.kind === 'cue' || mention.span.start < last.span.end) continue;
    if (!treatmentKinds.has(mention.kind) || !joint.test(text.slice(last.span.end, mention.span.start))) break;
    listed.push(mention);
  }
  return listed;
}

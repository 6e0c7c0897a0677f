import { type Mention, treatmentKinds } from '../model/index.js';
import { groupsCountedLater, opensWeighed, phrase, type Rulebook } from '../rulebook/index.js';
import { treatmentsFrom } from './treatments-from.js';

/**
 * `评价了甲药与单纯化疗的疗效…两组PFS分别为`, `随机接受甲药、乙药或丙药…三组`: treatments that a study weighed against each other, or
 * gave at random, where as many groups are counted behind them.
 */
export function weighedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const joint = phrase(rulebook, 'joins.shares-word');
  const treats = mentions.filter(({ kind }) => treatmentKinds.has(kind));
  for (const [i, first] of treats.entries()) {
    if (!opensWeighed(text, first.span.start, rulebook)) continue;
    const listed = treatmentsFrom(treats, i, text, (between) => joint.test(between));
    const end = (listed.at(-1) as Mention).span.end;
    // `评价了甲药与安慰剂的疗效`: nobody doubts which is which.
    if (listed.length === 2 && listed[1]?.name === 'placebo' && listed[0]?.name !== 'placebo') return listed;
    if (listed.length === groupsCountedLater(text, end, rulebook)) return listed;
  }
  return [];
}

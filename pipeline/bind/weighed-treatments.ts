import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** How far behind a list the number of the groups may be told, in characters. */
const farthest = 200;

/**
 * `评价了甲药与单纯化疗的疗效…两组PFS分别为`, `随机接受甲药、乙药或丙药…三组`: treatments that a study weighed against each other, or
 * gave at random, where as many groups are counted behind them.
 */
export function weighedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [weighs, atRandom] = [phrase(rulebook, 'joins.weighs'), phrase(rulebook, 'joins.alternative')];
  const counted = phrase(rulebook, 'joins.groups-counted-later');
  for (const [i, first] of mentions.entries()) {
    const lead = text.slice(Math.max(0, first.span.start - 20), first.span.start);
    if (!treatmentKinds.has(first.kind) || (!weighs.test(lead) && !atRandom.test(lead))) continue;
    const listed = listFrom(mentions, i, text, rulebook);
    const end = (listed.at(-1) as Mention).span.end;
    // `评价了甲药与安慰剂的疗效`: nobody doubts which is which.
    if (listed.length === 2 && listed[1]?.name === 'placebo' && listed[0]?.name !== 'placebo') return listed;
    const groups = counted.exec(text.slice(end, end + farthest))?.groups;
    if (!groups || groups.into !== undefined) continue;
    const size = groups.two !== undefined ? 2 : groups.three !== undefined ? 3 : 4;
    if (listed.length === size) return listed;
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

import type { Claim } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `复发3例,复发率6%`: the count that stands right before the rate of the same outcome says how many patients the rate is
 * of; the two are one result.
 */
export function withCountsOfRates(claims: readonly Claim[], text: string, rulebook: Rulebook): Claim[] {
  const between = phrase(rulebook, 'attaching.rate-of-count');
  const told: Claim[] = [];
  for (const claim of [...claims].sort((a, b) => a.span.start - b.span.start)) {
    const count = told.at(-1);
    const gap = count && text.slice(count.span.end, claim.span.start);
    if (!count || !gap || !isCountOf(count, claim) || !between.test(gap)) {
      told.push(claim);
      continue;
    }
    const { value: events } = count.quantity;
    told[told.length - 1] = {
      ...claim,
      span: { start: count.span.start, end: claim.span.end },
      quantity: { ...claim.quantity, events },
      trail: [...claim.trail, ...count.trail],
    };
  }
  return told;
}

/** Whether one claim counts the patients that another one gives the rate of. */
function isCountOf(count: Claim, rate: Claim): boolean {
  const counts = count.quantity.kind === 'count' && (count.kind === 'count' || count.kind === 'ae');
  const isRate = rate.quantity.kind === 'percentage' && rate.quantity.events === undefined;
  const isOne = (['study', 'arm', 'measure', 'term', 'grade', 'subgroup'] as const).every(
    (key) => count[key] === rate[key],
  );
  return counts && isRate && isOne && (rate.kind === 'ae') === (count.kind === 'ae');
}

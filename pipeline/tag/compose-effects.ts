import type { Mention, Quantity } from '../model/index.js';
import { cover } from '../text/index.js';
import { withListedIntervals } from './listed-intervals.js';

/** A stray 1 is an opening bracket misread. */
const between = /^[\s,;:)([]*(?:1 ?)?$/u;

/** An estimate and the interval printed beside it become one mention; so do a time and its interval. */
export function composeEffects(found: readonly Mention[], text: string): Mention[] {
  const mentions = withListedIntervals(found, text);
  const composed: Mention[] = [];
  mentions.forEach((mention, i) => {
    if (isMisread(mention, mentions[i + 1])) return;
    const before = composed.at(-1);
    const joined = before && joinInterval(before, mention, text);
    if (joined) composed[composed.length - 1] = joined;
    else composed.push(mention);
  });
  return composed;
}

/** A 1 right before an interval is an opening bracket misread, and no number. */
function isMisread({ quantity, span }: Mention, next: Mention | undefined): boolean {
  if (quantity?.kind !== 'number' || quantity.printed !== '1' || next?.quantity?.kind !== 'interval') return false;
  return next.span.start - span.end <= 1;
}

function joinInterval(before: Mention, interval: Mention, text: string): Mention | undefined {
  if (interval.quantity?.kind !== 'interval' || before.quantity?.low !== undefined) return undefined;
  const kind = before.quantity?.kind;
  if (kind !== 'estimate' && kind !== 'duration' && kind !== 'percentage' && kind !== 'number') return undefined;
  if (!between.test(text.slice(before.span.end, interval.span.start))) return undefined;
  const { low, high, level } = interval.quantity;
  // `HR=1.2,2.4,1.4`: what commas part is no interval where its limits stand the wrong way round, but a list.
  const isListed = interval.ruleId === 'numbers.interval-bare' && interval.text.includes(',');
  if (isListed && (low ?? 0) > (high ?? Number.POSITIVE_INFINITY)) return undefined;
  const quantity: Quantity = { ...(before.quantity as Quantity), low, high, level, rangeKind: 'CI95' };
  // A duration keeps its own span: the interval behind it is in the range, not in the value.
  const span = cover(before.span, interval.span);
  return { ...before, quantity, span, text: text.slice(span.start, span.end) };
}

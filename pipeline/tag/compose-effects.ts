import type { Mention, Quantity } from '../model/index.js';
import { cover } from '../text/index.js';

/** A stray 1 is an opening bracket misread. */
const between = /^[\s,;:)([]*(?:1 ?)?$/u;

/** An estimate and the interval printed beside it become one mention; so do a time and its interval. */
export function composeEffects(mentions: readonly Mention[], text: string): Mention[] {
  const composed: Mention[] = [];
  for (const [i, mention] of mentions.entries()) {
    if (isMisread(mention, mentions[i + 1])) continue;
    const before = composed.at(-1);
    const joined = before && joinInterval(before, mention, text);
    const tested = joined ? undefined : behindTest(composed.slice(-2), mention, text);
    if (joined) composed[composed.length - 1] = joined;
    else if (tested) composed.splice(-2, 2, ...tested);
    else composed.push(mention);
  }
  return composed;
}

/** `HR=0.6,P<0.01,95%CI 0.4~0.8`: the interval of an estimate stands behind its p value, which stays where it is. */
function behindTest(last: readonly Mention[], interval: Mention, text: string): Mention[] | undefined {
  const [effect, test] = last;
  if (effect?.quantity?.kind !== 'estimate' || test?.quantity?.kind !== 'p-value') return undefined;
  if (interval.quantity?.kind !== 'interval' || effect.quantity.low !== undefined) return undefined;
  const isBeside = (a: Mention, b: Mention) => /^[\s,;]+$/u.test(text.slice(a.span.end, b.span.start));
  if (!isBeside(effect, test) || !isBeside(test, interval)) return undefined;
  const { low, high, level } = interval.quantity;
  const quantity: Quantity = { ...effect.quantity, low, high, level, rangeKind: 'CI95' };
  // The bracket that closes behind the interval opened before the estimate.
  const end = interval.span.end - (/^[^(]*\)$/u.test(interval.text) ? 1 : 0);
  const facts = { ...effect.facts, until: String(end) };
  return [{ ...effect, quantity, facts }, test, { ...interval, kind: 'aside', name: 'interval', quantity: undefined }];
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
  const quantity: Quantity = { ...(before.quantity as Quantity), low, high, level, rangeKind: 'CI95' };
  // A duration keeps its own span: the interval behind it is in the range, not in the value.
  const span = cover(before.span, interval.span);
  return { ...before, quantity, span, text: text.slice(span.start, span.end) };
}

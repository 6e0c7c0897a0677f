import { isQuantity, type Scene } from './scene.js';
import type { Value } from './values.js';

/**
 * `HR=0.6,P<0.01,95%CI 0.4~0.8`: an estimate with the interval that stands behind its p value. It is joined as the
 * estimate is written down: where that stays open, so does the interval.
 */
export function withIntervalBehindTest(scene: Scene, value: Value): Value {
  // `HR=0.6、2.1,95%CI:0.4~0.9、1.3~3.4`: the interval of one of several estimates stands behind the others.
  const until = value.mention.facts.intervalEnd;
  if (until !== undefined) return { ...value, span: { start: value.span.start, end: Number(until) } };
  if (value.quantity.low !== undefined) return value;
  const [test, interval] = scene.after(value.span.end);
  if (!test || !interval?.quantity || !isQuantity(test, 'p-value') || !isQuantity(interval, 'interval')) return value;
  const isBeside = (from: number, to: number) => /^[\s,;]+$/u.test(scene.between(from, to));
  if (!isBeside(value.span.end, test.span.start) || !isBeside(test.span.end, interval.span.start)) return value;
  const { low, high, level } = interval.quantity;
  // The bracket that closes behind the interval opened before the estimate.
  const end = interval.span.end - (/^[^(]*\)$/u.test(interval.text) ? 1 : 0);
  return {
    ...value,
    quantity: { ...value.quantity, low, high, level, rangeKind: 'CI95' },
    span: { start: value.span.start, end },
  };
}

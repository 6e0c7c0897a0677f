import type { Reading } from './place.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/**
 * `A组并发症发生率为a%,其中肺炎3例;B组为b%,其中肺炎5例`: behind a semicolon the first number of the next group is of what the first one
 * before it was of, and not of what was told last.
 */
export function whatInParallel({ scene, names, outcome }: Reading, { span, family }: Value): What | undefined {
  const part = scene.partAround(span.start);
  if (part.start <= scene.start) return undefined;
  if (!scene.phrase('attaching.next-group').test(scene.between(part.start, span.start))) return undefined;
  if (names.whats.some(({ start, end }) => start >= part.start && end <= span.start)) return undefined;
  const before = scene.partAround(part.start - 1);
  const first = outcome.bound.find(({ value }) => value.span.start >= before.start && value.span.end <= before.end);
  if (!first || first.value.family !== family) return undefined;
  if (!scene.phrase('attaching.of-whom').test(scene.between(first.value.span.end, before.end))) return undefined;
  const { what: mention } = first;
  return { mention, list: { members: [mention], ...mention.span }, ruleId: 'bind.carried' };
}

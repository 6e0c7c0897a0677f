import { canState } from './can-state.js';
import type { Reading } from './place.js';
import type { Value } from './values.js';
import type { What } from './what.js';

/**
 * `治疗前两组NSE分别为a和b。治疗后两组分别为c和d`: what the sentence before told of the patients before treatment, where a sentence goes on
 * with the time after it and names nothing of its own.
 */
export function whatAtLaterTime({ scene, names, outcome }: Reading, value: Value): What | undefined {
  const [told, ...others] = outcome.lastBound;
  const isSame = others.every(({ what }) => what.name === told?.what.name);
  const wasBefore = outcome.lastBound.some(({ time }) => time?.ruleId === 'times.before-treatment');
  if (!told || !isSame || !wasBefore || names.whats.length > 0) return undefined;
  const first = scene.mentions.find(
    ({ quantity }) => quantity?.kind === 'measurement' || quantity?.kind === 'percentage',
  );
  const head = scene.between(scene.start, Math.min(first?.span.start ?? value.span.start, value.span.start));
  if (!scene.phrase('landmarks.later-head').test(head)) return undefined;
  const { what: mention } = told;
  if (value.family !== told.value.family || !canState(value.family, mention, value.quantity.unit)) return undefined;
  return { mention, list: { members: [mention], ...mention.span }, ruleId: 'bind.carried-over' };
}

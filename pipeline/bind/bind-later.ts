import type { Mention } from '../model/index.js';
import { isResponse } from './patients.js';
import type { Reading } from './place.js';
import { isKind } from './scene.js';
import type { Value } from './values.js';
import { armBefore } from './who.js';

/**
 * What a later clause says of patients who were counted before: `n例植入失败,后因感染死亡` counts them twice;
 * `n例尚在随访,疗效为SD` says only there what is counted.
 */
export function bindLater(reading: Reading, value: Value): void {
  const { scene, names, cast, outcome } = reading;
  if (value.family !== 'count') return;
  const bound = outcome.bound.find((other) => other.value === value);
  const next = scene.nearestAfter(value.span.end, isCounted);
  const said = (what: Mention, id: string): boolean =>
    scene.phrase(id).test(scene.between(value.span.end, what.span.start));
  const what = scene
    .after(value.span.end, next?.span.start ?? scene.end)
    .find((mention) =>
      isDeath(mention)
        ? said(mention, 'attaching.then-died')
        : isResponse(mention) && said(mention, 'attaching.then-reached'),
    );
  if (!what || bound?.what === what) return;
  const arm = bound && cast.arms.find(({ id }) => id === bound.binding.arm);
  const list = { members: [what], start: what.span.start, end: what.span.end };
  outcome.add(reading, value, {
    what: { mention: what, list, ruleId: 'bind.behind' },
    who: arm ? { arms: [arm], ruleId: 'bind.arm-near' } : armBefore(scene, names, cast, value.span.start),
    ruleId: 'bind.told-later',
  });
  // Patients whom only a later clause tells about are a group by themselves, too.
  if (!bound) outcome.bound = outcome.bound.filter((other) => other.value !== value);
}

function isCounted({ quantity }: Mention): boolean {
  return quantity?.kind === 'count' || quantity?.kind === 'percentage';
}

function isDeath(mention: Mention): boolean {
  return isKind(mention, 'measure') && mention.name === 'death';
}

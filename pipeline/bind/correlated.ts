import type { Mention } from '../model/index.js';
import type { Reading } from './place.js';
import { isKind } from './scene.js';

/**
 * `OS与年龄(P=0.01)、分期(P=0.03)密切相关`, `OS和PFS与年龄相关(P=0.01)`: the outcomes that a test of one factor is of, where a
 * part of a sentence says that they depend on factors.
 */
export function correlatedWith({ scene, names }: Pick<Reading, 'scene' | 'names'>, test: Mention): readonly Mention[] {
  const { start, end } = scene.partAround(test.span.start);
  const says = scene.phrase('attaching.correlated');
  for (const { members } of [...names.whats].reverse()) {
    const at = members.findLastIndex(
      (mention) =>
        isKind(mention, 'measure', 'event') &&
        mention.span.start >= start &&
        mention.span.end <= test.span.start &&
        scene.phrase('attaching.correlates-with').test(scene.between(mention.span.end, test.span.start)),
    );
    const outcome = members[at];
    if (!outcome) continue;
    if (!says.test(scene.between(outcome.span.end, end))) return [];
    return members.slice(0, at + 1).filter((mention) => isKind(mention, 'measure', 'event'));
  }
  return [];
}

import type { Mention } from '../model/index.js';
import { tellsPeople } from './counted-trait.js';
import type { Outcome } from './outcome.js';
import { isKind, type Scene } from './scene.js';
import type { Value } from './values.js';

/** Whether a value says what the patients were like, and not what became of them. */
export function isOfDescription(outcome: Outcome, scene: Scene, { family }: Value, what: Mention): boolean {
  // `男40例,女20例,体质量指数(22.3±2.1)kg/m2`: what is measured of patients who are being described.
  if (family === 'level' && isKind(what, 'item') && tellsPeople(outcome)) return true;
  return isAtEntry(outcome, scene, what);
}

/**
 * Whether an event is told as a feature of the patients at baseline, and not as something that befell them later:
 * `男40例,女20例,合并高血压15例`.
 */
function isAtEntry(outcome: Outcome, scene: Scene, what: Mention): boolean {
  if (!isKind(what, 'event') || what.facts.general !== undefined) return false;
  const general = scene.mentions.some((mention) => mention.kind === 'event' && mention.facts.general !== undefined);
  if (general || scene.mentions.some(({ kind }) => kind === 'grade')) return false;
  if (scene.phrase('sizes.baseline').test(scene.between(scene.start, scene.end))) return true;
  const { start, end } = what.span;
  const around = `${scene.between(scene.partAround(start).start, start)}|${scene.between(end, Math.min(scene.end, end + 4))}`;
  return tellsPeople(outcome) && scene.phrase('traits.at-entry').test(around);
}

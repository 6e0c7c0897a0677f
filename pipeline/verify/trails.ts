import type { Mention, Segmentation, Trail } from '../model/index.js';
import { toSource } from '../text/index.js';
import type { BoundArticle } from './told.js';

/** How each recorded value came about. */
export function trailsOf({ document }: Segmentation, mentions: readonly Mention[], bound: BoundArticle): Trail[] {
  void mentions;
  return bound.bindings.map(
    (binding): Trail => ({
      place: toSource(document, binding.span),
      label: `${binding.kind} ${binding.quantity.printed}`,
      steps: binding.trail.map((ruleId) => ({
        ruleId,
        text: document.text.slice(binding.span.start, binding.span.end),
      })),
    }),
  );
}

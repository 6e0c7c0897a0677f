import type { Mention, Quantity } from '../model/index.js';

/** Between two members of a list of estimates, or of intervals, words of joining taken out. */
const joint = /^ ?[,\u3001]? ?$/u;
/** Between the last estimate of a list and the first of their intervals. */
const turn = /^[\s,;:)([]*$/u;

/** `HR=0.6、2.1,95%CI:0.4~0.9、1.3~3.4`: of as many estimates as intervals behind them each has its own. */
export function withListedIntervals(mentions: readonly Mention[], text: string): readonly Mention[] {
  const quantities = mentions.filter(({ quantity }) => quantity !== undefined);
  const words = mentions.filter(({ kind, name }) => kind === 'cue' && name === 'list');
  const between = (a: Mention, b: Mention) =>
    words
      .filter(({ span }) => span.start >= a.span.end && span.end <= b.span.start)
      .reduce((gap, word) => gap.replace(word.text, ''), text.slice(a.span.end, b.span.start));
  const replaced = new Map<Mention, Mention | undefined>();
  quantities.forEach((first, i) => {
    if (first.quantity?.kind !== 'estimate' || replaced.has(first)) return;
    const estimates = stretch(quantities, i, ['estimate', 'number'], between);
    const intervals = stretch(quantities, i + estimates.length, ['interval'], between);
    const [last, next] = [estimates.at(-1), intervals[0]];
    if (!last || !next || estimates.length < 2 || estimates.length !== intervals.length) return;
    if (!turn.test(between(last, next))) return;
    const name = first.quantity.estimate;
    estimates.forEach((estimate, j) => {
      const interval = intervals[j] as Mention;
      replaced.set(estimate, withInterval(estimate, interval, name));
      replaced.set(interval, undefined);
    });
  });
  if (replaced.size === 0) return mentions;
  return mentions.flatMap((mention) => (replaced.has(mention) ? (replaced.get(mention) ?? []) : [mention]));
}

/** The quantities of some kinds from a place on that nothing but words of joining parts. */
function stretch(
  quantities: readonly Mention[],
  from: number,
  kinds: readonly string[],
  between: (a: Mention, b: Mention) => string,
): Mention[] {
  const listed: Mention[] = [];
  for (let mention = quantities[from]; mention; mention = quantities[from + listed.length]) {
    const last = listed.at(-1);
    const beside = !last || joint.test(between(last, mention));
    if (!kinds.includes(mention.quantity?.kind ?? '') || !beside) break;
    if (kinds[0] === 'estimate' && mention.quantity?.low !== undefined) break;
    listed.push(mention);
  }
  return listed;
}

function withInterval(estimate: Mention, interval: Mention, name: Quantity['estimate']): Mention {
  const { low, high, level = 95 } = interval.quantity as Quantity;
  const quantity = { ...(estimate.quantity as Quantity), low, high, level, rangeKind: 'CI95' } as const;
  return {
    ...estimate,
    quantity: { ...quantity, kind: 'estimate', estimate: name },
    facts: { ...estimate.facts, intervalEnd: String(interval.span.end) },
  };
}

import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** `XY方案化疗`, `某药单药化疗`: the kind of treatment that is printed right behind one belongs to its name. */
export function withItsKind(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const kindOf = phrase(rulebook, 'joins.kind-behind');
  const isKindOf = (treatment: Mention | undefined, { kind, name, text: printed, span }: Mention): boolean =>
    kind === 'drug-class' &&
    name === 'chemotherapy' &&
    kindOf.test(printed) &&
    treatment?.span.end === span.start &&
    (treatment.kind === 'regimen' || treatment.kind === 'drug');
  return mentions.flatMap((mention, i) => {
    if (isKindOf(mentions[i - 1], mention)) return [];
    const next = mentions[i + 1];
    if (!next || !isKindOf(mention, next)) return [mention];
    const span = { start: mention.span.start, end: next.span.end };
    const facts = { ...mention.facts, label: mention.facts.label ?? mention.text };
    return [{ ...mention, span, text: text.slice(span.start, span.end), facts }];
  });
}

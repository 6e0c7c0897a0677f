import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** `XY方案化疗`, `某药单药化疗`: the kind of treatment that is printed right behind one belongs to its name. */
export function withItsKind(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const named = (whole: Mention): Mention => ({
    ...whole,
    facts: { ...whole.facts, label: whole.facts.label ?? whole.text },
  });
  return reaching(mentions, (whole, next) => isItsKind(whole, next, rulebook), text, named);
}

/** Whether a mention is the kind of the treatment right before it, and adds nothing to that. */
export function isItsKind(treatment: Mention, next: Mention, rulebook: Rulebook): boolean {
  return (
    next.kind === 'drug-class' &&
    next.name === 'chemotherapy' &&
    phrase(rulebook, 'joins.kind-behind').test(next.text) &&
    treatment.span.end === next.span.start &&
    (treatment.kind === 'regimen' || treatment.kind === 'drug')
  );
}

/** `甲药与乙药的二联方案`: how many drugs a combination is made of belongs to its name. */
export function withNumberOfDrugs(mentions: readonly Mention[], text: string): readonly Mention[] {
  const isNumber = ({ kind, name }: Mention): boolean =>
    kind === 'drug-class' && (name === 'doublet' || name === 'triplet');
  const isNumberOf = (whole: Mention, next: Mention): boolean =>
    isNumber(next) && whole.facts.combination !== undefined && next.span.start - whole.span.end <= 1;
  return reaching(mentions, isNumberOf, text);
}

/** Each mention over the one right behind it that belongs to its name, and changed as `named` says where one does. */
function reaching(
  mentions: readonly Mention[],
  belongsTo: (whole: Mention, next: Mention) => boolean,
  text: string,
  named: (whole: Mention) => Mention = (whole) => whole,
): readonly Mention[] {
  const belongs = (mention: Mention, i: number) => i > 0 && belongsTo(mentions[i - 1] as Mention, mention);
  if (!mentions.some(belongs)) return mentions;
  const reached: Mention[] = [];
  mentions.forEach((mention, i) => {
    if (belongs(mention, i)) return;
    const next = mentions[i + 1];
    if (next && belongsTo(mention, next)) {
      const span = { start: mention.span.start, end: next.span.end };
      reached.push({ ...named(mention), span, text: text.slice(span.start, span.end) });
    } else reached.push(mention);
  });
  return reached;
}

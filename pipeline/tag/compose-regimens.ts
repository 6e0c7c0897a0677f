import type { Definitions, Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { closing } from '../text/index.js';
import { combine, drugsOf, labelOf } from './combine-drugs.js';
import { type DefiningWords, definition, dosedOneByOne, explanation } from './defined-regimens.js';
import { asArm, groupedBehindGloss } from './named-arms.js';
import { withSharedWord } from './shared-group-word.js';

/**
 * Drugs joined by 、, +, 联合 … become one regimen mention whose fact `drugs` lists them; with an abbreviation
 * in brackets before or behind, the two are one mention under the abbreviation and the article's own definition.
 */
export function composeRegimens(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): { mentions: Mention[]; definitions: Definitions } {
  const definitions = new Map<string, string>();
  const words: DefiningWords = {
    namely: phrase(rulebook, 'joins.namely'),
    plan: phrase(rulebook, 'joins.plan'),
    given: phrase(rulebook, 'joins.given'),
    alone: phrase(rulebook, 'joins.alone-before'),
    inside: phrase(rulebook, 'joins.given-inside'),
  };
  const namedBefore = phrase(rulebook, 'joins.name-explained');
  const combined = combine(mentions, text, rulebook);
  const composed: Mention[] = [];
  for (let i = 0; i < combined.length; i += 1) {
    const mention = combined[i] as Mention;
    if (mention.facts.dosed !== undefined) definitions.set(labelOf(mention), drugsOf(mention));
    const defined = definition(combined, i, text, words, definitions);
    const explained = defined ? undefined : explanation(mention, composed.at(-1), text, namedBefore);
    const dosed = explained ? dosedOneByOne(combined, i - 1, closing(text, mention.span.start - 1)) : undefined;
    if (explained && dosed) {
      if (!definitions.has(labelOf(explained))) definitions.set(labelOf(explained), dosed);
      composed.push({ ...explained, facts: { ...explained.facts, drugs: dosed } }, mention);
    } else if (explained && mention.facts.combination !== undefined) {
      const label = labelOf(explained);
      const drugs = drugsOf(mention);
      if (!definitions.has(label)) definitions.set(label, drugs);
      composed.push({ ...explained, facts: { ...explained.facts, drugs } });
    } else if (defined) {
      const { merged, abbreviation, drugs } = defined;
      if (abbreviation && drugs && !definitions.has(abbreviation)) definitions.set(abbreviation, drugs);
      composed.push(groupedBehindGloss(merged, text, rulebook));
      i = defined.last;
    } else composed.push(mention);
  }
  return {
    // Who only asks what the article defines needs no arms.
    get mentions() {
      const named = composed.map((mention, i) => asArm(mention, composed[i + 1], text, rulebook));
      return withSharedWord(withoutOverlaps(named), text, rulebook);
    },
    definitions,
  };
}

/** A mention that has grown over the next one takes its place. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  let reached = 0;
  return mentions.filter(({ span }) => {
    if (span.start < reached) return false;
    reached = span.end;
    return true;
  });
}

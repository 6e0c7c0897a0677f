import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * `接受化疗者a%,未接受者b%`: those who did not get a treatment that the sentence has said with the same word that others got;
 * where it has not, they are nobody.
 */
export function withElidedLack(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  if (!mentions.some(isElided)) return mentions;
  return mentions.flatMap((mention) => {
    if (!isElided(mention)) return [mention];
    const treated = mentions.findLast((other) => isTreatedBefore(other, mention, text, rulebook));
    return treated ? [{ ...mention, name: mention.text, facts: { without: treated.text } }] : [];
  });
}

function isElided({ ruleId }: Mention): boolean {
  return ruleId === 'names.arm-without-elided';
}

/** How far before a treatment the word may stand that says that patients got it, in characters. */
const farthest = 10;

/** Whether a treatment is what patients got whom the sentence tells of before those who did not. */
function isTreatedBefore(other: Mention, lack: Mention, text: string, rulebook: Rulebook): boolean {
  const { kind, span } = other;
  if (!treatmentKinds.has(kind) || span.end > lack.span.start) return false;
  if (/[\u3002\n]/u.test(text.slice(span.end, lack.span.start))) return false;
  const clause =
    text
      .slice(Math.max(0, span.start - farthest), span.start)
      .split(/[\u3002,;:()\n]/u)
      .at(-1) ?? '';
  const those = phrase(rulebook, 'joins.those-treated');
  return clause.includes(lack.facts.verb ?? '\n') && those.test(text.slice(span.end, span.end + 8));
}

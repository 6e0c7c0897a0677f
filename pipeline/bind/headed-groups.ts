import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** `XY组34例:甲药25mg,乙药60mg`, `XY组采用甲药25mg…`: the group at whose head a combination with doses is spelled out, with its drugs. */
export function headed(whole: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention {
  const group = mentions.findLast(({ kind, span }) => kind === 'arm' && span.end <= whole.span.start);
  if (!group || group.facts.drugs !== undefined) return whole;
  if (!leadsOn(text.slice(group.span.end, whole.span.start), rulebook)) return whole;
  // Each is a group of its own, be it of the same drugs as another one.
  return { ...group, facts: { ...group.facts, introduced: 'yes', drugs: whole.facts.drugs ?? '' } };
}

/** Whether nothing but a size and a colon, or a word of giving, stands between a group and what it got. */
function leadsOn(between: string, rulebook: Rulebook): boolean {
  if (/^(?:[^,;.\u3002]{0,10}:)?$/u.test(between)) return true;
  return between.length <= 8 && phrase(rulebook, 'joins.given').test(between);
}

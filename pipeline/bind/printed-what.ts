import type { Mention, MentionKind } from '../model/index.js';
import type { Span } from '../text/index.js';
import type { What } from './what.js';

/** A mention that goes by the words that are printed, where no pack knows a name. */
export function printedMention(
  kind: MentionKind,
  text: string,
  span: Span<'text'>,
  ruleId: string,
  facts: Mention['facts'] = {},
): Mention {
  return { kind, span, ruleId, text, name: text, facts };
}

/** What a number is of under the name that is printed, where no pack knows one. */
export function printedWhat(
  kind: 'measure' | 'item' | 'event',
  text: string,
  span: Span<'text'>,
  ruleId: string,
  facts: Mention['facts'] = {},
): What {
  const mention = printedMention(kind, text, span, ruleId, facts);
  return { mention, list: { members: [mention], start: span.start, end: span.end }, ruleId };
}

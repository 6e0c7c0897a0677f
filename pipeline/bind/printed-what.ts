import type { Mention } from '../model/index.js';
import type { Span } from '../text/index.js';
import type { What } from './what.js';

/** What a number is of under the name that is printed, where no pack knows one. */
export function printedWhat(
  kind: 'measure' | 'item' | 'event',
  text: string,
  span: Span<'text'>,
  ruleId: string,
  facts: Mention['facts'] = {},
): What {
  const mention: Mention = { kind, span, ruleId, text, name: text, facts };
  return { mention, list: { members: [mention], start: span.start, end: span.end }, ruleId };
}

import type { Mention, MentionKind } from '../../pipeline/model/index.js';
import { type Tagged, tag } from '../../pipeline/tag/index.js';
import { rulebook } from '../corpus-extractions.js';

export function tagged(text: string): Tagged {
  return tag(text, rulebook);
}

/** The mentions of these kinds. */
export function mentionsOf(text: string, ...kinds: readonly MentionKind[]): Mention[] {
  return tagged(text).mentions.filter(({ kind }) => kinds.includes(kind));
}

/** The characters of the mentions of these kinds. */
export function printed(text: string, ...kinds: readonly MentionKind[]): string[] {
  return mentionsOf(text, ...kinds).map(({ span }) => text.slice(span.start, span.end));
}

import { type Mention, mentionsTouching } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** How far before a drug the words begin that say that it is the one which another one is like, in characters. */
const farthest = 8;

/** `原研甲药`, `参照药甲药`: which of two makers' drugs it is belongs to the name of a drug that a biosimilar is compared with. */
export function withOriginators(mentions: readonly Mention[], text: string, rulebook: Rulebook): readonly Mention[] {
  const original = phrase(rulebook, 'coded-drugs.original');
  if (!mentions.some(({ kind, span }) => kind === 'drug' && original.test(lead(span.start, text)))) return mentions;
  return mentions.map((mention) => {
    const said = mention.kind === 'drug' ? original.exec(lead(mention.span.start, text))?.[0] : undefined;
    if (said === undefined) return mention;
    const span = { start: mention.span.start - said.length, end: mention.span.end };
    const isFree = mentionsTouching(mentions, { start: span.start, end: mention.span.start }).length === 0;
    return isFree ? { ...mention, span, text: text.slice(span.start, span.end) } : mention;
  });
}

function lead(at: number, text: string): string {
  return text.slice(Math.max(0, at - farthest), at);
}

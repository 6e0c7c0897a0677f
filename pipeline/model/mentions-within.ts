import type { Span } from '../text/index.js';
import type { Mention } from './mention.js';

/** The mentions that lie wholly in a stretch of text. Asks only those near it: mentions stand in order. */
export function mentionsWithin(mentions: readonly Mention[], start: number, end: number): Mention[] {
  const within: Mention[] = [];
  for (let i = firstFrom(mentions, start); i < mentions.length; i += 1) {
    const mention = mentions[i] as Mention;
    if (mention.span.start > end) break;
    if (mention.span.end <= end) within.push(mention);
  }
  return within;
}

/** The first mention like this that lies wholly in a stretch of text. */
export function firstWithin(
  mentions: readonly Mention[],
  start: number,
  end: number,
  isLike: (mention: Mention) => boolean,
): Mention | undefined {
  for (let i = firstFrom(mentions, start); i < mentions.length; i += 1) {
    const mention = mentions[i] as Mention;
    if (mention.span.start > end) return undefined;
    if (mention.span.end <= end && isLike(mention)) return mention;
  }
  return undefined;
}

/** The last mention like this that ends before a place. */
export function lastWithin(
  mentions: readonly Mention[],
  end: number,
  isLike: (mention: Mention) => boolean,
): Mention | undefined {
  for (let i = firstFrom(mentions, end + 1) - 1; i >= 0; i -= 1) {
    const mention = mentions[i] as Mention;
    if (mention.span.end <= end && isLike(mention)) return mention;
  }
  return undefined;
}

/** The mentions that share a character with a stretch of text, of mentions in order that do not overlap each other. */
export function mentionsTouching(mentions: readonly Mention[], { start, end }: Span<'text'>): Mention[] {
  const first = firstFrom(mentions, start);
  const from = first > 0 && (mentions[first - 1] as Mention).span.end > start ? first - 1 : first;
  let until = from;
  while (until < mentions.length && (mentions[until] as Mention).span.start < end) until += 1;
  return mentions.slice(from, until);
}

/** The mentions from the one at `from` on, up to the first that starts behind a place. */
export function mentionsUntil(mentions: readonly Mention[], from: number, place: number): Mention[] {
  let until = from;
  while (until < mentions.length && (mentions[until] as Mention).span.start <= place) until += 1;
  return mentions.slice(from, until);
}

/** The index of the first mention that starts at or behind a place. */
function firstFrom(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).span.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

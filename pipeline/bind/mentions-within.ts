import type { Mention } from '../model/index.js';

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

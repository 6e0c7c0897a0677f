import type { Mention } from '../model/index.js';

/** A treatment with those that a list names behind it, as far as `isJoint` holds of all that stands between two of them. */
export function treatmentsFrom(
  treats: readonly Mention[],
  i: number,
  text: string,
  isJoint: (between: string) => boolean,
): Mention[] {
  const listed = [treats[i] as Mention];
  for (const next of treats.slice(i + 1)) {
    const { end } = (listed.at(-1) as Mention).span;
    if (next.span.start < end) continue;
    if (!isJoint(text.slice(end, next.span.start))) break;
    listed.push(next);
  }
  return listed;
}

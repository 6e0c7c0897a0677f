/** The pieces of an expression that its groups are told by: escapes and classes whole, so that no bracket is in them. */
const pieces = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[^\\[()]+|\)/gsu;

/** What stands for a positive lookaround: that it fails is denied. */
const denied: Readonly<Record<string, string>> = { '(?<=': '(?!(?<!', '(?=': '(?!(?!' };

/**
 * The same expression with `(?<=a)` written as `(?!(?<!a))`, and `(?=a)` as `(?!(?!a))`. Both hold at the same places,
 * but only past negative lookarounds does the engine see which characters a find can begin with, and skips the others:
 * searched for like this, a text that has no find takes a tenth of the time. A lookaround that captures stays as it is.
 */
export function searchable(source: string): string {
  const written: string[] = [];
  const open: { at: number; captures: boolean }[] = [];
  for (const piece of source.match(pieces) ?? []) {
    const at = written.push(piece) - 1;
    if (piece.startsWith('(')) open.push({ at, captures: piece === '(' });
    if (piece !== ')') continue;
    const group = open.pop();
    if (!group) return source;
    const outer = open.at(-1);
    if (outer && group.captures) outer.captures = true;
    const negative = group.captures ? undefined : denied[written[group.at] ?? ''];
    if (negative === undefined) continue;
    written[group.at] = negative;
    written[at] = '))';
  }
  return written.join('');
}

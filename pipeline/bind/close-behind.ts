/** Where the bracket that opens at a place has closed. */
export function closeBehind(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if ('(['.includes(text[at] as string)) depth += 1;
    if (')]'.includes(text[at] as string)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

/** Where the bracket that opens at `open` closes; -1 where it does not within `reach` characters. */
export function closing(text: string, open: number, reach = 160): number {
  let depth = 0;
  for (let at = open; at < text.length && at < open + reach; at += 1) {
    const char = text[at];
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') {
      depth -= 1;
      if (depth === 0) return at;
    } else if (char === '\n') return -1;
  }
  return -1;
}

/** Where the round bracket around a place opens, at `from` or behind it; -1 outside brackets. */
export function opening(text: string, at: number, from = 0): number {
  let depth = 0;
  for (let i = at - 1; i >= from; i -= 1) {
    if (text[i] === ')') depth += 1;
    else if (text[i] === '(') {
      if (depth === 0) return i;
      depth -= 1;
    }
  }
  return -1;
}

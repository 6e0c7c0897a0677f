const stop = /[。；;！？!?]|\n\s*\n/g;
const reach = 70;

/**
 * The sentence around a stretch of a text on one line, the stretch between ⟦ and ⟧; at most about 70
 * characters to each side, because converted PDFs have passages without any full stop.
 */
export function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start);
  let cut = 0;
  for (const match of before.matchAll(stop)) cut = match.index + match[0].length;
  const after = text.slice(end, end + reach);
  stop.lastIndex = 0;
  const close = stop.exec(after);
  stop.lastIndex = 0;
  const left = (cut === 0 && from > 0 ? '…' : '') + before.slice(cut);
  const right = close ? after.slice(0, close.index + 1) : after + (end + reach < text.length ? '…' : '');
  return squeezed(`${left}⟦${text.slice(start, end)}⟧${right}`);
}

/** Line breaks fall within Chinese words, so they vanish beside Han characters and are a space elsewhere. */
function squeezed(text: string): string {
  return text
    .replace(/(?<=[⺀-￯⟦⟧])\s*\n\s*|\s*\n\s*(?=[⺀-￯⟦⟧])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

import type { Item } from './item.js';

/** How an article prints its citations above the line: `[5]`, or 5 alone. */
export type CitationStyle = 'bracketed' | 'bare';

const numbers = /^\d{1,3}(?:[,\uff0c\u3001~\uff5e\-\u2013\u2014]\d{1,3})*$/u;

/** What most superscripts of an article look like that can be citations. */
export function citationStyle(superscripts: readonly string[]): CitationStyle {
  let bracketed = 0;
  let bare = 0;
  for (const text of superscripts) {
    if (/^[[\uff3b]/u.test(text)) bracketed += 1;
    else if (numbers.test(text)) bare += 1;
  }
  return bracketed > 0 && 4 * bracketed >= bare ? 'bracketed' : 'bare';
}

/**
 * A superscript as the rules read it, given the line before it: a power of ten keeps its sign (10^9), the power of a
 * unit or statistic (m2, χ2) does not, a bare citation gets brackets. Other numbers are set off by the sign, so that
 * they are not read as digits of the number before them.
 */
export function superscript(text: string, before: string, style: CitationStyle): string {
  if (/[\u00d7xX*]\s*10$/u.test(before) && /^[-\u2212\u2013]?\d+$/u.test(text)) return `^${text}`;
  if (!numbers.test(text)) return text;
  if (/[A-Za-z\u0370-\u03ff\u00b5]$/u.test(before) && /^[23]$/u.test(text)) return text;
  return style === 'bare' && !/\d$/u.test(before) ? `[${text}]` : `^${text}`;
}

/** The superscripts of a line, items that touch taken together. */
export function superscriptsOf(items: readonly Item[]): string[] {
  const found: string[] = [];
  items.forEach((item, i) => {
    if (item.raised !== 'above') return;
    if (i > 0 && items[i - 1]?.raised === 'above') found.push((found.pop() ?? '') + item.text);
    else found.push(item.text);
  });
  return found;
}

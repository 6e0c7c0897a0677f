import { isWide } from '../../text/index.js';
import type { Item } from './item.js';

/** A gap of so many ems between Latin characters is a space. */
const latinSpace = 0.16;
/** Between other characters only a gap of so many ems says anything: what follows is set apart. */
const setApart = 0.9;

/** What stands between two items of one line: nothing, a space, or two where a wide gap sets them apart. */
export function spaceBetween(before: Item, item: Item): '' | ' ' | '  ' {
  const gap = (item.left - before.right) / Math.max(before.size, item.size, 1);
  if (gap > setApart) return '  ';
  const wide = isWide(before.text.charCodeAt(before.text.length - 1)) || isWide(item.text.charCodeAt(0));
  return !wide && gap > latinSpace ? ' ' : '';
}

/** The characters of one line, without regard to how they are raised. */
export function lineText(items: readonly Item[]): string {
  let text = '';
  items.forEach((item, i) => {
    const before = items[i - 1];
    text += (before ? spaceBetween(before, item) : '') + tight(item.text);
  });
  return text;
}

/** Without the spaces that only spread Han characters over a line. */
export function tight(text: string): string {
  if (!text.includes(' ')) return text;
  let result = '';
  for (let i = 0; i < text.length; i += 1) {
    const spreads = text.charAt(i) === ' ' && (isWide(text.charCodeAt(i - 1)) || isWide(text.charCodeAt(i + 1)));
    if (!spreads) result += text.charAt(i);
  }
  return result;
}

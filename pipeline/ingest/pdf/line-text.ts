import { isWide } from '../../text/index.js';
import { type Item, isHan } from './item.js';

/** A gap of so many ems beside a letter or digit is a space. */
const narrowGap = 0.16;
/** A wider one sets apart what follows. */
const wideGap = 0.9;

/** What stands between two items of one line: nothing, a space, or two where a wide gap sets them apart. */
export function spaceBetween(before: Item, item: Item): '' | ' ' | '  ' {
  const gap = (item.left - before.right) / Math.max(before.size, item.size, 1);
  if (gap > wideGap) return '  ';
  return gap > narrowGap && keepsSpace(before.text.charCodeAt(before.text.length - 1), item.text.charCodeAt(0))
    ? ' '
    : '';
}

/** Whether a space between two characters says something: not where both take a whole em, nor beside punctuation. */
function keepsSpace(before: number, behind: number): boolean {
  if (isWide(before)) return !isWide(behind) && isHan(before);
  return !isWide(behind) || isHan(behind);
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
    const spreads = text.charAt(i) === ' ' && !keepsSpace(text.charCodeAt(i - 1), text.charCodeAt(i + 1));
    if (!spreads) result += text.charAt(i);
  }
  return result;
}

import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/** A group with its size behind it, and where that ends. */
interface Sized {
  readonly group: Mention;
  readonly size: number;
  readonly end: number;
}

/** How far behind the name of a group its size may end, in characters. */
const farthest = 24;

/**
 * `140例…甲组75例,非甲组65例`: groups called by name, one right behind the other, whose sizes add up to patients who were
 * counted before; whatever else these are counted by does not tell the arms apart.
 */
export function dividingGroups(
  named: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): Mention[] {
  const groups = sizedInTurn(named, text, rulebook);
  const start = groups[0]?.group.span.start ?? 0;
  const sum = groups.reduce((all, { size }) => all + size, 0);
  const isAll = ({ quantity, span }: Mention) =>
    quantity?.kind === 'count' && quantity.value === sum && span.end <= start;
  return groups.length > 1 && mentions.some(isAll) ? groups.map(({ group }) => group) : [];
}

/** The first groups that have their sizes behind them, as long as one follows on the other. */
function sizedInTurn(named: readonly Mention[], text: string, rulebook: Rulebook): Sized[] {
  const behind = phrase(rulebook, 'sizes.right-behind');
  const found: Sized[] = [];
  for (const group of named) {
    const { start, end } = group.span;
    const printed = behind.exec(text.slice(end, end + farthest))?.[0];
    const last = found.at(-1);
    if (last && (start - last.end > 2 || printed === undefined)) break;
    if (printed !== undefined)
      found.push({ group, size: Number(/\d+(?=\D*$)/u.exec(printed)?.[0]), end: end + printed.length });
  }
  return found;
}

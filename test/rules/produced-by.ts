import type { CompiledPattern } from '../../pipeline/rulebook/index.js';
import { produce } from '../../pipeline/tag/find.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a pattern makes of a stretch, side by side: its facts, its quantity, its name. */
interface Produced extends Stretch {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a pattern finds in a text with one stretch between ⟦ and ⟧. */
export function producedBy(pattern: CompiledPattern, marked: string): { marked: Stretch; found: Produced[] } {
  const [before, wanted, after, ...more] = marked.split(/[⟦⟧]/u);
  if (before === undefined || wanted === undefined || after === undefined || more.length > 0)
    throw new Error(`${pattern.rule.id}: one stretch is marked with ⟦ and ⟧, not: ${marked}`);
  const text = before + wanted + after;
  const found = [...text.matchAll(pattern.expression)].map((match): Produced => {
    const { facts, quantity, name, span } = produce(pattern, match);
    const plain = Object.fromEntries(Object.entries(quantity ?? {}).filter(([, field]) => field !== undefined));
    return { ...span, text: match[0], fields: { ...facts, ...(name === undefined ? {} : { name }), ...plain } };
  });
  return { marked: { start: before.length, end: before.length + wanted.length, text: wanted }, found };
}

import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';

/** The phrases that explain a number by what stands around it, the surest first, with the class that they put it in. */
const explanations: readonly (readonly [ruleId: string, name: string])[] = [
  ['ledger.date', 'date'],
  ['ledger.dose-note', 'dose-note'],
  ['ledger.time', 'time'],
  ['ledger.level', 'method'],
  ['ledger.late-heading', 'heading'],
  ['ledger.name', 'name'],
  ['ledger.list-mark', 'heading'],
];
const reach = 16;

/** The rule and the class of a number that is told by the characters around it, if any. */
export function explainedByContext(
  text: string,
  { start, end }: Span<'text'>,
  rulebook: Pick<Rulebook, 'phrases'>,
): { ruleId: string; name: string } | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const around = marked(text, Math.max(line, start - reach), start, end);
  for (const [ruleId, name] of explanations) {
    if (phrase(rulebook, ruleId).test(around)) return { ruleId, name };
  }
  return undefined;
}

/** The rule that finds a number in the front matter of the article: a line of its own, or a label before the number. */
export function frontMatter(
  text: string,
  { start, end }: Span<'text'>,
  rulebook: Pick<Rulebook, 'phrases'>,
): string | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (phrase(rulebook, 'ledger.front-matter-line').test(text.slice(line, Math.min(line + 24, end))))
    return 'ledger.front-matter-line';
  const around = marked(text, Math.max(line, start - 2 * reach), start, end);
  return phrase(rulebook, 'ledger.front-matter').test(around) ? 'ledger.front-matter' : undefined;
}

/** The number between bars, with what stands around it. */
function marked(text: string, from: number, start: number, end: number): string {
  return `${text.slice(from, start)}|${text.slice(start, end)}|${text.slice(end, end + reach)}`;
}

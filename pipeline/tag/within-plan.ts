import type { Mention } from '../model/index.js';

/** How far before a drug the bracket may open that it stands in, in characters. */
const farthest = 160;

/**
 * `XYP方案(甲药6mg,第1天;乙药10mg和丙药40mg,第1~14天)`: drugs in the bracket behind a regimen that consists of them and of others
 * are given as parts of it.
 */
export function isWithinPlan(parts: readonly Mention[], mentions: readonly Mention[], text: string): boolean {
  const at = (parts[0] as Mention).span.start;
  const from = Math.max(0, at - farthest);
  const open = openBracket(text.slice(from, at));
  if (open === undefined) return false;
  const plan = mentions.findLast(({ span }) => span.end <= from + open);
  const drugs = plan?.kind === 'regimen' ? (plan.facts.drugs?.split('+') ?? []) : [];
  if (!plan || from + open - plan.span.end > 2) return false;
  return drugs.length > parts.length && parts.every(({ name }) => drugs.includes(name ?? ''));
}

/** Where the bracket opens that is not closed at the end of a text. */
function openBracket(text: string): number | undefined {
  let closed = 0;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    if (text[i] === ')') closed += 1;
    if (text[i] !== '(') continue;
    if (closed === 0) return i;
    closed -= 1;
  }
  return undefined;
}

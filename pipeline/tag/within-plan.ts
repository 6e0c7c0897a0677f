import type { Mention } from '../model/index.js';
import { opening } from '../text/index.js';

/** How far before a drug the bracket may open that it stands in, in characters. */
const farthest = 160;

/**
 * `XYP方案(甲药6mg,第1天;乙药10mg和丙药40mg,第1~14天)`: drugs in the bracket behind a regimen that consists of them and of others
 * are given as parts of it.
 */
export function isWithinPlan(parts: readonly Mention[], mentions: readonly Mention[], text: string): boolean {
  const at = (parts[0] as Mention).span.start;
  const open = opening(text, at, Math.max(0, at - farthest));
  if (open < 0) return false;
  const plan = mentions.findLast(({ span }) => span.end <= open);
  const drugs = plan?.kind === 'regimen' ? (plan.facts.drugs?.split('+') ?? []) : [];
  if (!plan || open - plan.span.end > 2) return false;
  return drugs.length > parts.length && parts.every(({ name }) => drugs.includes(name ?? ''));
}

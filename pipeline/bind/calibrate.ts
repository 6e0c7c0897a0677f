import type { Binding, Claim, Study, Unbound } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';

/** The rule whose confidence is the line: what is less sure than this is left to the curator. */
const line = 'bind.unsure';

/**
 * Says of every claim how sure it is, the product of how sure each rule that made it is, and leaves those under the
 * line unbound, with what they would have been as the candidate.
 */
export function calibrate(
  claims: readonly Claim[],
  studies: readonly Study[],
  rulebook: Pick<Rulebook, 'binds'>,
): { bindings: Binding[]; doubted: Unbound[] } {
  // Most rules are sure, and need not be looked for.
  const sure = new Map<string, number>();
  for (const { id, confidence } of rulebook.binds) if (confidence !== undefined) sure.set(id, confidence);
  const least = sure.get(line) ?? 0;
  const bindings: Binding[] = [];
  const doubted: Unbound[] = [];
  for (const claim of claims) {
    const confidence = confidenceOf(claim.trail, sure);
    if (confidence >= least) bindings.push({ ...claim, confidence });
    else doubted.push({ span: claim.span, reason: 'not sure enough', candidates: [candidateOf(claim, studies)] });
  }
  return { bindings, doubted };
}

/** The product of how sure the rules of a trail are, each taken once. */
function confidenceOf(trail: readonly string[], sure: ReadonlyMap<string, number>): number {
  let confidence = 1;
  for (let i = 0; i < trail.length; i += 1) {
    const own = sure.get(trail[i] as string);
    if (own !== undefined && trail.indexOf(trail[i] as string) === i) confidence *= own;
  }
  return confidence;
}

/** What a number would have been recorded as: its measure, event, item or drug, then its arm. */
function candidateOf(claim: Claim, studies: readonly Study[]): string {
  const what = claim.measure ?? claim.term ?? claim.item ?? claim.drug ?? claim.kind;
  const arms = studies.find(({ key }) => key === claim.study)?.arms ?? [];
  const labels = [claim.arm ?? [], claim.arms ?? []].flat().map((id) => arms.find((arm) => arm.id === id)?.label ?? id);
  return [what, labels.join(' / ')].filter((part) => part !== '').join(' · ');
}

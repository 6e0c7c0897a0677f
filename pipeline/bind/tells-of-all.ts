import type { Claim, StudyArm } from '../model/index.js';
import type { Names } from './names.js';

/**
 * `A组ORR为a%。B组ORR为b%。中位OS为c个月`: behind what two arms had in turn, whether a passage that names none tells of all patients: unless
 * the same has been told of the other arm, too (`A组ORR为a%。CR率为b%。B组ORR为c%。CR率为d%`).
 */
export function tellsOfAll(claims: readonly Claim[], { id }: StudyArm, { whats }: Names): boolean {
  const ofOthers = claims.filter(({ kind, arm }) => arm !== undefined && arm !== id && kind !== 'n' && kind !== 'dose');
  const named = new Set(whats.flatMap(({ members }) => members.map(({ name }) => name)));
  return ofOthers.length > 0 && !ofOthers.some(({ measure, preferred }) => named.has(measure ?? preferred ?? ''));
}

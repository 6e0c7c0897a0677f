import type { Study } from '../model/index.js';

/** Ids that stay the same across runs and rule changes: name, else citation, else author, else own; a letter parts equals. */
export function trialIds(studies: readonly Study[]): string[] {
  const wanted = studies.map(wish);
  const counts = new Map<string, number>();
  for (const id of wanted) counts.set(id, (counts.get(id) ?? 0) + 1);
  const seen = new Map<string, number>();
  return wanted.map((id) => {
    const turn = seen.get(id) ?? 0;
    seen.set(id, turn + 1);
    return counts.get(id) === 1 ? id : `${id}-${letters(turn)}`;
  });
}

function wish(study: Study): string {
  if (study.name !== undefined) return study.name;
  if (study.citations.length > 0 && !study.own) return `ref-${study.citations[0]}`;
  if (study.lead !== undefined) return study.lead;
  return study.own ? 'own' : 'uncited';
}

/** a, b, … z, aa, ab … */
function letters(turn: number): string {
  const last = String.fromCharCode(97 + (turn % 26));
  return turn < 26 ? last : `${letters(Math.floor(turn / 26) - 1)}${last}`;
}

import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import { placesOf } from './group-places.js';

/** Names of groups that stand at the head of a clause and come back, or against those who lack it: `新辅助组ORR为…。…未新辅助组`. */
export function recurring(text: string, rulebook: Rulebook): string[] {
  const found = findAll(phrase(rulebook, 'introductions.recurring'), text);
  const labels = new Set(found.flatMap(({ groups }) => groups?.name ?? []));
  const another = phrase(rulebook, 'introductions.no-group');
  const names = [...labels].filter((label) => !another.test(label));
  const isOpposed = (label: string) =>
    names.some((other) => lacks(label, other, rulebook) || lacks(other, label, rulebook));
  return names.filter((label) => isOpposed(label) || placesOf(label, text, rulebook).length > 1);
}

/** Whether a name is that of those who did not get what another name says: `未新辅助`. */
export function lacks(name: string, had: string, rulebook: Rulebook): boolean {
  if (!name.endsWith(had)) return false;
  return phrase(rulebook, 'introductions.lacking').test(name.slice(0, name.length - had.length));
}

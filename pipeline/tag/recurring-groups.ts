import { armNameKinds, type Mention, treatmentKinds } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import { placesOf } from './group-places.js';

/** Characters before a value in which the name of its group is looked for, with what stands before that. */
const nameReach = 16;
/** Characters between two values of one list. */
const listReach = 40;

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

/** A name, and where its value begins, or where it ends itself. */
interface Told {
  readonly name: string;
  readonly at: number;
}

/** Names of groups that a sentence gives their values one after the other: `有效率同步组a%、序贯组b%`. */
export function valued(mentions: readonly Mention[], text: string, rulebook: Rulebook): string[] {
  const named = phrase(rulebook, 'introductions.valued');
  const another = phrase(rulebook, 'introductions.no-group');
  let [measured, treated] = [0, 0];
  const told = mentions.flatMap(({ kind, quantity, span: { start, end } }) => {
    if (kind === 'measure' || kind === 'event') measured = end;
    if (treatmentKinds.has(kind)) treated = end;
    if (quantity?.kind !== 'percentage' && quantity?.kind !== 'duration') return [];
    const clause = text.slice(Math.max(measured, start - nameReach), start);
    const match = named.exec(clause.slice(clause.search(/[^,;:、。()\n]*$/u)));
    const name = match?.groups?.name;
    // `单用甲药组`: what a treatment in it says is read as that of an arm.
    const isOwn = name !== undefined && treated <= start - (match?.[0].length ?? 0);
    return !isOwn || another.test(name) ? [] : [{ name, at: start }];
  });
  const goesOn = (a: number, b: number) => b - a < listReach && !/[。\n]/u.test(text.slice(a, b));
  // `甲药组复发率为a%,未用组为b%`: one of the groups may be known by what it got.
  const word = phrase(rulebook, 'introductions.word');
  const isGroup = ({ kind, span: { end } }: Mention) =>
    kind === 'arm' || (armNameKinds.has(kind) && word.exec(text.slice(end, end + 3))?.index === 0);
  const known = mentions.filter(isGroup).map(({ text: name, span }) => ({ name, at: span.end }));
  const all = [...told, ...known].sort((a, b) => a.at - b.at);
  const isBeside = (one: Told | undefined, other: Told | undefined) =>
    one !== undefined && other !== undefined && one.name !== other.name && goesOn(one.at, other.at);
  const listed = all.filter((one, i) => isBeside(all[i - 1], one) || isBeside(one, all[i + 1]));
  const values = new Set(told);
  return [...new Set(listed.filter((one) => values.has(one)).map(({ name }) => name))];
}

/** Whether a name is that of those who did not get what another name says: `未新辅助`. */
export function lacks(name: string, had: string, rulebook: Rulebook): boolean {
  if (!name.endsWith(had)) return false;
  return phrase(rulebook, 'introductions.lacking').test(name.slice(0, name.length - had.length));
}

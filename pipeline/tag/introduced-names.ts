import { type Mention, mentionsWithin } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';
import { isPart } from './combine-drugs.js';

/** A place in the text that names a group of patients, and the group's whole name. */
export interface Named extends Span<'text'> {
  readonly label: string;
}

/** The names that the article gives to groups, and the places where the first of two names lacks its end. */
export function introducedNames(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): { labels: Set<string>; elided: Named[] } {
  const labels = new Set<string>();
  const elided: Named[] = [];
  const all = (id: string) => findAll(phrase(rulebook, id), text);
  const [single, lead] = [phrase(rulebook, 'introductions.name'), phrase(rulebook, 'introductions.treated-lead')];
  for (const id of ['introductions.groups', 'introductions.counted', 'introductions.sized'])
    for (const { index, groups } of all(id))
      for (const part of partsOf(groups?.list ?? '', phrase(rulebook, 'introductions.between'))) {
        const name = single.exec(part)?.groups?.name?.replace(lead, '');
        // Where the text only counts them, names that are known mean what they mean elsewhere.
        if (name === undefined) continue;
        const start = text.indexOf(name, index);
        if (tellsOutcome(name, mentions, start, text, rulebook)) continue;
        const isOfTreatment = isTreatment(mentionsWithin(mentions, start, start + name.length), name);
        const known = isOfTreatment || isKnown(name, rulebook);
        if (id !== 'introductions.sized' || !known) labels.add(name);
        // `分为单药、联合及序贯三组`: the word for group stands once, behind their number.
        const end = start + name.length;
        const tellsTreatment = isOfTreatment || rulebook.lexicon.treatmentAtEnd(name) !== '';
        if (id === 'introductions.counted' && !tellsTreatment)
          elided.push({ label: name + groupWord(text, end, rulebook), start, end });
      }
  for (const { groups } of all('introductions.bracketed')) labels.add(groups?.name ?? '');
  for (const match of all('introductions.opposed')) {
    const { first = '', second = '', tail = '' } = match.groups ?? {};
    labels.add(first + tail).add(second + tail);
    const word = match[0].slice(first.length + 1 + second.length + tail.length);
    elided.push({ label: first + tail + word, start: match.index, end: match.index + first.length });
  }
  for (const match of all('introductions.numbered')) {
    const { stem = '', first = '', second = '' } = match.groups ?? {};
    const [word = ''] = phrase(rulebook, 'introductions.word').exec(match[0].slice(-1)) ?? [];
    const end = match.index + match[0].length;
    elided.push({ label: stem + second + word, start: end - word.length - second.length, end });
    const firstEnd = match.index + stem.length + first.length;
    if (!text.startsWith(word, firstEnd))
      elided.push({ label: stem + first + word, start: match.index, end: firstEnd });
  }
  for (const { index, groups } of all('introductions.dose-levels')) {
    const { list = '', tail = '' } = groups ?? {};
    for (const level of list.split(phrase(rulebook, 'joins.enumerates'))) {
      const start = text.indexOf(level, index);
      labels.add(level + tail);
      if (!text.startsWith(tail, start + level.length))
        elided.push({ label: level + tail, start, end: start + level.length });
    }
  }
  return { labels, elided };
}

/** The word for group at the end of the number of groups that a list tells. */
function groupWord(text: string, from: number, rulebook: Rulebook): string {
  const [many = ''] = phrase(rulebook, 'introductions.many').exec(text.slice(from)) ?? [];
  return many.slice(-1);
}

/** Whether letters or the lexicon say what a group of this name is. */
function isKnown(name: string, rulebook: Rulebook): boolean {
  const letters = name.replace(phrase(rulebook, 'joins.label-tail'), '');
  return !/\p{Script=Han}/u.test(letters) || rulebook.lexicon.whole(name)?.kind === 'arm';
}

/** `咳嗽手术组3例`, `腹泻观察组5例`: a measure or event before an arm that is known, which has it. */
function tellsOutcome(
  name: string,
  mentions: readonly Mention[],
  start: number,
  text: string,
  rulebook: Rulebook,
): boolean {
  const found = rulebook.lexicon.longestAt(name, 0);
  if (!found || found.end >= name.length || !['measure', 'event'].includes(found.entry.kind)) return false;
  const [from, to] = [start + found.end, start + name.length];
  const [arm, group] = [text.slice(from, to), text.slice(from, to + 1)];
  return isKnown(arm, rulebook) || isKnown(group, rulebook) || isTreatment(mentionsWithin(mentions, from, to), arm);
}

/** Whether a name is all of a treatment, or of several. */
function isTreatment(inside: readonly Mention[], name: string): boolean {
  const [first, last] = [inside[0], inside.at(-1)];
  return first !== undefined && isPart(first) && isPart(last) && last.span.end - first.span.start === name.length;
}

/** `甲乙、甲丙和丁3个组`: names of letters of which only the last one has the word for group, if any. */
export function listedNames(text: string, rulebook: Rulebook): Named[][] {
  return findAll(phrase(rulebook, 'introductions.listed'), text).map(({ index, groups }) => {
    let at = index;
    return (groups?.list ?? '').split(phrase(rulebook, 'joins.enumerates')).map((label): Named => {
      const start = at;
      at += label.length + 1;
      return { label, start, end: start + label.length };
    });
  });
}

/** The members of a list, brackets left whole. */
function partsOf(list: string, between: RegExp): string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const char of list) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0 && between.test(char)) found.push('');
    else found.push((found.pop() ?? '') + char);
  }
  return found.filter((part) => part !== '');
}

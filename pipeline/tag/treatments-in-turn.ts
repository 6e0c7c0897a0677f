import type { Mention } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import type { Named } from './introduced-names.js';

/**
 * `原发灶手术、转移灶手术和未手术患者的OS率分别为a%、b%和c%`: treatments that are told apart by more than their names, of each of which a
 * number is told.
 */
export function treatmentsInTurn(mentions: readonly Mention[], text: string, rulebook: Rulebook): Named[] {
  const joint = phrase(rulebook, 'joins.enumerates');
  const treats = phrase(rulebook, 'introductions.tells-treatment');
  return findAll(phrase(rulebook, 'introductions.in-turn'), text).flatMap(({ index, 0: found, groups }) => {
    const { list = '', values = '' } = groups ?? {};
    const names = list.split(joint);
    const numbers = values.match(/\d+(?:\.\d+)?/gu) ?? [];
    if (names.length !== numbers.length || !names.every((name) => treats.test(name))) return [];
    let at = index + found.indexOf(list);
    const places = names.map((label): Named => {
      const start = text.indexOf(label, at);
      at = start + label.length;
      // `未手术患者`: a name that is known with the word for patients at its end.
      const known = mentions.find(({ span }) => span.start === start && span.end > at);
      return { label, start, end: known?.span.end ?? at };
    });
    const isWhole = ({ start, end }: Named) => mentions.some(({ span }) => span.start === start && span.end === end);
    return places.every(isWhole) ? [] : places;
  });
}

import type { Mention } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import type { Named } from './introduced-names.js';
import { lacks } from './recurring-groups.js';

/**
 * `原发灶手术、转移灶手术和未手术患者的OS率分别为a%、b%和c%`: treatments that are told apart by more than their names, of each of which a
 * number is told.
 */
export function treatmentsInTurn(mentions: readonly Mention[], text: string, rulebook: Rulebook): Named[] {
  const joint = phrase(rulebook, 'joins.enumerates');
  const treats = phrase(rulebook, 'introductions.tells-treatment');
  const whom = phrase(rulebook, 'introductions.whom');
  return findAll(phrase(rulebook, 'introductions.in-turn'), text).flatMap(({ index, 0: found, groups }) => {
    const { list = '', values = '' } = groups ?? {};
    const names = list.split(joint).map((name) => name.replace(whom, ''));
    const numbers = values.match(/\d+(?:\.\d+)?/gu) ?? [];
    if (names.length !== numbers.length || !names.every((name) => treats.test(name))) return [];
    // `放疗者与未放疗者`: those who got it and those who did not are told apart by that alone.
    if (names.some((name) => names.some((other) => lacks(other, name, rulebook)))) return [];
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

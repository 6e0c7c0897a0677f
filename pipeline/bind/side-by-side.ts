import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import type { Groups } from './groups.js';

/**
 * `联合组和XY组的PFS分别为a和b`: beside the one arm that is known, a group that only its part names is another one, whatever
 * that arm got: nobody lists a group with itself.
 */
export function addBesideOnly(list: ArmList, { byPart, named }: Groups, text: string, rulebook: Rulebook): void {
  const beside = phrase(rulebook, 'joins.groups-listed');
  const isListed = (one: Mention, other: Mention) => {
    const [first, second] = one.span.start < other.span.start ? [one, other] : [other, one];
    return beside.test(text.slice(first.span.end, second.span.start));
  };
  const isOnly = (mention: Mention) => list.find(mention) === 0;
  const another = byPart.find(
    (group) =>
      isOnly(group) && named.some((other) => other.text !== group.text && isOnly(other) && isListed(group, other)),
  );
  if (another) list.addOpposed(another);
}

import type { Mention } from '../model/index.js';
import type { ArmList } from './arm-list.js';

/** Adds two treatments that the text sets against each other: they are two even where they are of one drug. */
export function addPair(
  list: Pick<ArmList, 'add' | 'addOpposed' | 'find' | 'labelled'>,
  [tried, comparator]: readonly Mention[],
): void {
  const place = tried && list.add(tried, true);
  if (!comparator) return;
  const isOther = list.labelled(comparator) !== place && list.find(comparator) === place;
  if (isOther) list.addOpposed(comparator);
  else list.add(comparator, true);
}

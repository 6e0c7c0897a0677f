import type { Mention } from '../model/index.js';
import type { Rulebook } from '../rulebook/index.js';
import type { ArmList } from './arm-list.js';
import { addPair } from './compared-pair.js';
import { alternatives } from './compared-treatments.js';
import { countedBesideControl } from './counted-beside-control.js';
import { countedTreatments } from './counted-treatments.js';
import { estimatedTreatments } from './estimated-treatments.js';
import { sharedOutTreatments } from './shared-out.js';
import { explained } from './spelled-labels.js';
import { countedCohorts } from './treated-cohort.js';
import { treatedBesideNot, treatedOrNot } from './treated-or-not.js';
import { unnamedGroups } from './unnamed-groups.js';
import { valuedTreatments } from './valued-treatments.js';
import { weighedTreatments } from './weighed-treatments.js';

/** Tells of treatments that the patients of a study were told apart by, one way of saying so. */
type Way = (mentions: readonly Mention[], text: string, rulebook: Rulebook) => readonly Mention[];

const likely: readonly Way[] = [
  treatedOrNot,
  countedCohorts,
  sharedOutTreatments,
  valuedTreatments,
  estimatedTreatments,
];

/** Adds the treatments that tell the patients apart, the surest way of saying so first, while fewer than two arms are known. */
export function addToldApart(
  list: ArmList,
  mentions: readonly Mention[],
  /** Whether the patients were divided into groups that the text names. */
  isDivided: boolean,
  text: string,
  rulebook: Rulebook,
): void {
  const add = (found: readonly Mention[]) => {
    for (const mention of found) list.add(mention, true);
  };
  const tell = (way: Way) => way(mentions, text, rulebook);
  const counted = isDivided ? [] : tell(countedTreatments);
  // `a例接受甲药,b例接受乙药,c例接受甲药联合乙药。甲药组…乙药组…`: the groups that are named are not all that are counted.
  if (list.size < 2 || list.isPartOf(counted)) add(counted);
  for (const way of [unnamedGroups, weighedTreatments]) if (list.size < 2) add(tell(way));
  if (list.size < 2) addPair(list, tell(alternatives));
  if (list.size < 2) add(tell(countedBesideControl).map((mention) => explained(mention, text, rulebook)));
  for (const way of likely) if (list.size < 2) add(tell(way));
  // `甲组和乙组…;行丙术和未行丙术患者…`: patients told apart once more by another treatment are none of the arms before.
  if (list.size > 1) add(tell(treatedBesideNot));
}

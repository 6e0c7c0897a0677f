import type { Mention } from '../model/index.js';

/** `甲药(50mg)联合乙药(2mg)`: what the last drug of a combination spelled out with doses stands for. */
export function wholeOf(drug: Mention, mentions: readonly Mention[]): Mention {
  const before = mentions.slice(0, mentions.indexOf(drug));
  const whole = before.findLast(({ facts }) => facts.dosed !== undefined);
  return whole && drug.kind === 'drug' && whole.facts.lastDrug === drug.name ? whole : drug;
}

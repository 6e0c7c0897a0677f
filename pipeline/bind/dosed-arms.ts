import type { Mention } from '../model/index.js';
import type { ArmList } from './arm-list.js';
import { namesDrugs } from './labels.js';

/** `甲药75mg/m2组和100mg/m2组`: arms that are called by doses alone got the drug right before one of them, or the only one that is named. */
export function giveDosed(list: ArmList, mentions: readonly Mention[]): void {
  const places = list.arms().map((_, place) => place);
  const dosed = mentions.filter(({ ruleId }) => ruleId === 'names.arm-dose');
  const called = new Set(dosed.map((mention) => list.find(mention)));
  if (list.size < 2 || !places.every((place) => called.has(place) && list.drugsAt(place).length === 0)) return;
  const drugs = mentions.filter(namesDrugs);
  const isBefore = ({ span }: Mention) => dosed.some((arm) => [0, 1].includes(arm.span.start - span.end));
  const [first, another] = new Map(drugs.map((drug) => [drug.name, drug])).values();
  const drug = drugs.find(isBefore) ?? (another ? undefined : first);
  for (const place of drug ? places : []) list.give(place, list.componentsOf(drug as Mention));
}

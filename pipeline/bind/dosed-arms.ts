import type { Component, Mention } from '../model/index.js';
import type { ArmList } from './arm-list.js';
import { namesDrugs } from './labels.js';

/** `甲药75mg/m2组和100mg/m2组`: arms that are called by doses alone got the drug right before one of them, or the only one that is named. */
export function giveDosed(list: ArmList, mentions: readonly Mention[]): void {
  const dosed = mentions.filter(({ facts }) => facts.byDose !== undefined);
  if (dosed.length === 0) return;
  const called = new Set(dosed.map((mention) => list.find(mention)));
  const isBare = (place: number) => called.has(place) && list.drugsAt(place).length === 0;
  const places = list.arms().map((_, place) => place);
  const bare = places.filter(isBare);
  const others = places.filter((place) => !isBare(place));
  const drug = others.length > 0 ? undefined : drugOf(mentions, dosed);
  const drugs = drug ? list.componentsOf(drug) : drugsAlike(list, mentions, others);
  for (const place of bare) list.give(place, drugs);
}

/** The drug right before one of the arms, or the only one that is named. */
function drugOf(mentions: readonly Mention[], dosed: readonly Mention[]): Mention | undefined {
  const drugs = mentions.filter(namesDrugs);
  const isBefore = ({ span }: Mention) => dosed.some((arm) => [0, 1].includes(arm.span.start - span.end));
  const [first, another] = new Map(drugs.map((drug) => [drug.name, drug])).values();
  return drugs.find(isBefore) ?? (another ? undefined : first);
}

/** `甲药8mg/kg(n=30)和16mg/kg(n=42)`: the one drug of the other arms, where each of them is that drug with its dose. */
function drugsAlike(list: ArmList, mentions: readonly Mention[], others: readonly number[]): readonly Component[] {
  const withDose = new Set(mentions.flatMap((mention) => (mention.facts.dose === undefined ? [] : list.find(mention))));
  const [drugs = [], ...more] = others.map((place) => list.drugsAt(place));
  const areAlike = [drugs, ...more].every(([drug, another]) => drug?.name === drugs[0]?.name && !another);
  return areAlike && others.every((place) => withDose.has(place)) ? drugs : [];
}

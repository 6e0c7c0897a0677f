import type { Component, Mention } from '../model/index.js';
import { drugNamesOf } from './labels.js';

/** Procedures that do not tell two arms apart. */
const procedures = new Set(['ASCT', 'auto-HSCT', 'HSCT', 'placebo']);

/** Transplantations by their donor, of all of which `allo-HSCT` is the general name. */
const byDonor: ReadonlySet<string> = new Set(['haplo-HSCT', 'MSD-HSCT', 'URD-HSCT', 'UCBT']);

/** Whether a treatment is a transplantation from a donor of one kind. */
export function isByDonor(drugs: readonly Component[]): boolean {
  return drugs.some(({ name }) => byDonor.has(name));
}

/** Kinds of treatment, by which alone two groups cannot be said to be one. */
export const kindsOfTreatment: ReadonlySet<string> = new Set(['radiotherapy', 'surgery', 'chemotherapy']);

/** Whether a component only says what kind of treatment it was. */
export function isKindOfTreatment(component: Component | undefined): boolean {
  return component !== undefined && kindsOfTreatment.has(component.name);
}

/** Classes of drugs that are told like kinds of treatment. */
const classes: ReadonlySet<string> = new Set([
  'immunotherapy',
  'immune checkpoint inhibitor',
  'PD-1 inhibitor',
  'PD-L1 inhibitor',
  'PD-1/PD-L1 inhibitor',
  'targeted therapy',
]);

/** Whether a component is a kind of treatment or a class of drugs, and no drug by name. */
export function isGeneral(component: Component): boolean {
  return isKindOfTreatment(component) || classes.has(component.name);
}

const chemotherapy = 'chemotherapy';

/** What arms are told apart by: the drugs that they got. */
export function key(drugs: readonly Component[]): string {
  const [only, another] = drugs;
  // The commonest treatment by far is one drug.
  if (only && !another) return procedures.has(only.name) ? '' : only.name;
  const names: string[] = [];
  for (const { name } of drugs) if (!procedures.has(name)) names.push(name);
  return setOf(names);
}

/** The drugs of a treatment as the text or the lexicon gives them, in one order. */
export function drugSetOf(mention: Mention): string {
  return setOf(drugNamesOf(mention));
}

/** Most combinations are of two drugs, which need no set and no sorting. */
function setOf(names: readonly string[]): string {
  const [one = '', other] = names;
  if (other === undefined || (one === other && names.length === 2)) return one;
  if (names.length === 2) return one < other ? `${one}+${other}` : `${other}+${one}`;
  return [...new Set(names)].sort().join('+');
}

/** Whether one treatment has all the drugs of another one. */
export function holdsAll(drugs: readonly Component[], others: readonly Component[]): boolean {
  return others.every(({ name }) => drugs.some((drug) => drug.name === name));
}

/** `甲药组…试验组接受甲药联合乙药`: whether a treatment is all of another one, and more. */
export function isMore(drugs: readonly Component[], others: readonly Component[]): boolean {
  return drugs.length > others.length && holdsAll(drugs, others);
}

/** Whether drugs are those of a treatment with chemotherapy that does not say of which drugs it was. */
export function spellsOut(drugs: readonly Component[], general: readonly Component[]): boolean {
  const others = general.filter(({ name }) => name !== chemotherapy);
  if (others.length === 0 || others.length === general.length) return false;
  const known = new Set(others.map(({ name }) => name));
  const more = drugs.filter(({ name }) => !known.has(name));
  return more.length > 0 && more.length + known.size === drugs.length && more.every(isCytotoxic);
}

/**
 * Alkylating agents, antimetabolites, plant alkaloids, cytotoxic antibiotics and platinum by their ATC codes (WHO), and
 * folinates and mesna (V03AF), which are given with them.
 */
export function isCytotoxic({ atc }: Component): boolean {
  return atc !== undefined && /^(?:L01(?:[ABCD]|XA)|V03AF)/u.test(atc);
}

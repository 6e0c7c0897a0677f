import { type Component, isTransplantation, type Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { OpenArm } from './arm-match.js';
import { key, kindsOfTreatment } from './drug-sets.js';

/** A transplantation of which nothing more is said. */
const transplantation = 'HSCT';

/** The place of the one arm that is like this; undefined where none is, or several are. */
export function onlyOne(open: readonly OpenArm[], isLike: (arm: OpenArm) => boolean): number | undefined {
  const place = open.findIndex(isLike);
  return place >= 0 && !open.some((arm, other) => other > place && isLike(arm)) ? place : undefined;
}

/** `全脑放疗48例…单纯放疗`: the one arm that got nothing but a technique of this kind, where another got more. */
export function onlyOfKind(
  open: readonly OpenArm[],
  { text }: Mention,
  [kind, another]: readonly Component[],
  rulebook: Rulebook,
): number | undefined {
  const isAlone =
    kind && !another && kindsOfTreatment.has(kind.name) && phrase(rulebook, 'joins.label-course').test(text);
  if (!isAlone || open.length !== 2) return undefined;
  return onlyOne(open, ({ drugs: [drug, more] }) => !more && drug?.modality === kind.name && drug.name !== kind.name);
}

/** `手术组…接受肺叶切除术的患者`: the one arm that is only said to have got this kind of treatment, where no other got it, too. */
export function onlyByTechnique(
  open: readonly OpenArm[],
  mention: Mention,
  [technique, another]: readonly Component[],
): number | undefined {
  if (mention.kind !== 'procedure' || !technique || another) return undefined;
  const general = isTransplantation(mention) ? transplantation : technique.modality;
  const isOfKind = ({ name, modality }: Component) => name === general || modality === general;
  const place = onlyOne(open, ({ drugs }) => drugs.some(isOfKind));
  const [only, more] = place === undefined ? [] : (open[place]?.drugs ?? []);
  return (only === undefined || only.name === general) && !more ? place : undefined;
}

/** `手术组` where one of two other arms, of which all is known, had surgery beside what both got. */
export function wholeOfKind(open: readonly OpenArm[], arm: OpenArm): OpenArm | undefined {
  const [only, another] = arm.drugs;
  const others = open.filter((other) => other !== arm);
  const isGeneral = arm.isGroup && !arm.isListed && only && !another && kindsOfTreatment.has(only.name);
  if (!isGeneral || others.length !== 2) return undefined;
  const [first, second] = others.sort((a, b) => b.drugs.length - a.drugs.length);
  const rest = first?.drugs.filter(({ name, modality }) => name !== only.name && modality !== only.name) ?? [];
  const isWhole = rest.length > 0 && rest.length < (first?.drugs.length ?? 0);
  return isWhole && key(rest) === key(second?.drugs ?? []) ? first : undefined;
}

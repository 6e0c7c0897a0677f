import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { closing } from '../text/index.js';
import { drugsOf, isPart } from './combine-drugs.js';
import { isItsKind } from './kind-behind.js';

/** A treatment that its word for group or its dose makes the name of an arm; any other mention as it is. */
export function asArm(mention: Mention, next: Mention | undefined, text: string, rulebook: Rulebook): Mention {
  return (
    dosedArm(mention, next, text, rulebook) ??
    dosedFirst(mention, next, text, rulebook) ??
    groupedBehindDose(mention, text, rulebook) ??
    groupedBehindKind(mention, next, text, rulebook) ??
    grouped(mention, text, rulebook)
  );
}

/** `甲药80mg qd组`, `甲药400mg bid(n例)`: an arm that is told from others by its dose, which it keeps as its quantity. */
function dosedArm(drug: Mention, dose: Mention | undefined, text: string, rulebook: Rulebook): Mention | undefined {
  if (drug.kind !== 'drug' || dose?.quantity?.kind !== 'dose') return undefined;
  const tail = phrase(rulebook, 'joins.dosed-arm').exec(text.slice(drug.span.end, drug.span.end + 30));
  if (!tail || dose.span.start > drug.span.end + 1) return undefined;
  const span = { start: drug.span.start, end: drug.span.end + tail[0].length };
  return ofDose(span, drug, dose, text, `${drug.text}${tail.groups?.dose ?? ''}`);
}

/** `2mg甲药组`, `4 mg甲药(n=30)`: the dose that tells an arm from others may stand before its drug, unless the drug is added to another one. */
function dosedFirst(dose: Mention, drug: Mention | undefined, text: string, rulebook: Rulebook): Mention | undefined {
  if (drug?.kind !== 'drug' || dose.quantity?.kind !== 'dose' || dose.span.end !== drug.span.start) return undefined;
  const tail = phrase(rulebook, 'joins.dosed-first').exec(text.slice(drug.span.end, drug.span.end + 16));
  const added = phrase(rulebook, 'joins.added-before').test(
    text.slice(Math.max(0, dose.span.start - 3), dose.span.start),
  );
  if (!tail || added) return undefined;
  const span = { start: dose.span.start, end: drug.span.end + tail[0].length };
  return ofDose(span, drug, dose, text, text.slice(dose.span.start, drug.span.end));
}

/** An arm that got a drug in a dose, over the text that names it so. */
function ofDose(span: Mention['span'], drug: Mention, dose: Mention, text: string, label: string): Mention {
  const { start, end } = dose.span;
  return {
    ...drug,
    kind: 'arm',
    span,
    text: text.slice(span.start, span.end),
    name: label,
    facts: {
      drugs: drugsOf(drug),
      label,
      dose: dose.text,
      doseRule: dose.ruleId,
      doseFrom: `${start}`,
      doseTo: `${end}`,
    },
    quantity: dose.quantity,
  };
}

/** `甲药(24mg/d)组`: the word for group stands behind the bracket with the dose; the dose keeps its place. */
function groupedBehindDose(mention: Mention, text: string, rulebook: Rulebook): Mention | undefined {
  if (!isPart(mention) || mention.facts.combined !== undefined || text[mention.span.end] !== '(') return undefined;
  const tail = phrase(rulebook, 'joins.group-behind-dose').exec(text.slice(mention.span.end, mention.span.end + 48));
  if (!tail) return undefined;
  const label = mention.facts.label ?? mention.text;
  return armOver(mention.span, mention, text, { label });
}

/** `放疗联合甲药化疗组`: the word for group stands behind the kind of the last drug, which adds nothing to the name. */
function groupedBehindKind(
  mention: Mention,
  kind: Mention | undefined,
  text: string,
  rulebook: Rulebook,
): Mention | undefined {
  if (!kind || !isItsKind(mention, kind, rulebook)) return undefined;
  const tail = phrase(rulebook, 'joins.arm-tail').exec(text.slice(kind.span.end, kind.span.end + 8));
  if (!tail) return undefined;
  const span = { start: mention.span.start, end: kind.span.end + tail[0].length };
  return armOver(span, mention, text, { label: text.slice(span.start, kind.span.end) });
}

/** `甲药联合XY(乙药、丙药)组`: the word for group stands behind the bracket that spells the letters out. */
export function groupedBehindGloss(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const { span, kind } = mention;
  const close = kind === 'regimen' && text[span.end] === '(' ? closing(text, span.end) : -1;
  const tail = close < 0 ? null : phrase(rulebook, 'joins.arm-tail').exec(text.slice(close + 1, close + 9));
  if (!tail) return mention;
  const label = mention.facts.label ?? mention.text;
  return armOver({ start: span.start, end: close + 1 + tail[0].length }, mention, text, { label });
}

/** A treatment as the name of an arm, over as much of the text as names it; what it got is its drugs unless said otherwise. */
export function armOver(
  span: Mention['span'],
  mention: Mention,
  text: string,
  { label, name = label, drugs = drugsOf(mention) }: { label: string; name?: string; drugs?: string },
): Mention {
  const printed = text.slice(span.start, span.end);
  return { ...mention, kind: 'arm', span, text: printed, name, facts: { ...mention.facts, drugs, label } };
}

/** A drug, combination or regimen followed by 组 (单药组, 治疗组 …) is an arm. */
function grouped(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const isSetting = mention.kind === 'qualifier';
  if (!isPart(mention) && !isSetting) return mention;
  const lead = text.slice(Math.max(0, mention.span.start - 6), mention.span.start);
  // `单用甲药者`: those who got it alone, without the word for group.
  const alone = phrase(rulebook, 'joins.alone-head').test(lead);
  const tail = phrase(rulebook, alone ? 'joins.those-tail' : 'joins.arm-tail').exec(
    text.slice(mention.span.end, mention.span.end + 8),
  );
  if (!tail) return mention;
  // `术后化疗组`: when it was given is part of the name.
  const given = isSetting ? rulebook.lexicon.treatmentAtEnd(mention.text) : drugsOf(mention);
  if (given === '') return mention;
  // `与联合甲药组相比`: that it was added to what the others got is part of the name, too.
  const [added = ''] = phrase(rulebook, 'joins.added-head').exec(text.slice(0, mention.span.start).slice(-3)) ?? [];
  const span = { start: mention.span.start - added.length, end: mention.span.end + tail[0].length };
  const printed = mention.facts.label ? `${mention.facts.label}${tail[0]}` : text.slice(span.start, span.end);
  const label = mention.facts.label ?? text.slice(span.start, mention.span.end);
  return armOver(span, mention, text, { label, name: printed, drugs: given });
}

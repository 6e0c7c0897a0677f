import type { Definitions, Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { combine, drugsOf, isPart, labelOf } from './combine-drugs.js';
import { closing } from './compose-synonyms.js';

/**
 * Drugs joined by 、, +, 联合 … become one regimen mention whose fact `drugs` lists them; with an abbreviation
 * in brackets before or behind, the two are one mention under the abbreviation and the article's own definition.
 */
export function composeRegimens(
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): { mentions: Mention[]; definitions: Definitions } {
  const definitions = new Map<string, string>();
  const namelyWord = phrase(rulebook, 'joins.namely');
  const namedPlan = phrase(rulebook, 'joins.plan');
  const combined = combine(mentions, text, rulebook);
  const composed: Mention[] = [];
  for (let i = 0; i < combined.length; i += 1) {
    const mention = combined[i] as Mention;
    if (mention.facts.dosed !== undefined) definitions.set(labelOf(mention), drugsOf(mention));
    const defined = definition(combined, i, text, namelyWord, namedPlan);
    const explained = defined ? undefined : explanation(mention, composed.at(-1), text);
    const dosed = explained ? dosedOneByOne(combined, i - 1, closing(text, mention.span.start - 1)) : undefined;
    if (explained && dosed) {
      if (!definitions.has(labelOf(explained))) definitions.set(labelOf(explained), dosed);
      composed.push({ ...explained, facts: { ...explained.facts, drugs: dosed } }, mention);
    } else if (explained && mention.facts.combination !== undefined) {
      const label = labelOf(explained);
      const drugs = drugsOf(mention);
      if (!definitions.has(label)) definitions.set(label, drugs);
      composed.push({ ...explained, facts: { ...explained.facts, drugs } });
    } else if (defined) {
      const { merged, abbreviation, drugs } = defined;
      if (abbreviation && drugs && !definitions.has(abbreviation)) definitions.set(abbreviation, drugs);
      composed.push(merged);
      i = defined.last;
    } else composed.push(mention);
  }
  return {
    mentions: withoutOverlaps(
      composed.map(
        (mention, i) =>
          dosedArm(mention, composed[i + 1], text, rulebook) ??
          groupedBehindDose(mention, text, rulebook) ??
          grouped(mention, text, rulebook),
      ),
    ),
    definitions,
  };
}

interface Defined {
  readonly merged: Mention;
  readonly last: number;
  readonly abbreviation?: string | undefined;
  readonly drugs?: string | undefined;
}

/** `VTD(硼替佐米、沙利度胺、地塞米松…` or `硼替佐米、沙利度胺、地塞米松(VTD)`, from the mention at `i` on. */
function definition(
  mentions: readonly Mention[],
  i: number,
  text: string,
  namelyWord: RegExp,
  namedPlan: RegExp,
): Defined | undefined {
  const head = mentions[i] as Mention;
  const namely = spelledOut(head, mentions[i + 1], text, namelyWord);
  if (namely) return namely(i);
  const open = head.span.end + (namedPlan.exec(text.slice(head.span.end, head.span.end + 2))?.[0].length ?? 0);
  if (text[open] !== '(') return undefined;
  const close = closing(text, open);
  if (close < 0) return undefined;
  const next = mentions[i + 1];
  const inside = next && next.span.start <= open + 2 ? next : undefined;
  if (head.facts.last !== undefined && inside && isPart(inside) && inside.span.start === open + 1) {
    // `沙利度胺联合PAD(硼替佐米、…)`: the bracket explains the last part.
    return { merged: head, last: i + 1, abbreviation: head.facts.last, drugs: drugsOf(inside) };
  }
  const isName = (head.kind === 'regimen' && !head.facts.combination) || head.kind === 'arm';
  if (isName && inside && isPart(inside) && inside.span.start === open + 1) {
    const spelled = dosedOneByOne(mentions, i, close);
    if (spelled) {
      const merged = { ...head, facts: { ...head.facts, drugs: spelled } };
      return { merged, last: i, abbreviation: labelOf(head), drugs: spelled };
    }
    const drugs = drugsOf(inside);
    // `Vd方案(硼替佐米每周2次)` tells how one drug of a known regimen is given.
    if (inside.kind === 'drug' && (head.facts.drugs ?? '').split('+').includes(inside.name ?? '')) return undefined;
    const merged = { ...head, facts: { ...head.facts, drugs } };
    // The bracket may go on with the arm's size: only the drugs are taken out.
    return { merged, last: i + 1, abbreviation: labelOf(head), drugs };
  }
  const isDrugs = head.facts.combination || head.kind === 'drug' || head.kind === 'procedure';
  if (!isDrugs) return undefined;
  const abbreviation = /^[A-Z][A-Za-z0-9+/-]{0,11}$/u.exec(text.slice(open + 1, close))?.[0];
  const arm = inside?.kind === 'arm' && inside.span.end === close ? inside : undefined;
  if (!abbreviation && !arm) return undefined;
  if (head.kind !== 'regimen' && !arm && inside?.kind !== 'regimen') return undefined;
  const drugs = drugsOf(head);
  const span = { start: head.span.start, end: close + 1 };
  const label = arm ? arm.text : (abbreviation as string);
  const facts = { ...(arm?.facts ?? {}), drugs, label };
  const merged: Mention = {
    ...head,
    kind: arm ? 'arm' : 'regimen',
    span,
    text: text.slice(span.start, span.end),
    name: label,
    facts,
  };
  return { merged, last: inside && inside.span.start < close ? i + 1 : i, abbreviation: label, drugs };
}

/** `X(甲药6mg/m2,静滴,第1天;乙药40mg/m2,第1~14天)`: the drugs of a regimen, each with a dose of its own. */
function dosedOneByOne(mentions: readonly Mention[], i: number, close: number): string | undefined {
  const until = mentions.findIndex(({ span }, at) => at > i && span.start > close);
  const inside = mentions.slice(i + 1, until < 0 ? undefined : until);
  const drugs = inside
    .filter(({ kind, facts }, at) => {
      const isDrug = kind === 'drug' || facts.dosed !== undefined;
      return isDrug && inside[at + 1]?.quantity?.kind === 'dose';
    })
    .flatMap((mention) => drugsOf(mention).split('+'));
  return new Set(drugs).size > 1 ? [...new Set(drugs)].join('+') : undefined;
}

/** `BRD方案,即苯达莫司汀+…`: the regimen is spelled out behind its name. */
function spelledOut(
  head: Mention,
  next: Mention | undefined,
  text: string,
  namely: RegExp,
): ((i: number) => Defined) | undefined {
  if (head.kind !== 'regimen' || head.facts.combination || next?.facts.combination === undefined) return undefined;
  if (!namely.test(text.slice(head.span.end, next.span.start))) return undefined;
  const drugs = drugsOf(next);
  return (i) => ({ merged: { ...head, facts: { ...head.facts, drugs } }, last: i, abbreviation: labelOf(head), drugs });
}

/** A name that the lexicon does not know, right before a bracket with its drugs: `XYd(赛利尼索、地塞米松…`. */
function explanation(inside: Mention, before: Mention | undefined, text: string): Mention | undefined {
  if (!isPart(inside) || text[inside.span.start - 1] !== '(') return undefined;
  const lead = text.slice(Math.max(0, inside.span.start - 14), inside.span.start - 1);
  const name = /(?<![A-Za-z])[A-Z][A-Za-z0-9+/-]{0,11}$/u.exec(lead)?.[0];
  if (name === undefined) return undefined;
  const start = inside.span.start - 1 - name.length;
  if (before && before.span.end > start) return undefined;
  const span = { start, end: start + name.length };
  return { kind: 'regimen', span, ruleId: 'names.explained', text: name, name, facts: { label: name } };
}

/** A mention that has grown over the next one takes its place. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  let reached = 0;
  return mentions.filter(({ span }) => {
    if (span.start < reached) return false;
    reached = span.end;
    return true;
  });
}

/** `甲药80mg qd组`, `甲药400mg bid(n例)`: an arm that is told from others by its dose, which it keeps as its quantity. */
function dosedArm(drug: Mention, dose: Mention | undefined, text: string, rulebook: Rulebook): Mention | undefined {
  if (drug.kind !== 'drug' || dose?.quantity?.kind !== 'dose') return undefined;
  const tail = phrase(rulebook, 'joins.dosed-arm').exec(text.slice(drug.span.end, drug.span.end + 30));
  if (!tail || dose.span.start > drug.span.end + 1) return undefined;
  const span = { start: drug.span.start, end: drug.span.end + tail[0].length };
  const label = `${drug.text}${tail.groups?.dose ?? ''}`;
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
  if (!isPart(mention) || text[mention.span.end] !== '(') return undefined;
  const tail = phrase(rulebook, 'joins.group-behind-dose').exec(text.slice(mention.span.end, mention.span.end + 48));
  if (!tail) return undefined;
  const label = mention.facts.label ?? mention.text;
  return { ...mention, kind: 'arm', name: label, facts: { ...mention.facts, drugs: drugsOf(mention), label } };
}

/** A drug, combination or regimen followed by 组 (单药组, 治疗组 …) is an arm. */
function grouped(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const isSetting = mention.kind === 'qualifier';
  if (!isPart(mention) && !isSetting) return mention;
  const tail = phrase(rulebook, 'joins.arm-tail').exec(text.slice(mention.span.end, mention.span.end + 8));
  if (!tail) return mention;
  // `术后化疗组`: when it was given is part of the name.
  const given = isSetting ? rulebook.lexicon.treatmentAtEnd(mention.text) : drugsOf(mention);
  if (given === '') return mention;
  const span = { start: mention.span.start, end: mention.span.end + tail[0].length };
  const printed = mention.facts.label ? `${mention.facts.label}${tail[0]}` : text.slice(span.start, span.end);
  return {
    ...mention,
    kind: 'arm',
    span,
    text: text.slice(span.start, span.end),
    name: printed,
    facts: {
      ...mention.facts,
      drugs: given,
      label: mention.facts.label ?? text.slice(mention.span.start, mention.span.end),
    },
  };
}

import { armNameKinds, type Mention, mentionsUntil } from '../model/index.js';
import { closing } from '../text/index.js';
import { drugsOf, isPart, labelOf } from './combine-drugs.js';

export interface Defined {
  readonly merged: Mention;
  readonly last: number;
  readonly abbreviation?: string | undefined;
  readonly drugs?: string | undefined;
}

/** What stands between letters and the drugs that they are defined by. */
export interface DefiningWords {
  /** Between the name of a regimen and its drugs spelled out. */
  readonly namely: RegExp;
  /** Behind the letters of a regimen, the word for one. */
  readonly plan: RegExp;
  /** Between an arm and what it got. */
  readonly given: RegExp;
  /** Before a treatment, that it was given alone. */
  readonly alone: RegExp;
  /** In the bracket behind an arm, before what it got. */
  readonly inside: RegExp;
}

/** `VTD(硼替佐米、沙利度胺、地塞米松…` or `硼替佐米、沙利度胺、地塞米松(VTD)`, from the mention at `i` on. */
export function definition(
  mentions: readonly Mention[],
  i: number,
  text: string,
  words: DefiningWords,
  definitions: ReadonlyMap<string, string>,
): Defined | undefined {
  const head = mentions[i] as Mention;
  if (!armNameKinds.has(head.kind)) return undefined;
  const drugsBehind =
    spelledOut(head, mentions[i + 1], text, words) ?? givenTo(head, mentions.slice(i + 1, i + 4), text, words);
  if (drugsBehind !== undefined) {
    const merged = { ...head, facts: { ...head.facts, drugs: drugsBehind } };
    return { merged, last: i, abbreviation: labelOf(head), drugs: drugsBehind };
  }
  const open = head.span.end + (words.plan.exec(text.slice(head.span.end, head.span.end + 8))?.[0].length ?? 0);
  if (text[open] !== '(') return undefined;
  const close = closing(text, open);
  if (close < 0) return undefined;
  const at = mentions[i + 1]?.kind === 'cue' && head.kind === 'arm' ? i + 2 : i + 1;
  const next = mentions[at];
  // `对照组(单用甲药)`, `对照组(给予甲药)`: that an arm got it, or nothing else; the word for giving may be a cue.
  const lead = next ? text.slice(open + 1, next.span.start) : '';
  const isGiven = head.kind === 'arm' && (words.alone.test(lead) || words.inside.test(lead));
  const start = isGiven && next ? next.span.start : open + 1;
  const inside = next && (isGiven || next.span.start <= open + 2) ? next : undefined;
  // `西达本胺联合R-CHOP(XR-CHOP)`: letters alone are the name of the whole.
  const names = inside?.kind === 'regimen' && !inside.facts.combination && inside.span.end === close;
  if (head.facts.last !== undefined && inside && !names && isPart(inside) && inside.span.start === open + 1) {
    // `沙利度胺联合PAD(硼替佐米、…)`: the bracket explains the last part.
    return { merged: head, last: i + 1, abbreviation: head.facts.last, drugs: drugsOf(inside) };
  }
  const chemotherapy = /^(.*)\+chemotherapy$/u.exec(head.facts.drugs ?? '');
  const fills = inside?.kind === 'drug' && inside.span.start === open + 1 && inside.span.end === close;
  if (chemotherapy && head.facts.combination && fills) {
    // `甲药联合化疗(乙药)`: the bracket says which chemotherapy it is.
    const facts = { ...head.facts, drugs: `${chemotherapy[1]}+${drugsOf(inside)}` };
    return { merged: { ...head, facts }, last: i + 1 };
  }
  const isName = (head.kind === 'regimen' && !head.facts.combination) || head.kind === 'arm';
  if (isName && inside && isPart(inside) && inside.span.start === start) {
    const spelled = dosedOneByOne(mentions, i, close);
    if (spelled) {
      const merged = { ...head, facts: { ...head.facts, drugs: spelled } };
      return { merged, last: i, abbreviation: labelOf(head), drugs: spelled };
    }
    // `甲药联合乙药(XY)…对照组(XY方案)`: letters that the article has defined are what it says.
    const drugs = (inside.kind === 'regimen' ? definitions.get(labelOf(inside)) : undefined) ?? drugsOf(inside);
    // `Vd方案(硼替佐米每周2次)` tells how one drug of a known regimen is given.
    if (inside.kind === 'drug' && (head.facts.drugs ?? '').split('+').includes(inside.name ?? '')) return undefined;
    const merged = { ...head, facts: { ...head.facts, drugs } };
    // The bracket may go on with the arm's size: only the drugs are taken out.
    return { merged, last: at, abbreviation: labelOf(head), drugs };
  }
  const isDrugs = head.facts.combination || head.kind === 'drug' || head.kind === 'procedure';
  if (!isDrugs) return undefined;
  const called = inside?.kind === 'arm' && inside.span.start === open + 1 && /^[,;]/u.test(text.slice(inside.span.end));
  if (called && head.facts.combination && /^[A-Z][A-Za-z0-9+/-]{0,11}$/u.test(inside.facts.label ?? '')) {
    // `甲药联合乙药(A+B组,40例)`: the letters are this arm's, whatever they stand for elsewhere.
    return { merged: head, last: i, abbreviation: inside.facts.label, drugs: drugsOf(head) };
  }
  // `甲药联合乙药(adrug plus bdrug,AB)`: the letters may stand behind the English names.
  const short = /^(?:[A-Za-z][A-Za-z +/-]*[,;] ?)?([A-Z][A-Za-z0-9+/-]{0,11})$/u;
  const printed = text.slice(open + 1, close);
  // `甲药联合乙药(AB方案)`
  const plan =
    names &&
    !chemotherapy &&
    inside.span.start === open + 1 &&
    !short.test(printed) &&
    printed.startsWith(labelOf(inside))
      ? labelOf(inside)
      : printed;
  const abbreviation = short.exec(plan)?.[1];
  const arm = inside?.kind === 'arm' && inside.span.end === close ? inside : undefined;
  if (!abbreviation && !arm) return undefined;
  if (abbreviation && !arm && areLettersOf(abbreviation, head.facts.added)) {
    // `甲药联合乙药/丙药(BC)`: as many letters as drugs were added last are these drugs alone.
    return { merged: head, last: names ? i + 1 : i, abbreviation, drugs: head.facts.added };
  }
  if (head.kind !== 'regimen' && !arm && inside?.kind !== 'regimen') return undefined;
  // `甲药20mg联合乙药(AB)`: letters that are known to have this drug, and others, name more than the one before the bracket.
  const drugs = inside && names && holdsMore(inside, head) ? drugsOf(inside) : drugsOf(head);
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
  // `甲药加铂类(PC组)`: the letters are what the article goes on with, with the word for group or without.
  const letters = /^[A-Z][A-Za-z0-9+/-]{0,11}$/u.exec(arm?.facts.label ?? '')?.[0];
  return { merged, last: inside && inside.span.start < close ? i + 1 : i, abbreviation: letters ?? label, drugs };
}

/** Whether letters stand for one drug and for others. */
function holdsMore({ facts }: Mention, { kind, name = '' }: Mention): boolean {
  const known = facts.drugs?.split('+') ?? [];
  return kind === 'drug' && known.length > 1 && known.includes(name);
}

/** Whether an abbreviation has one capital for each of some drugs. */
function areLettersOf(abbreviation: string, drugs: string | undefined): boolean {
  return /^[A-Z]+$/u.test(abbreviation) && abbreviation.length === drugs?.split('+').length;
}

/** `X(甲药6mg/m2,静滴,第1天;乙药40mg/m2,第1~14天)`: the drugs of a regimen, each with a dose of its own. */
export function dosedOneByOne(mentions: readonly Mention[], i: number, close: number): string | undefined {
  const inside = mentionsUntil(mentions, i + 1, close);
  const drugs = inside
    .filter(({ kind, facts }, at) => {
      const isDrug = kind === 'drug' || facts.dosed !== undefined;
      return isDrug && inside[at + 1]?.quantity?.kind === 'dose';
    })
    .flatMap((mention) => drugsOf(mention).split('+'));
  return new Set(drugs).size > 1 ? [...new Set(drugs)].join('+') : undefined;
}

/** `BRD方案,即苯达莫司汀+…`: the drugs of a regimen that is spelled out behind its name. */
function spelledOut(
  head: Mention,
  next: Mention | undefined,
  text: string,
  { namely }: DefiningWords,
): string | undefined {
  if (head.kind !== 'regimen' || head.facts.combination || next?.facts.combination === undefined) return undefined;
  return namely.test(text.slice(head.span.end, next.span.start)) ? drugsOf(next) : undefined;
}

/** At least two capitals: letters that stand for the drugs of a regimen. */
const letters = /^(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z0-9+-]+$/u;

/** `TP组给予多西他赛及顺铂`: what the group of a regimen got is what its letters stand for here. */
function givenTo(head: Mention, later: readonly Mention[], text: string, { given }: DefiningWords): string | undefined {
  const { label = '', drugs } = head.facts;
  if (head.kind !== 'arm' || drugs !== undefined || !letters.test(label)) return undefined;
  const got = later.find(({ kind }) => kind !== 'quantity' && kind !== 'cue');
  if (got?.facts.combination === undefined || got.text.includes(label)) return undefined;
  // `给予甲药及乙药联合化疗`: the two are the chemotherapy.
  const listed = drugsOf(got).replace(/(\+.*)\+chemotherapy$/u, '$1');
  return given.test(text.slice(head.span.end, got.span.start)) ? listed : undefined;
}

/** A name that the lexicon does not know, right before a bracket with its drugs: `XYd(赛利尼索、地塞米松…`. */
export function explanation(
  inside: Mention,
  before: Mention | undefined,
  text: string,
  named: RegExp,
): Mention | undefined {
  if (!isPart(inside) || text[inside.span.start - 1] !== '(') return undefined;
  const found = named.exec(text.slice(Math.max(0, inside.span.start - 16), inside.span.start - 1));
  const name = found?.groups?.name;
  if (!found || name === undefined) return undefined;
  const start = inside.span.start - 1 - found[0].length;
  if (before && before.span.end > start) return undefined;
  const span = { start, end: start + name.length };
  return { kind: 'regimen', span, ruleId: 'names.explained', text: name, name, facts: { label: name } };
}

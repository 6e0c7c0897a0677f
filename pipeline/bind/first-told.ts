import { type Mention, ownTreatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';

/**
 * The treatment told first behind an arm, and the words up to it; where a general word is spelled out behind it
 * (`采用化疗,具体为:甲药…`), the drugs, and the words up to the general one.
 */
export function firstTold(
  { span }: Mention,
  near: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): { behind: Mention | undefined; between: string } {
  const told = near.filter((one) => !isWhen(one, text, rulebook));
  const treatment = told.find((one, i) => ownTreatmentKinds.has(one.kind) && !isRoute(one, told[i + 1]));
  const general = told.find(({ kind }) => kind === 'drug-class');
  const upTo = (mention: Mention | undefined) => (mention ? text.slice(span.end, mention.span.start) : '');
  if (!general || !treatment || treatment.span.start < general.span.start)
    return { behind: treatment ?? general, between: upTo(treatment ?? general) };
  const spelled = phrase(rulebook, 'joins.spelled-out').test(text.slice(general.span.end, treatment.span.start));
  const behind = spelled || !phrase(rulebook, 'joins.given').test(upTo(general)) ? treatment : general;
  return { behind, between: upTo(spelled ? general : behind) };
}

/** `于放疗期间口服甲药`: a treatment that only tells when another one was given. */
function isWhen({ span }: Mention, text: string, rulebook: Rulebook): boolean {
  return phrase(rulebook, 'joins.names-time').test(text.slice(span.end, span.end + 6));
}

/** `膀胱内灌注甲药`: the way that the drug right behind it was given. */
function isRoute({ kind, facts, span }: Mention, next: Mention | undefined): boolean {
  const named = next?.kind === 'drug' || next?.kind === 'regimen';
  return kind === 'procedure' && facts.modality === undefined && named && next?.span.start === span.end;
}

/** `对照组单纯化疗,`, `观察组在甲药基础上加用乙药`: the treatment is all that the clause says of an arm. */
export function statesTreatment(between: string, behind: Mention, text: string, rulebook: Rulebook): boolean {
  if (phrase(rulebook, 'joins.given-on-basis').test(between + behind.text)) return true;
  const tail = text.slice(behind.span.end, behind.span.end + 8);
  // `对照组70例化疗方案:甲药75mg/m2,…`: what a colon spells out.
  const isAll = text[behind.span.start - 1] === ':' || phrase(rulebook, 'joins.all-of-clause').test(tail);
  // `A组甲药3mg/kg,B组乙药75mg/m2`: the amount of a drug says that it was given.
  const isDrug = behind.kind === 'drug' || behind.facts.dosed !== undefined;
  const isDosed = isDrug && phrase(rulebook, 'joins.amount-follows').test(tail);
  return phrase(rulebook, 'joins.only-size').test(between) && (isAll || isDosed);
}

/** `B组为对照组,单纯放疗;`: all that the next clause says of an arm, whichever of its two names it goes by. */
export function isCalledSo(
  { span }: Mention,
  between: string,
  behind: Mention,
  text: string,
  rulebook: Rulebook,
): boolean {
  const isCalled = phrase(rulebook, 'joins.is-group').test(text.slice(span.start - 1, span.start));
  const tail = text.slice(behind.span.end, behind.span.end + 8);
  const isNext = (isCalled && between === ',') || phrase(rulebook, 'joins.called-so').test(between);
  return isNext && phrase(rulebook, 'joins.all-of-clause').test(tail);
}

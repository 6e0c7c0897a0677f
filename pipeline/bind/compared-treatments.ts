import { type Mention, mentionsWithin, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { isSpanSetAgainst } from './comparators.js';
import { drugSetOf } from './drug-sets.js';
import { drugNamesOf } from './labels.js';
import { isTreatmentOrKind } from './treatment-kinds.js';
import { wholeOf } from './whole-of.js';

/** `甲药较标准EGFR-TKI…`: treatments that may be set against others, be it a class of drugs, unless the drug of it follows. */
export function comparable(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, i) => {
    const next = mentions[i + 1];
    const isNamed = next?.kind === 'drug' && next.span.start === mention.span.end;
    return isTreatmentOrKind(mention) || (mention.kind === 'drug-class' && !isNamed);
  });
}

/** `对比了A单药、B(甲+乙)及C三方案`: the treatments that a study is said to have compared. */
export function listedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const [compares, next] = [phrase(rulebook, 'joins.compares'), phrase(rulebook, 'joins.compared-next')];
  const treats = comparable(mentions);
  for (const [i, first] of treats.entries()) {
    if (!compares.test(text.slice(Math.max(0, first.span.start - 4), first.span.start))) continue;
    const listed = [first];
    for (const other of treats.slice(i + 1)) {
      const between = text.slice((listed.at(-1) as Mention).span.end, other.span.start);
      // What stands in an open bracket explains the one before it.
      if (/\([^()]*$/u.test(between)) continue;
      if (!next.test(between.replace(/\([^()]*\)/gu, ''))) break;
      listed.push(other);
    }
    // `比较移植与化疗巩固`: kinds of treatment that are part of what the patients got are compared, too.
    const isNamed = listed.some(({ kind }) => kind === 'drug' || kind === 'regimen');
    // `比较放化疗与手术`: a class that says what was given is as good as a drug.
    const isClass = ({ kind, facts }: Mention) => kind === 'drug-class' && facts.drugs === undefined;
    if (listed.length > 1 && (isNamed || !listed.some(isClass))) return listed;
  }
  return [];
}

/** `与A相比,B…`, `B较A…相比`: two treatments set against each other, the one that the study is about first. */
export function compared(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const treats = comparable(mentions);
  const at = treats.findIndex(({ span }) => isSpanSetAgainst(span, text, rulebook));
  const comparator = treats[at];
  const pair = setAgainstEachOther(treats, mentions, text, rulebook);
  // `是甲药对比乙药的研究。与标准治疗相比…`: what the study compares is said before how it came out.
  if (!comparator || (pair[1] && pair[1].span.end <= comparator.span.start)) return pair;
  const isNear = (other: Mention | undefined): other is Mention => {
    if (!other || (other.name === comparator.name && other.text === comparator.text)) return false;
    const [from, to] = [
      Math.min(other.span.end, comparator.span.end),
      Math.max(other.span.start, comparator.span.start),
    ];
    return to - from <= 40 && !/[\u3002;]/u.test(text.slice(from, to));
  };
  const subject = [treats[at - 1], treats[at + 1]].find(isNear);
  return subject ? [wholeOf(subject, mentions), comparator] : [];
}

/** `随机接受甲药5mg/kg或乙药4mg/kg`: two treatments, each with its dose, of which every patient got one. */
export function alternatives(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const either = phrase(rulebook, 'joins.either');
  const [atRandom, given] = [phrase(rulebook, 'joins.alternative'), phrase(rulebook, 'joins.given-before')];
  const [adds, alone] = [phrase(rulebook, 'joins.adds'), phrase(rulebook, 'joins.alone')];
  const treats = mentions.filter(({ kind }) => treatmentKinds.has(kind));
  const at = treats.findIndex((mention, i) => {
    const next = treats[i + 1];
    if (!next || next.span.start - mention.span.end > farthest) return false;
    if (isOneOf(mention, next, mentions) || !either.test(bare(mention, next, mentions, text, rulebook))) return false;
    const { span } = wholeOf(mention, mentions);
    const lead = text.slice(Math.max(0, span.start - 16), span.start);
    const isAdded = given.test(lead) || (mention.kind === 'regimen' && adds.test(mention.text));
    const isOther = drugNamesOf(next).includes('placebo') || alone.test(text.slice(next.span.end, next.span.end + 4));
    if (atRandom.test(lead) || (isAdded && isOther)) return true;
    return given.test(lead) && (addsTo(mention, next) || isCalledLater(mention, next, mentions));
  });
  const [first, second] = [treats[at], treats[at + 1]];
  return first && second ? [wholeOf(first, mentions), second] : [];
}

/** `接受甲药或甲药联合乙药`: whether the second of two treatments is the first one with something added. */
function addsTo(first: Mention, second: Mention): boolean {
  const [base, whole] = [drugNamesOf(first), drugNamesOf(second)];
  return base.length > 0 && whole.length > base.length && base.every((drug) => whole.includes(drug));
}

/** `接受甲药或乙药,甲药组PFS较长`: whether a group is called by one of two treatments behind them. */
function isCalledLater(first: Mention, second: Mention, mentions: readonly Mention[]): boolean {
  const sets = [wholeOf(first, mentions), second].map(drugSetOf);
  return mentions.some(
    (arm) => arm.kind === 'arm' && arm.span.start > second.span.end && sets.includes(drugSetOf(arm)),
  );
}

/** How far apart two treatments may stand that are set side by side, the dose of the first one between them, characters. */
const farthest = 120;

/** What stands between two treatments, without the dose of the first one and what a bracket says of it. */
function bare(first: Mention, second: Mention, mentions: readonly Mention[], text: string, rulebook: Rulebook): string {
  const between = text.slice(first.span.end, second.span.start).split(phrase(rulebook, 'joins.doses')).join('');
  return mentionsWithin(mentions, first.span.end, second.span.start)
    .filter(({ quantity, kind }) => quantity?.kind === 'dose' || kind === 'aside')
    .reduce((rest, { text: printed }) => rest.replace(printed, ''), between)
    .replace(/\([^()]*\)/gu, '')
    .trim();
}

/** `A对比B`, `A vs B`: the first two treatments with only a word of comparing between them. */
function setAgainstEachOther(
  treats: readonly Mention[],
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): Mention[] {
  const against = phrase(rulebook, 'joins.set-against');
  const pairs = treats.flatMap((mention, i) => {
    const next = treats[i + 1];
    if (!next || next.span.start - mention.span.end > farthest || isOneOf(mention, next, mentions)) return [];
    const isSet =
      against.test(bare(mention, next, mentions, text, rulebook)) ||
      isExceeded(mention, next, mentions, text, rulebook);
    return isSet ? [[wholeOf(mention, mentions), next]] : [];
  });
  // `甲药优于化疗。甲药对比乙药+丙药…`: what is said in general first is told in full where the study begins.
  const [general] = pairs;
  const told =
    general?.[1]?.name === 'chemotherapy' ? pairs.find(([one, other]) => isTold(general, one, other)) : undefined;
  return told ?? general ?? [];
}

/** `甲药的OS较乙药延长(a个月对b个月)`: whether the values of one measure are those of two treatments, by the words between. */
function isExceeded(
  first: Mention,
  second: Mention,
  mentions: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): boolean {
  const inner = mentionsWithin(mentions, first.span.end, second.span.start);
  const measure = inner.find(({ kind }) => kind === 'measure');
  if (!measure) return false;
  const lead = text.slice(first.span.end, measure.span.start);
  const next = text.slice(measure.span.end, second.span.start);
  // `甲药的OS(HR=a)和PFS(HR=b)优于乙药`: effects of the one against the other stand in brackets behind what they are of.
  if (inner.some(({ quantity }) => quantity?.kind === 'estimate')) {
    const others = inner.filter((other) => other !== measure && other.kind === 'measure').map((other) => other.text);
    const bare = others.reduce((rest, other) => rest.replace(other, ''), next.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ''));
    return phrase(rulebook, 'joins.exceeds-in').test(`${lead}|${bare}`);
  }
  const value = mentions.find(({ quantity, span }) => quantity !== undefined && span.start >= second.span.end);
  if (!value) return false;
  return phrase(rulebook, 'joins.exceeds').test(`${lead}|${next}|${text.slice(second.span.end, value.span.start)}`);
}

/** Whether a pair sets the same treatment as a general one against drugs that it names. */
function isTold([subject]: readonly Mention[], one: Mention | undefined, other: Mention | undefined): boolean {
  return one?.name === subject?.name && other?.name !== 'chemotherapy';
}

/** Whether two treatments side by side are one; the last drug of a combination may be the other one by itself. */
function isOneOf(drug: Mention, next: Mention, mentions: readonly Mention[]): boolean {
  return drug.name === next.name && drug.text === next.text && wholeOf(drug, mentions) === drug;
}

import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugSetOf } from './drug-sets.js';
import { drugNamesOf } from './labels.js';

/** `ORR甲药为59%,乙药为31%`, `甲药的ORR为59%,乙药的ORR为31%`: treatments that each have a number of the same kind. */
export function valuedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const isAside = (mention: Mention, i: number) => isLandmark(mention, mentions[i + 1]) || isSize(mention, text);
  const told = mentions.filter((mention, i) => mention.kind !== 'cue' && !isAside(mention, i));
  // `观察组甲药,对照组乙药。甲药的ORR为a%,对照组为b%`: where the other group has its name, or got more than one thing, both are known otherwise.
  const hasTried = mentions.some(({ facts }) => facts.role === 'experimental' || facts.combination !== undefined);
  const valued = told.flatMap((mention, i) => {
    if (hasTried && mention.facts.role !== undefined) return [];
    // `单用甲药的30例为a%`: those who got it are counted right before their number.
    const counted = isCounted(mention, told[i + 1], text, rulebook);
    const at = counted ? i + 1 : i;
    const end = (told[at] as Mention).span.end;
    return valueBehind(mention, end, told[at + 1], told[at + 2], text, rulebook) ?? [];
  });
  const found = valued.filter(
    ({ measure, isSure, kind }, i) =>
      isSure ||
      // A treatment's own measure says less: others must have a number of the same one.
      valued.some(
        (other, k) => k !== i && other.kind === kind && (other.measure ?? measure) === (measure ?? other.measure),
      ),
  );
  const names = new Set(found.map(({ treatment }) => drugSetOf(treatment)));
  if (names.size > 1) return found.map(({ treatment }) => treatment);
  const alone = valued.find(({ treatment }) => isAlone(treatment, text, rulebook))?.treatment;
  const whole = alone && combinedBefore(alone, mentions);
  return alone && whole ? [whole, alone] : [];
}

/** Whether a number of patients stands right behind a treatment that they got. */
function isCounted({ span }: Mention, next: Mention | undefined, text: string, rulebook: Rulebook): boolean {
  if (next?.quantity?.kind !== 'count') return false;
  return phrase(rulebook, 'sizes.up-to-counted').test(text.slice(span.end, next.span.start));
}

/** `单用甲药者`: whether the words before a treatment say that it was given alone. */
function isAlone({ span }: Mention, text: string, rulebook: Rulebook): boolean {
  return phrase(rulebook, 'joins.alone-head').test(text.slice(Math.max(0, span.start - 6), span.start));
}

/** `甲药联合乙药治疗n例,ORR为a%,而单用甲药者仅为b%`: the combination whose part a drug with a value of its own is. */
function combinedBefore(alone: Mention, mentions: readonly Mention[]): Mention | undefined {
  const [drug = '', another] = drugNamesOf(alone);
  const isWhole = ({ facts }: Mention) => facts.combination !== undefined && facts.drugs?.split('+').includes(drug);
  return another === undefined
    ? mentions.findLast((mention) => mention.span.end <= alone.span.start && isWhole(mention))
    : undefined;
}

/** A landmark right before a measure is no value of the treatment before it; `诱导后ORR` is the ORR. */
function isLandmark({ kind, quantity, span }: Mention, next: Mention | undefined): boolean {
  const isTime = quantity?.kind === 'duration' || kind === 'time';
  return isTime && next?.kind === 'measure' && next.span.start === span.end;
}

/** `甲药者(n=30)`: whether a number is all that a bracket holds, how many they were. */
function isSize({ quantity, span }: Mention, text: string): boolean {
  const isCount = quantity?.kind === 'size' || quantity?.kind === 'count';
  return isCount && text[span.start - 1] === '(' && text[span.end] === ')';
}

/** A treatment with the share or time that is told of it, and the measure that it is of where that is named between. */
interface Valued {
  readonly treatment: Mention;
  readonly kind: string;
  readonly measure: string | undefined;
  readonly isSure: boolean;
}

function valueBehind(
  treatment: Mention,
  from: number,
  next: Mention | undefined,
  then: Mention | undefined,
  text: string,
  rulebook: Rulebook,
): Valued | undefined {
  const { kind, name, facts } = treatment;
  const isGeneral =
    ['procedure', 'drug-class'].includes(kind) &&
    phrase(rulebook, 'joins.those-treated').test(text.slice(treatment.span.end));
  // `甲方案治疗的PFS为a个月,乙方案组仅为b个月`: a group may be called by letters that the lexicon knows.
  const isKnown = facts.drugs !== undefined || rulebook.lexicon.regimenOf(facts.label ?? '') !== undefined;
  const isGroup = kind === 'arm' && (facts.role === 'control' || (isKnown && facts.role === undefined));
  if (!['drug', 'regimen'].includes(kind) && name !== 'placebo' && !isGeneral && !isGroup) return undefined;
  const between = next && text.slice(from, next.span.start).replace(/\([^()]*\)/gu, '');
  const isOf = (id: string) => between !== undefined && phrase(rulebook, id).test(between);
  // `甲药者的OS为a个月,乙药者仅b个月`: between the first one and its number the measure is named.
  const those = next?.kind === 'measure' && isOf('sizes.measure-of-those');
  const own = (next?.kind === 'measure' || next?.kind === 'event') && isOf('sizes.measure-of-treated');
  const measure = those || own ? next : undefined;
  const value = measure ? then : next;
  const states = value?.quantity?.kind === 'percentage' || value?.quantity?.kind === 'duration';
  if (!value || !states) return undefined;
  const lead = text.slice(measure?.span.end ?? from, value.span.start).replace(/\([^()]*\)/gu, '');
  if (!phrase(rulebook, 'sizes.valued').test(lead.replace(phrase(rulebook, 'joins.measure-tail'), '')))
    return undefined;
  return {
    treatment,
    kind: value.quantity?.kind ?? '',
    measure: measure?.name,
    isSure: (those || !measure) && !isGroup,
  };
}

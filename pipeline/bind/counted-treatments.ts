import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { areFew } from './few-patients.js';
import { isTreatmentOrKind } from './treatment-kinds.js';
import { withoutPatients } from './without-patients.js';

/** A treatment with the number of those who got it. */
interface Counted {
  readonly mention: Mention;
  /** `接受A的n例(p%)`: counted as a share of the patients. */
  readonly isShare: boolean;
  /** How many got it, or the percentage of those. */
  readonly value: number;
  /** The percentage that is printed with the count; 0 where none is. */
  readonly share: number;
  /** `接受甲药治疗的n例患者`: the words say of the number that it is of those who got the treatment. */
  readonly isTold: boolean;
}

/** Shares that make up the whole may add up to a little more where each is rounded. */
const roundedWhole = 101;

/** Treatments that patients are counted by: `接受A的20例,B 31例`; fewer than two are no arms. */
export function countedTreatments(mentions: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const found = withoutKinds(new TreatmentCounts(mentions, text, rulebook).all(), text, rulebook);
  // One such number alone may be that of all patients: `接受移植治疗的n例`.
  const areTold = found.filter(({ isTold }) => isTold).length > 1;
  // Where some are counted plainly, those that a share of the patients got were given to patients of all arms.
  const sure = found.filter(({ isTold }) => areTold || !isTold);
  const plain = sure.filter(({ isShare }) => !isShare);
  const counted = plain.length > 0 ? plain : withinAll(sure);
  const sum = plain.reduce((all, { value }) => all + value, 0);
  if (plain.length > 0 && areFew(sum, mentions)) return [];
  const arms = counted.map(({ mention }) => mention);
  return new Set(arms.map(({ name }) => name)).size > 1 ? arms : [];
}

/** `a例行姑息手术,包括甲术b例、乙术c例;d例行介入治疗`: kinds of a treatment that is one of several do not tell the patients apart. */
function withoutKinds(counted: readonly Counted[], text: string, rulebook: Rulebook): readonly Counted[] {
  const includes = phrase(rulebook, 'sizes.includes-kinds');
  const isKindOf = (one: Counted) => (whole: Counted) =>
    whole.mention.span.end <= one.mention.span.start &&
    includes.test(text.slice(whole.mention.span.end, one.mention.span.start));
  const wholes = counted.filter((one) => !counted.some(isKindOf(one)));
  return wholes.length > 1 ? wholes : counted;
}

/** `接受放疗50例(83%),接受化疗45例(75%)`: what goes beyond all patients was given to some who are counted already. */
function withinAll(counted: readonly Counted[]): Counted[] {
  let sum = 0;
  return counted.filter(({ share }) => {
    if (sum + share > roundedWhole) return false;
    sum += share;
    return true;
  });
}

/** Finds the numbers of those who got a treatment. */
class TreatmentCounts {
  private readonly alone: RegExp;
  private readonly beside: RegExp;
  private readonly given: RegExp;
  private readonly inBracket: RegExp;
  private readonly got: RegExp;
  private readonly preparing: RegExp;
  private readonly asControl: RegExp;
  private readonly armGiven: RegExp;
  private readonly nextTreated: RegExp;
  private readonly compares: RegExp;

  constructor(
    private readonly mentions: readonly Mention[],
    private readonly text: string,
    rulebook: Rulebook,
  ) {
    this.alone = phrase(rulebook, 'joins.alone');
    this.beside = phrase(rulebook, 'sizes.counted-by');
    this.given = phrase(rulebook, 'sizes.those-given');
    this.inBracket = phrase(rulebook, 'sizes.in-bracket');
    this.got = phrase(rulebook, 'sizes.got');
    this.preparing = phrase(rulebook, 'sizes.preparing');
    this.asControl = phrase(rulebook, 'sizes.as-control');
    this.armGiven = phrase(rulebook, 'joins.given');
    this.nextTreated = phrase(rulebook, 'sizes.next-treated');
    this.compares = phrase(rulebook, 'sizes.compares-next');
  }

  all(): Counted[] {
    return this.mentions.flatMap((mention, i) => {
      // `甲药80mg(n=a)或安慰剂(n=b)`: a drug that its dose has made the name of an arm.
      const isTold = isTreatmentOrKind(mention) || mention.facts.dose !== undefined || this.isClassAlone(mention);
      // `n例随机至甲药组,m例接受标准治疗`
      const isGroup = mention.kind === 'arm' && mention.facts.drugs !== undefined;
      if (!isTold && !isGroup) return [];
      const count = this.isOfAll(i) ? undefined : isTold ? this.countOf(mention, i) : this.countBefore(mention, i);
      if (!count) return [];
      const isShare = count.quantity?.kind === 'percentage';
      const share = isShare ? (count.quantity?.value ?? 0) : 0;
      const value = count.quantity?.value ?? 0;
      return [{ mention, isShare, value, share, isTold: this.isGiven(mention, count) }];
    });
  }

  /** `n例接受PD-1抑制剂单药治疗`: a class of drugs that was given by itself. */
  private isClassAlone({ kind, span }: Mention): boolean {
    return kind === 'drug-class' && this.alone.test(this.text.slice(span.end, span.end + 4));
  }

  /** What prepares patients for a treatment, or what a share of an arm got, does not tell the arms of the study apart. */
  private isOfAll(i: number): boolean {
    const at = this.mentions[i]?.span.start ?? 0;
    const sentence = this.text.slice(Math.max(0, this.text.lastIndexOf('\u3002', at)), at);
    return this.preparing.test(sentence) || this.isShareOfArm(i, at) || this.isOfNamedArm(i);
  }

  /** `对照组:单纯手术31例`, `对照组31例给予甲药`: what a group got that has a name of its own, and the article no other for it. */
  private isOfNamedArm(i: number): boolean {
    const treatment = this.mentions[i];
    const before = this.mentions.slice(Math.max(0, i - 4), i);
    const arm = before.findLast(({ kind }) => kind === 'arm');
    if (!arm || !treatment) return false;
    const between = this.between(arm, treatment);
    if (/^\)?:$/u.test(between)) return true;
    const isSized = before.slice(before.indexOf(arm) + 1).some(counts);
    // `比较甲药联合乙药(AB)…研究组n例接受AB`: the letters that the article has given to what they got.
    const isGlossed = this.text.includes(`(${treatment.text})`);
    return isSized && !isGlossed && this.armGiven.test(between);
  }

  /** `治疗组24例(放疗13例、化疗11例)`: a bracket behind the size of an arm tells what its patients got. */
  private isShareOfArm(i: number, at: number): boolean {
    const { mentions, text } = this;
    const open = text.lastIndexOf('(', at);
    const size = mentions.slice(Math.max(0, i - 12), i).findLast(({ span }) => span.end <= open);
    const arm = size && mentions[mentions.indexOf(size) - 1];
    if (open < 0 || text.slice(open, at).includes(')') || size?.quantity?.kind !== 'count') return false;
    return size.span.end === open && arm?.kind === 'arm' && arm.span.end === size.span.start;
  }

  /** The number of those who got a treatment: behind it, in a bracket of its own, or before the word for getting it. */
  private countOf(mention: Mention, i: number): Mention | undefined {
    const next = this.mentions.slice(i + 1, i + 4).find(({ kind }) => kind !== 'cue');
    const isBeside =
      next && counts(next) && (this.beside.test(this.between(mention, next)) || this.isGiven(mention, next));
    return isBeside ? next : (this.sizeInBracket(mention, i) ?? this.countBefore(mention, i));
  }

  /** `接受甲药治疗的n例患者与接受乙药治疗的m例` */
  private isGiven(mention: Mention, count: Mention): boolean {
    const { start } = mention.span;
    return this.given.test(`${this.text.slice(Math.max(0, start - 2), start)}|${this.between(mention, count)}`);
  }

  /** `甲药(10mg/kg,471例)`: the dose may stand before the number. */
  private sizeInBracket(mention: Mention, i: number): Mention | undefined {
    const size = this.mentions
      .slice(i + 1, i + 5)
      .find((other) => counts(other) || other.quantity?.kind === 'size' || other.kind === 'arm');
    if (!size || size.kind === 'arm' || !this.inBracket.test(this.between(mention, size))) return undefined;
    return size.quantity?.kind === 'size' || this.text[size.span.end] === ')' ? size : undefined;
  }

  /** `n例甲药联合乙药,m例仅用乙药`, `n例单纯手术作对照`: a combination or a control needs no word to say that it was given. */
  private countBefore(mention: Mention, i: number): Mention | undefined {
    const before = this.mentions.slice(Math.max(0, i - 4), i).findLast(counts);
    if (!before) return undefined;
    const between = this.between(before, mention);
    const { end } = mention.span;
    const speaks = mention.facts.combination !== undefined || this.asControl.test(this.text.slice(end, end + 10));
    if ((between === '' && speaks) || this.got.test(between) || this.isCompared(before, mention)) return before;
    return this.got.test(this.withoutPatients(before, mention)) && this.isOpposed(mention, i) ? before : undefined;
  }

  /** `比较41例乳腺癌全切术与43例保乳术的疗效`: numbers of those who got the treatments that are compared. */
  private isCompared(count: Mention, treatment: Mention): boolean {
    const { start } = count.span;
    return (
      this.withoutPatients(count, treatment) === '' &&
      this.compares.test(this.text.slice(Math.max(0, start - 40), start))
    );
  }

  /** `41例CML患者接受甲药,22例接受乙药`: whether others, and no part of these, are counted next by what they got. */
  private isOpposed(mention: Mention, i: number): boolean {
    const next = this.mentions.slice(i + 1, i + 8).find(counts);
    if (!next || !this.nextTreated.test(this.between(mention, next))) return false;
    const treatment = this.mentions.slice(this.mentions.indexOf(next) + 1).find(isTreatmentOrKind);
    return treatment !== undefined && this.got.test(this.withoutPatients(next, treatment));
  }

  /** What stands between two mentions, without the words for what the patients have. */
  private withoutPatients(first: Mention, second: Mention): string {
    const inner = this.mentions.slice(this.mentions.indexOf(first) + 1, this.mentions.indexOf(second));
    return withoutPatients(this.between(first, second), inner);
  }

  private between(first: Mention, second: Mention): string {
    return this.text.slice(first.span.end, second.span.start);
  }
}

function counts({ quantity }: Mention): boolean {
  return quantity !== undefined && (quantity.kind === 'count' || quantity.events !== undefined);
}

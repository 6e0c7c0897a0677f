import { type Mention, treatmentKinds } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { areApart, areWays } from './apart-drugs.js';
import { inPlaceOfLast, withSharedPartner } from './combined-partners.js';
import { endsSide, firstSide } from './compared-parts.js';
import { type JoiningWords, joiningWords } from './joining-words.js';
import { withNumberOfDrugs } from './kind-behind.js';
import { addedBy, isGivenWithRadiation, isKindOfTreatment, isPlanWord } from './kinds-beside-drugs.js';
import { listedGroups } from './listed-groups.js';
import { TreatmentGroups } from './treatment-groups.js';
import { isWithinPlan } from './within-plan.js';

export function isPart(mention: Mention | undefined): mention is Mention {
  return mention !== undefined && treatmentKinds.has(mention.kind);
}

/** `甲药联合安慰剂组`: the word for group ends the whole name, and what stands before it is one of two treatments. */
function withoutGroup(mention: Mention, text: string, rulebook: Rulebook): Mention {
  const { kind, facts, span } = mention;
  if (kind !== 'arm' || facts.drugs !== 'placebo') return mention;
  const added = phrase(rulebook, 'joins.added-before').test(text.slice(Math.max(0, span.start - 4), span.start));
  if (!added) return mention;
  const end = span.end - 1;
  return {
    ...mention,
    kind: 'procedure',
    span: { start: span.start, end },
    text: text.slice(span.start, end),
    facts: {},
  };
}

export function combine(found: readonly Mention[], text: string, rulebook: Rulebook): Mention[] {
  const words = joiningWords(rulebook);
  const mentions = found.map((mention) => withoutGroup(mention, text, rulebook));
  const combined: Mention[] = [];
  const told = new Map<Mention, Mention>();
  const groups = listedGroups(mentions, text, rulebook);
  const called = new TreatmentGroups(mentions, text, words);
  for (let i = 0; i < mentions.length; i += 1) {
    const first = mentions[i] as Mention;
    if (!isPart(first) || told.has(first)) {
      combined.push(told.get(first) ?? first);
      continue;
    }
    const parts = firstSide(partsFrom(mentions, i, text, words, groups), mentions, text, words);
    const last = parts.at(-1) as Mention;
    const isSingle = parts.length === 1 || (isDosed(parts, text) && isWithinPlan(parts, mentions, text));
    if (isSingle) combined.push(first);
    else if (areApart(parts, mentions, called, text, words)) {
      // `比较甲药、乙药和丙药三种药物`: what was not given with the first was not given together, either.
      for (const part of parts) told.set(part, part);
      combined.push(first);
    } else if (isDosed(parts, text)) {
      // The drugs stay for their doses; the first one also stands for the regimen.
      const { drugs = '', ...facts } = combination(parts, text, words).facts;
      const label = shortBehind(last, text) ?? drugNames(parts, words);
      for (const part of parts) told.set(part, part);
      // `甲药(10mg)联合化疗组`: the word for group behind the last one is that of the whole.
      if (words.group.test(text.slice(last.span.end, last.span.end + 2)))
        told.set(last, { ...last, facts: { ...last.facts, drugs, label } });
      // `甲药(10mg)联合乙药(5mg)组`: the last one keeps its dose, and is no arm by itself.
      const isArm = words.groupBehindDose.test(text.slice(last.span.end, last.span.end + 48));
      if (isArm) told.set(last, { ...last, facts: { ...last.facts, combined: 'yes' } });
      combined.push({
        ...first,
        kind: isArm ? 'arm' : 'regimen',
        facts: { ...facts, drugs, label, dosed: 'yes', lead: first.name ?? first.text },
      });
    } else {
      combined.push(combination(parts, text, words));
      while (i + 1 < mentions.length && (mentions[i + 1] as Mention).span.end <= last.span.end) i += 1;
    }
  }
  return withNumberOfDrugs(combined, text)
    .map((mention, i, all) => withSharedPartner(mention, all, i, text, words))
    .map((mention, i, all) => inPlaceOfLast(mention, all, i, text, words));
}

/** The drugs that are joined to the one at `i`, doses in brackets between them passed over. */
function partsFrom(
  mentions: readonly Mention[],
  i: number,
  text: string,
  words: JoiningWords,
  groups: ReadonlySet<Mention>,
): Mention[] {
  const parts = [mentions[i] as Mention];
  for (let next = i + 1; next < mentions.length && next < i + 24; next += 1) {
    const candidate = mentions[next] as Mention;
    // `优于甲药(HR=0.7)、乙药(HR=0.8)`: an estimate in its bracket tells of each by itself.
    if (candidate.quantity?.kind === 'estimate' || groups.has(candidate)) break;
    if (isClassOf(candidate, mentions[next + 1])) continue;
    const end = (parts.at(-1) as Mention).span.end;
    const gap = text.slice(end, candidate.span.start);
    if (gap.length > 60) break;
    if (isPlanWord(parts.at(-1), candidate, gap, words)) continue;
    // `新药甲(抗丙单抗,10mg)联合乙药`: the class in the bracket says what kind of drug it is.
    if (candidate.kind === 'drug-class' && /^\([^(),;]{0,8}$/u.test(gap)) continue;
    // `Newmab(新药单抗,10mg)联合乙药`: the bracket holds its other name.
    if (gap === '(' && candidate.kind === 'drug' && candidate.name === parts.at(-1)?.name) continue;
    const before = parts.at(-1);
    const isGiven = before?.name === 'placebo' && words.given.test(before.text);
    const bare = isPart(candidate) || isGiven ? bareGap(mentions.slice(i, next), end, gap, words) : gap;
    // `联合安慰剂治疗,乙药…`: a comma behind the word for treatment begins something new.
    if (isGiven && !words.adds.test(bare)) break;
    if (!isPart(candidate)) {
      if (/[\u3002;\n]/u.test(gap)) break;
      continue;
    }
    // Two regimens in a list are two arms; only a word of adding makes one treatment of them.
    const listed = [before, candidate].some((part) => part?.kind === 'regimen') && !words.adds.test(bare);
    if (listed && gap !== '') break;
    // `全脑放疗和单纯SRT`, `调强放疗和常规放疗`: what was given alone, or is another technique, was not given together.
    if (isApart(parts, candidate, text, words)) break;
    // `AB-1与原研甲药联合乙药`: nobody gets a drug together with its original.
    if (words.original.test(candidate.text) && !words.adds.test(bare)) break;
    // `甲药联合乙药与甲药单药比较`: what the others are set against was not given with them.
    if (words.beside.test(bare) && endsSide(parts, candidate, mentions, text, words)) break;
    if (bare === ',' && isPartedByComma(parts, candidate, text, words)) break;
    // `安慰剂Rd`: the placebo stands in the place of a drug that the other arm gets.
    const withPlacebo = before?.name === 'placebo' && gap === '' && candidate.kind === 'regimen';
    // `甲药联合化疗`: the word of joining may belong to the name of the second part.
    // `甲药诱导化疗后放疗`: the kind of treatment that the drugs before it are said to be.
    const said = mentions.slice(i, next).findLast((other) => other.span.start >= end && isKindOfTreatment(other));
    const joined =
      (bare === '' ? words.joining.test(candidate.text) : words.joins.test(bare)) ||
      (parts.length > 1 && words.alternates.test(bare) && areAlike(before, candidate)) ||
      isGivenWithRadiation(before, candidate, gap, words) ||
      (words.follows.test(bare) && isKindOfTreatment(said ?? before) && isKindOfTreatment(candidate));
    if (!withPlacebo && !joined) break;
    parts.push(candidate);
  }
  return parts;
}

/** A comma joins drugs; of treatments of other kinds, and before the name of a group, it parts what is told of each. */
function isPartedByComma(parts: readonly Mention[], next: Mention, text: string, words: JoiningWords): boolean {
  if (next.kind !== 'drug' || parts.at(-1)?.kind !== 'drug') return true;
  const { span } = parts[0] as Mention;
  // `相较于甲药+丙药,乙药+丙药…`: it stands between what is compared, too.
  const isSetAgainst = words.inView.test(text.slice(Math.max(0, span.start - 8), span.start));
  return isSetAgainst || words.tail.test(text.slice(next.span.end, next.span.end + 8));
}

/** Whether a list holds a treatment that is said to have been given alone, or twice, or two techniques of irradiation. */
function isApart(parts: readonly Mention[], next: Mention, text: string, { adds, alone }: JoiningWords): boolean {
  const [first, last] = [parts[0] as Mention, parts.at(-1) as Mention];
  const joint = text.slice(last.span.end, next.span.start);
  if (joint === '' || adds.test(joint)) return false;
  const lead = text.slice(Math.max(0, first.span.start - 2), first.span.start);
  const isAgain = parts.some(({ name }) => name !== undefined && name === next.name);
  return alone.test(joint) || (parts.length === 1 && alone.test(lead)) || isAgain || areWays(last, next);
}

/** `PI3K抑制剂伊那利塞`: a class right before the drug says what kind of drug it is. */
function isClassOf({ kind, span }: Mention, next: Mention | undefined): boolean {
  return kind === 'drug-class' && next?.kind === 'drug' && next.span.start === span.end;
}

/** Whether two drugs are of one chemical subgroup, the fourth level of the ATC: either could be given in a regimen. */
function areAlike(one: Mention | undefined, other: Mention): boolean {
  const [a, b] = [one?.facts.atc?.slice(0, 5), other.facts.atc?.slice(0, 5)];
  return a !== undefined && a === b && one?.name !== other.name;
}

/** The text between two drugs without the doses and schedules of the first one, and the class of the second. */
function bareGap(inner: readonly Mention[], from: number, gap: string, words: JoiningWords): string {
  return inner
    .filter(({ span, kind, quantity, name }) => {
      const isDose = ['dose', 'cycles'].includes(quantity?.kind ?? '') || (kind === 'aside' && name === 'dose-note');
      return (isDose || kind === 'drug-class') && span.start >= from;
    })
    .reduce((bare, { text }) => bare.replace(text, ''), gap.replace(words.doses, ''))
    .replace(words.administered, '')
    .replace(/^\(\)/u, '');
}

function isDosed(parts: readonly Mention[], text: string): boolean {
  return parts.some(
    (part, k) =>
      k > 0 &&
      /\(|AUC|\d ?(?:[mμu]?g|M?I?U|c?Gy)/u.test(text.slice((parts[k - 1] as Mention).span.end, part.span.start)),
  );
}

/** `甲药(2mg/kg)联合乙药(D+T)`: letters joined by a plus that the bracket behind the last drug calls all of them by. */
function shortBehind({ span }: Mention, text: string): string | undefined {
  return /^\(([A-Z][A-Za-z0-9]{0,5}(?:\+[A-Z][A-Za-z0-9]{0,5})+)[),;]/u.exec(text.slice(span.end, span.end + 16))?.[1];
}

function drugNames(parts: readonly Mention[], { joining }: JoiningWords): string {
  return parts.map(({ text }) => text.replace(joining, '')).join('+');
}

export function drugsOf(part: Mention): string {
  return part.facts.drugs ?? part.name ?? part.text;
}

/** A list of regimens (VRD、VTD) is no combination: it stays as it is. */
function combination(parts: readonly Mention[], text: string, words: JoiningWords): Mention {
  const first = parts[0] as Mention;
  const last = parts.at(-1) as Mention;
  const span = { start: first.span.start, end: last.span.end };
  const drugs = [...new Set(parts.flatMap((part, i) => addedBy(part, drugsOf(part).split('+'), parts[i - 1])))].join(
    '+',
  );
  const printed = text.slice(span.start, span.end);
  const added = addedLast(parts, text, words);
  return {
    kind: 'regimen',
    span,
    ruleId: 'bind.combination',
    text: printed,
    name: printed,
    facts: {
      drugs,
      combination: 'yes',
      ...(parts.every(({ kind }) => kind === 'drug-class') ? { classes: 'yes' } : {}),
      ...(last.kind === 'drug' ? { lastDrug: last.name ?? last.text } : {}),
      ...(last.kind === 'regimen' ? { last: labelOf(last) } : {}),
      ...(added ? { added } : {}),
    },
  };
}

/** `甲药联合乙药/丙药`: the drugs that were added together behind the last word of adding, joined by +. */
function addedLast(parts: readonly Mention[], text: string, { adds }: JoiningWords): string | undefined {
  const joint = (part: Mention, i: number) => text.slice(parts[i - 1]?.span.end ?? part.span.start, part.span.start);
  const at = parts.findLastIndex((part, i) => i > 0 && adds.test(joint(part, i)));
  const added = parts.slice(Math.max(0, at));
  return at > 0 && added.length > 1 ? added.map(drugsOf).join('+') : undefined;
}

export function labelOf(mention: Mention): string {
  return mention.facts.label ?? mention.name ?? mention.text;
}

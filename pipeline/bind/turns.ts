import type { Mention } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { drugSetOf } from './drug-sets.js';
import { drugNamesOf, namesDrugs } from './labels.js';
import { isResult, type Part } from './parts.js';
import { isCue, isKind, isQuantity } from './scene.js';

/** What stands in a part of a sentence, and where its first result does. */
interface Told {
  readonly mentions: readonly Mention[];
  readonly firstResult: number;
  /** How many results it tells. */
  readonly results: number;
}

/**
 * Whether a text that cites nobody turns to another study without naming it: it speaks of a study by its design
 * (`在一个多中心回顾性研究中`), or reports of a treatment that the study told `before`, if any, did not have.
 */
export function turnsToAnother(
  part: Told,
  toldBefore: () => readonly Mention[] | undefined,
  rulebook: Rulebook,
): boolean {
  if (part.results === 0) return false;
  if (goesOn(part.mentions)) return false;
  const lead = part.mentions.filter(({ span }) => span.start < part.firstResult);
  const treatments = lead.filter(namesDrugs);
  const before = toldBefore();
  if (!before) return treatments.length > 0;
  if (!before.some(isResult)) return false;
  if (lead.some(({ kind }) => kind === 'arm')) return false;
  const known = new Set(before.flatMap((mention) => drugsNamedBy(mention, rulebook)));
  // `地塞米松预处理后皮疹发生率为10%`: what befell the patients under another drug is told of the same ones.
  const isOutcome = part.mentions.some(({ kind }) => kind === 'measure');
  const another =
    isOutcome && treatments.length > 0 && !treatments.flatMap(drugNamesOf).some((drug) => known.has(drug));
  return another || lead.some((mention) => isStudyByDesign(mention, rulebook));
}

/** Whether words point back at what was told of: `该研究`, `两组`, `继续`. */
function goesOn(mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => isCue(mention, 'this-study', 'this-regimen', 'both-arms', 'continued'));
}

/** Whether mentions name regimens, none of which was told of before, whatever drugs they share. */
function hasOtherRegimens(mentions: readonly Mention[], before: readonly Mention[]): boolean {
  const regimens = mentions.filter(isRegimen);
  const known = new Set(before.filter(namesDrugs).map(drugSetOf));
  return regimens.length > 0 && regimens.every((regimen) => !known.has(drugSetOf(regimen)));
}

function isGroup({ kind }: Mention): boolean {
  return kind === 'arm';
}

/** A regimen by its letters, and no drugs that only stand together. */
function isRegimen({ kind, facts }: Mention): boolean {
  return kind === 'regimen' && facts.drugs !== undefined && facts.combination === undefined;
}

/** How far into a sentence its subject may stand, characters. */
const subjectWithin = 8;

/**
 * `PAD是另一种有效的方案`, `PAD方案优于VAD方案,PFS为a和b`: whether a part comes to regimens that the study told `before` did not
 * have: as its subject where it reports nothing, before its results where it does. Groups that are told of go on.
 */
export function turnsToRegimens(
  part: Told & { readonly start: number },
  toldBefore: () => readonly Mention[],
): boolean {
  const { mentions, results, start, firstResult } = part;
  if (!mentions.some(isRegimen) || mentions.some(isGroup) || goesOn(mentions)) return false;
  const before = toldBefore();
  if (!before.some(isResult) || before.some(isGroup)) return false;
  if (results > 0)
    return hasOtherRegimens(
      mentions.filter(({ span }) => span.start < firstResult),
      before,
    );
  const subject = mentions.find(({ kind }) => kind !== 'cue');
  const isSubject = subject !== undefined && isRegimen(subject) && subject.span.start - start <= subjectWithin;
  return isSubject && hasOtherRegimens([subject], before);
}

/** How far into a sentence a drug may be named that it tells of: what kind of drug it is may stand before it. */
const drugWithin = 28;

/** Kinds of mention that may stand before the drug that a sentence tells of. */
const besideDrug: ReadonlySet<string> = new Set(['cue', 'drug-class', 'qualifier', 'population', 'item']);

/**
 * `乙药也已上市,与安慰剂相比延长PFS(a对b)`: whether a sentence tells of a drug that the study told `before` did not have, and
 * what it is compared with.
 */
export function turnsToDrug(
  part: Told & { readonly start: number },
  toldBefore: () => readonly Mention[],
  text: string,
  rulebook: Rulebook,
): boolean {
  const { mentions, start, firstResult, results } = part;
  if (results === 0 || goesOn(mentions)) return false;
  const subject = mentions.find(({ kind }) => !besideDrug.has(kind));
  if (subject?.kind !== 'drug' || subject.span.start - start > drugWithin) return false;
  const before = toldBefore();
  if (!before.some(isResult)) return false;
  const comparator = phrase(rulebook, 'joins.comparator');
  const isComparator = ({ span }: Mention) => comparator.test(text.slice(Math.max(start, span.start - 8), span.start));
  const known = new Set(before.flatMap((mention) => drugsNamedBy(mention, rulebook)));
  if (isComparator(subject) || drugNamesOf(subject).some((drug) => known.has(drug))) return false;
  const others = mentions.filter(({ span }) => span.start > subject.span.end && span.end <= firstResult);
  return others.some((other) => (namesDrugs(other) || other.name === 'placebo') && isComparator(other));
}

/** `甲药的Ⅰ期研究证实了…`: whether words without results of their own open a study by its treatment and its design. */
export function opensByTitle(mentions: readonly Mention[], text: string, rulebook: Rulebook): boolean {
  if (mentions.some((mention) => mention.kind === 'study' || isCue(mention, 'this-study', 'this-regimen')))
    return false;
  const of = phrase(rulebook, 'turns.study-of');
  return mentions.some((treatment) => {
    const design = mentions.find(({ span, kind }) => kind === 'design' && span.start >= treatment.span.end);
    const isTitle = design && namesDrugs(treatment) && isStudyByDesign(design, rulebook);
    return isTitle === true && of.test(text.slice(treatment.span.end, design?.span.start));
  });
}

/** `大量临床研究证实,甲药的ORR为20%~30%`: whether a part tells what many studies found, and cites none of them alone. */
export function tellsOfMany(part: Part, text: string, rulebook: Rulebook): boolean {
  const { start, firstResult, name, author, leading, trailing } = part;
  if (name !== undefined || author !== undefined || leading.length + trailing.length === 1) return false;
  return phrase(rulebook, 'turns.many-studies').test(text.slice(start, firstResult));
}

/** `与乙研究的结果一致`: whether a study is named only for having found the same as the one that is told of. */
export function onlyAgrees({ span }: Mention, text: string, rulebook: Rulebook): boolean {
  const around = `${text.slice(Math.max(0, span.start - 16), span.start)}|${text.slice(span.end, span.end + 16)}`;
  return phrase(rulebook, 'turns.agrees').test(around);
}

/**
 * `在甲研究的基础上,乙研究…`, `不同于甲研究,乙研究…`: whether a study is named only as what another one, named behind it,
 * followed or is told apart from.
 */
export function onlyPrecedes(
  { span }: Mention,
  studies: readonly Mention[],
  text: string,
  rulebook: Rulebook,
): boolean {
  const next = studies.find((other) => other.span.start >= span.end);
  const behind = text.slice(span.end, Math.min(span.end + 40, next?.span.start ?? span.end));
  return phrase(rulebook, 'turns.precedes').test(`${text.slice(Math.max(0, span.start - 4), span.start)}|${behind}`);
}

/** The drugs of a treatment, or of a group that is called by its treatment. */
function drugsNamedBy(mention: Mention, rulebook: Rulebook): string[] {
  if (namesDrugs(mention) || mention.facts.drugs !== undefined) return drugNamesOf(mention);
  const named = mention.kind === 'arm' ? rulebook.lexicon.treatmentAtEnd(mention.facts.label ?? '') : '';
  return named === '' ? [] : named.split('+');
}

/** `多中心临床研究`: the design with the word for study. */
function isStudyByDesign({ kind, text }: Mention, rulebook: Rulebook): boolean {
  return kind === 'design' && phrase(rulebook, 'introductions.study').test(text);
}

/**
 * `两组5年OS率为a%和b%[2]`: whether a part speaks of groups that it does not name, which are those of the study `told`
 * before, whatever it cites.
 */
export function goesOnWithGroups({ mentions, name, author }: Part, told: () => readonly Mention[]): boolean {
  const first = mentions.find((mention) => !isKind(mention, 'citation', 'time') && !isQuantity(mention));
  if (!isCue(first, 'both-arms') || name !== undefined || author !== undefined) return false;
  if (mentions.some(({ kind }) => kind === 'arm')) return false;
  const before = told();
  const drugsIn = (some: readonly Mention[]) => some.filter(namesDrugs).flatMap(drugNamesOf);
  const known = new Set(drugsIn(before));
  if (!drugsIn(mentions).every((drug) => known.has(drug))) return false;
  const groups = new Set(before.filter(({ kind }) => kind === 'arm').map((arm) => arm.name));
  return groups.size > 1 || before.some((one) => isCue(one, 'both-arms'));
}

/** `观察组DCR为a%` behind another study: whether all groups that a part names are called so in one study, and none in the other. */
export function namesGroupsOf(
  { mentions }: Told,
  told: () => readonly Mention[],
  other: () => readonly Mention[],
): boolean {
  const groupsIn = (some: readonly Mention[]) => new Set(some.filter(isGroup).map(({ text }) => text));
  const named = [...groupsIn(mentions)];
  if (named.length === 0) return false;
  const [known, others] = [groupsIn(told()), groupsIn(other())];
  return named.every((name) => known.has(name) && !others.has(name));
}

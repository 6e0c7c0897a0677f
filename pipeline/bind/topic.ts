import type { Mention, StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import { namesDrugs } from './labels.js';
import type { Passage } from './passages.js';

/** How far into a sentence its subject may begin, characters. */
const subjectWithin = 16;

/**
 * The treatment that the text is about where a study begins that names none itself: what the same sentence named last
 * before it, the subject of the sentence before, what the heading names, the subject that the section opens with, or
 * the one drug of the study told just before. A treatment that is only mentioned somewhere is not enough.
 */
export function topicOf(first: Passage, passages: readonly Passage[], heading: readonly Mention[]): Mention[] {
  const before = passages[passages.indexOf(first) - 1];
  const opening = passages.find(({ sentence }) => sentence.section === first.sentence.section);
  const topic =
    (before?.sentence === first.sentence
      ? before.mentions.findLast((mention) => namesDrugs(mention) || mention.kind === 'procedure')
      : undefined) ??
    (before && (!before.draft || isBare(before)) && before.sentence.paragraph === first.sentence.paragraph
      ? (subjectOf(before) ?? onlyOf(before))
      : undefined) ??
    heading.find(namesDrugs) ??
    (opening && opening !== first ? subjectOf(opening) : undefined) ??
    drugOfStudyBefore(first, before, passages);
  return topic ? [topic] : [];
}

/**
 * `甲药的Ⅲ期研究[5]…。某等[6]的多中心研究…`: studies that a paragraph tells one after the other are of one drug. A study
 * with a name of its own may be known for another one.
 */
function drugOfStudyBefore(
  first: Passage,
  before: Passage | undefined,
  passages: readonly Passage[],
): Mention | undefined {
  if (!before?.draft || first.draft?.name !== undefined || before.sentence.paragraph !== first.sentence.paragraph)
    return undefined;
  const told = passages.filter(
    ({ draft, sentence }) => draft === before.draft && sentence.paragraph === first.sentence.paragraph,
  );
  const drugs = told.flatMap(({ mentions }) => mentions.filter(namesDrugs));
  return new Set(drugs.map(({ name }) => name)).size === 1 ? drugs[0] : undefined;
}

/** Whether a sentence reports nothing: what it says of a treatment need not be of the study told before it. */
function isBare({ mentions }: Passage): boolean {
  return mentions.every(({ quantity }) => quantity === undefined || quantity.kind === 'number');
}

/** Where a study is first told of, if that says of the study before it what a phrase finds. */
function pointsBack(told: readonly Passage[], id: string, text: string, rulebook: Rulebook): Mention | undefined {
  const [first] = told;
  return first && phrase(rulebook, id).test(text.slice(first.start, first.end)) ? first.mentions[0] : undefined;
}

/** `纳入n例接受该方案的患者`: where a study only points back, the treatment that the study before it tried. */
export function pointedAt(
  told: readonly Passage[],
  before: readonly StudyArm[],
  text: string,
  rulebook: Rulebook,
): Mention[] {
  const tried = before.find(({ role }) => role !== 'control');
  if (!tried || tried.drugs.length === 0) return [];
  const mention = pointsBack(told, 'joins.same-treatment', text, rulebook) ?? tellsOfIt(told, text, rulebook);
  return mention ? [asMention(tried, mention)] : [];
}

/** `该方案的ORR为a%`: a study that is told of what was tried before, where it names no treatment ahead of that. */
function tellsOfIt([first]: readonly Passage[], text: string, rulebook: Rulebook): Mention | undefined {
  const found = first && phrase(rulebook, 'joins.of-treatment-before').exec(text.slice(first.start, first.end));
  if (!first || !found) return undefined;
  const at = first.start + found.index;
  return first.mentions.some((mention) => namesDrugs(mention) && mention.span.start < at)
    ? undefined
    : first.mentions[0];
}

/** `另一项研究进一步验证了甲药的疗效(OS为a对b)`: what the study before compared, which this one is said to have confirmed. */
export function confirmed(
  told: readonly Passage[],
  before: readonly StudyArm[],
  text: string,
  rulebook: Rulebook,
): Mention[] {
  if (before.length !== 2 || before.some(({ drugs }) => drugs.length === 0)) return [];
  const mention = pointsBack(told, 'joins.confirms', text, rulebook);
  return mention ? before.map((arm) => asMention(arm, mention)) : [];
}

/** An arm of another study, named where this one is told. */
function asMention({ label, drugs }: StudyArm, at: Mention): Mention {
  const facts = { drugs: drugs.map(({ name }) => name).join('+'), label };
  return { ...at, kind: 'regimen', text: label, name: label, facts };
}

function subjectOf({ mentions, start }: Passage): Mention | undefined {
  return mentions.find((mention) => namesDrugs(mention) && mention.span.start - start <= subjectWithin);
}

/** The one drug that a sentence names. */
function onlyOf({ mentions }: Passage): Mention | undefined {
  const treatments = mentions.filter(namesDrugs);
  return new Set(treatments.map(({ name }) => name)).size === 1 ? treatments[0] : undefined;
}

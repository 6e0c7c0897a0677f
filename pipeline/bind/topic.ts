import type { Mention } from '../model/index.js';
import type { Passage } from './passages.js';

/** How far into a sentence its subject may begin, characters. */
const subjectWithin = 16;

/**
 * The treatment that the text is about where a study begins that names none itself: what the same sentence named last
 * before it, the subject of the sentence before, what the heading names, or the subject that the section opens with.
 * A treatment that is only mentioned somewhere is not enough.
 */
export function topicOf(first: Passage, passages: readonly Passage[], heading: readonly Mention[]): Mention[] {
  const before = passages[passages.indexOf(first) - 1];
  const opening = passages.find(({ sentence }) => sentence.section === first.sentence.section);
  const topic =
    (before?.sentence === first.sentence ? before.mentions.findLast(isTreatment) : undefined) ??
    (before && !before.draft && before.sentence.paragraph === first.sentence.paragraph
      ? (subjectOf(before) ?? onlyOf(before))
      : undefined) ??
    heading.find(isTreatment) ??
    (opening && opening !== first ? subjectOf(opening) : undefined);
  return topic ? [topic] : [];
}

function subjectOf({ mentions, start }: Passage): Mention | undefined {
  return mentions.find((mention) => isTreatment(mention) && mention.span.start - start <= subjectWithin);
}

/** The one drug that a sentence names. */
function onlyOf({ mentions }: Passage): Mention | undefined {
  const treatments = mentions.filter(isTreatment);
  return new Set(treatments.map(({ name }) => name)).size === 1 ? treatments[0] : undefined;
}

function isTreatment({ kind, facts }: Mention): boolean {
  return kind === 'drug' || (kind === 'regimen' && facts.drugs !== undefined);
}

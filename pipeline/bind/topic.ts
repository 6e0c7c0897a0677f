import type { Mention } from '../model/index.js';
import type { Passage } from './passages.js';

/** How far into a sentence its subject may begin, characters. */
const subjectWithin = 16;

/**
 * The treatment that the text is about where a study begins that names none itself: the subject of the sentence right
 * before it, else the treatment that its section names first, in the heading or in the text.
 */
export function topicOf(first: Passage, passages: readonly Passage[], heading: readonly Mention[]): Mention[] {
  const at = passages.indexOf(first);
  const before = passages[at - 1];
  const subject =
    before && !before.draft && before.sentence.paragraph === first.sentence.paragraph
      ? before.mentions.find((mention) => isTreatment(mention) && mention.span.start - before.start <= subjectWithin)
      : undefined;
  const titled = heading.find(isTreatment);
  const section = passages.find(({ sentence }) => sentence.section === first.sentence.section);
  const from = section ? passages.indexOf(section) : at;
  const named = passages
    .slice(from, at)
    .flatMap(({ mentions }) => mentions)
    .find(isTreatment);
  const topic = subject ?? titled ?? named;
  return topic ? [topic] : [];
}

function isTreatment({ kind, facts }: Mention): boolean {
  return kind === 'drug' || (kind === 'regimen' && facts.drugs !== undefined);
}

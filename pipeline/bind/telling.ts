import { type Mention, mentionsWithin, type Segmentation, type StudyArm } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Draft } from './drafts.js';
import { mentionsOf, type Passage } from './passages.js';
import { fromSeries, tellsSeries } from './patient-series.js';
import { confirmed, pointedAt, topicOf } from './topic.js';

/** The mentions by which a study is told, each from its place. */
export interface Telling {
  readonly told: readonly Mention[];
  /** In the title of an article's own study, or of the section. */
  readonly title: readonly Mention[];
  /** In the sentence that says what an article's own study is for. */
  readonly aim: readonly Mention[];
  /** In what the text is about where another study begins. */
  readonly topic: readonly Mention[];
  /** What the study before it tried, where the text says that this one did the same. */
  readonly same: readonly Mention[];
  /** The two that the study before it compared, where the text says that this one found the same. */
  readonly confirmed: readonly Mention[];
  readonly own: boolean;
  /** Whether it is an article's own for being the one study that this names. */
  readonly onlyNamed: boolean;
}

/** What the article tells besides a study, so far as it says what the study is of. */
interface Context {
  readonly segmentation: Segmentation;
  readonly mentions: readonly Mention[];
  readonly passages: readonly Passage[];
  readonly rulebook: Rulebook;
  /** Whether no sentence says that the article tells of a study of its own. */
  readonly isImplied: boolean;
  /** Whether its own study is that for being the one that it names. */
  readonly onlyNamed: boolean;
  /** The sections whose headings name the treatments of a study before this one. */
  readonly titled: ReadonlySet<number>;
  /** The arms of the study before this one. */
  readonly armsBefore: readonly StudyArm[];
}

/** The mentions by which a study is told, each from its place. */
export function tellingOf(draft: Draft, told: readonly Passage[], context: Context): Telling {
  const { segmentation, mentions, passages, rulebook, titled } = context;
  const { text } = segmentation.document;
  const source = context.isImplied ? fromSeries(told, text, rulebook) : told;
  const naming = draft.own ? source.filter(({ sentence }) => sentence.section.role !== 'discussion') : told;
  const heading = source === told ? titleMentions(draft, mentions, segmentation) : [];
  const [first] = told;
  return {
    told: mentionsOf(inChinese(naming)),
    title: titled.has(draft.section?.index ?? -1) ? [] : heading,
    aim: draft.own ? aimOf(told, text, rulebook) : [],
    topic: draft.own || !first || tellsSeries(told, text, rulebook) ? [] : topicOf(first, passages, heading),
    same: draft.own ? [] : pointedAt(told, context.armsBefore, text, rulebook),
    confirmed: draft.own ? [] : confirmed(told, context.armsBefore, text, rulebook),
    own: draft.own,
    onlyNamed: draft.own && context.onlyNamed,
  };
}

/** What is not told in English, which says it all once more; all of it where nothing else is told. */
function inChinese(told: readonly Passage[]): readonly Passage[] {
  const chinese = told.filter(({ sentence }) => !sentence.english);
  return chinese.length > 0 ? chinese : told;
}

/** What the heading over a study's passages names. */
function titleMentions(draft: Draft, mentions: readonly Mention[], segmentation: Segmentation): Mention[] {
  const { section } = draft;
  if (draft.own) {
    const at = segmentation.document.text.indexOf(segmentation.title ?? '');
    const until = at + (segmentation.title?.length ?? 0);
    return mentionsWithin(mentions, at, until);
  }
  if (section?.title === undefined) return [];
  const end = section.span.start + section.title.length + 8;
  return mentionsWithin(mentions, section.span.start, end);
}

/** How many passages of an article's own study may stand before the one with its aim: journal, authors, addresses. */
const headPassages = 16;

/** What the sentence names that says what a study is for, which stands where an abstract has no title. */
function aimOf(told: readonly Passage[], text: string, rulebook: Rulebook): readonly Mention[] {
  const [aim, labelled] = [phrase(rulebook, 'titles.aim'), phrase(rulebook, 'titles.labelled-aim')];
  const printed = ({ start, end }: Passage) => text.slice(start, end);
  const said = told.slice(0, headPassages).find((passage) => labelled.test(printed(passage)));
  const [first] = told;
  return (said ?? (first && aim.test(printed(first)) ? first : undefined))?.mentions ?? [];
}

import { type Mention, mentionsWithin, type Section, type Segmentation, type Sentence } from '../model/index.js';
import { findAll, phrase, type Rulebook } from '../rulebook/index.js';
import { Drafts } from './drafts.js';
import { isCue } from './scene.js';
import { opensByTitle } from './turns.js';

/** Where the labels of a structured abstract stand: 目的, 方法, 结果, 结论. */
function labelsOf(segmentation: Segmentation, rulebook: Rulebook): RegExpExecArray[] {
  const label = rulebook.patterns.find(({ rule }) => rule.id === 'structure.label');
  return label ? findAll(label.expression, segmentation.document.text) : [];
}

/**
 * Whether the article says that it reports a study of its own: it has a part on methods or results, an abstract with
 * labels, or speaks of its own patients (`我院`).
 */
function statesOwnStudy(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  labels: readonly RegExpExecArray[],
): boolean {
  if (segmentation.sections.some(isOwnSection)) return true;
  if (new Set(labels.map(([label]) => label.slice(-2))).size >= 3) return true;
  return mentions.some(isOwnPlace);
}

/** A part on methods or results. */
function isOwnSection({ role }: Section): boolean {
  return role === 'methods' || role === 'results';
}

/** `我院`, `选取2012年…`: the article speaks of its own patients. */
function isOwnPlace(mention: Mention): boolean {
  return isCue(mention, 'own') && mention.facts.place !== undefined;
}

/** What tells of another study than the article's own. */
function tellsOfAnother(mention: Mention): boolean {
  return ['citation', 'study', 'author'].includes(mention.kind) || isCue(mention, 'one-study', 'another-study');
}

/**
 * `两组患者的近期疗效见表2`: the paragraph in which a piece of an article speaks of groups before it tells of any other
 * study: the groups are its own.
 */
function ownGroups({ sentences }: Segmentation, mentions: readonly Mention[]): number | undefined {
  const inside = ({ span }: Sentence) => mentionsWithin(mentions, span.start, span.end);
  const tells = (mention: Mention) => isGroup(mention) || tellsOfAnother(mention);
  const first = sentences.find((sentence) => inside(sentence).some(tells));
  if (!first) return undefined;
  const told = sentences.filter(({ paragraph }) => paragraph === first.paragraph).flatMap(inside);
  return told.some(tellsOfAnother) ? undefined : first.paragraph;
}

/** `两组`, `对照组`: groups of patients that are called by their part. */
function isGroup(mention: Mention): boolean {
  return isCue(mention, 'both-arms') || (mention.kind === 'arm' && mention.facts.role !== undefined);
}

/**
 * The paragraphs behind the first one that speaks of the article's own patients, and from the first one that speaks of its
 * groups, which tell of no other study; none where headings say which parts are about these.
 */
function goesOnWithOwn(
  { sections, sentences }: Segmentation,
  mentions: readonly Mention[],
  groups: number | undefined,
): number[] {
  if (sections.some(isOwnSection)) return [];
  const inside = ({ span }: Sentence) => mentionsWithin(mentions, span.start, span.end);
  const place = sentences.find((sentence) => inside(sentence).some(isOwnPlace))?.paragraph ?? Infinity;
  const behind = sentences.filter(({ paragraph }) => paragraph > place || paragraph >= (groups ?? Infinity));
  const others = new Set(
    behind.filter((sentence) => inside(sentence).some(tellsOfAnother)).map(({ paragraph }) => paragraph),
  );
  return behind.map(({ paragraph }) => paragraph).filter((paragraph) => !others.has(paragraph));
}

/**
 * The name of the study that a text is about which cites nobody, and names no other study and tells of none before, nor
 * of one by its treatment and design between two places that name it.
 */
function onlyStudy(segmentation: Segmentation, mentions: readonly Mention[], rulebook: Rulebook): string | undefined {
  if (mentions.some(({ kind }) => kind === 'citation' || kind === 'author')) return undefined;
  const names = new Set(mentions.flatMap(({ kind, name }) => (kind === 'study' && name !== undefined ? [name] : [])));
  const first = mentions.findIndex(({ kind }) => kind === 'study');
  const isTold = mentions.slice(0, first).some(({ quantity }) => quantity?.kind === 'percentage');
  if (names.size !== 1 || isTold) return undefined;
  const last = mentions.findLast(({ kind }) => kind === 'study')?.span.start ?? 0;
  const opensAnother = segmentation.sentences.some(
    ({ span }) =>
      span.start > (mentions[first]?.span.start ?? 0) &&
      span.end <= last &&
      opensByTitle(mentionsWithin(mentions, span.start, span.end), segmentation.document.text, rulebook),
  );
  return opensAnother ? undefined : [...names][0];
}

/**
 * `此次公布了甲研究`: the name of the study that a text with parts of its own reports, which cites nobody; or of the
 * one study that its title names.
 */
function reportedStudy(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  rulebook: Rulebook,
): string | undefined {
  if (mentions.some(({ kind }) => kind === 'citation' || kind === 'author')) return undefined;
  const { text } = segmentation.document;
  const reports = phrase(rulebook, 'turns.reports');
  const studies = mentions.filter(({ kind }) => kind === 'study');
  const reported = studies.find(({ span }) => reports.test(text.slice(Math.max(0, span.start - 32), span.start)));
  const at = text.indexOf(segmentation.title ?? '');
  const titled = mentionsWithin(studies, at, at + (segmentation.title?.length ?? 0));
  const [only, another] = new Set(titled.map(({ name }) => name));
  return reported?.name ?? (another === undefined ? only : undefined);
}

/** The paragraphs that say that they are about the article's own study or go on with it, or that cite no other. */
function ownParagraphs(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  labels: readonly RegExpExecArray[],
  groups: number | undefined,
): Set<number> {
  const own = new Set<number>();
  const cites = mentions.some(({ kind }) => kind === 'citation');
  for (const { span, paragraph } of segmentation.sentences) {
    if (!cites || labels.some(({ index }) => index >= span.start - 3 && index < span.end)) own.add(paragraph);
  }
  let from = 0;
  for (const sentence of segmentation.sentences) {
    while (from < mentions.length && (mentions[from] as Mention).span.end <= sentence.span.start) from += 1;
    for (let i = from; i < mentions.length && (mentions[i] as Mention).span.start < sentence.span.end; i += 1) {
      if (isCue(mentions[i], 'own')) own.add(sentence.paragraph);
    }
  }
  for (const paragraph of goesOnWithOwn(segmentation, mentions, groups)) own.add(paragraph);
  return own;
}

/** Opens the list of studies of an article. */
export function openDrafts(segmentation: Segmentation, mentions: readonly Mention[], rulebook: Rulebook): Drafts {
  const labels = labelsOf(segmentation, rulebook);
  const { text } = segmentation.document;
  const abstract = phrase(rulebook, 'titles.english-abstract');
  const readsEnglish = segmentation.sentences.some(
    ({ english, span }) => english && abstract.test(text.slice(span.start, span.end)),
  );
  const groups = ownGroups(segmentation, mentions);
  const stated = groups !== undefined || statesOwnStudy(segmentation, mentions, labels);
  // What cites and names no other study at all is about its own.
  const hasOwn = stated || !mentions.some(({ kind }) => kind === 'citation' || kind === 'study' || kind === 'author');
  return new Drafts(
    hasOwn,
    ownParagraphs(segmentation, mentions, labels, groups),
    readsEnglish,
    mentions.some(({ kind }) => kind === 'citation'),
    hasOwn ? reportedStudy(segmentation, mentions, rulebook) : onlyStudy(segmentation, mentions, rulebook),
    hasOwn && !stated,
  );
}

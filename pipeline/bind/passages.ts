import { type Mention, mentionsTouching, type Segmentation, type Sentence } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Draft, Drafts } from './drafts.js';
import { isResult, type Part, partsOf } from './parts.js';
import { isCue } from './scene.js';
import { tellsOfOther, tellsOfStudy, turnsAway } from './tells-of-study.js';
import {
  goesOnWithGroups,
  namesGroupsOf,
  onlyAgrees,
  onlyPrecedes,
  opensByTitle,
  tellsOfMany,
  turnsToAnother,
  turnsToDrug,
  turnsToRegimens,
} from './turns.js';

/** A stretch of one sentence that tells of one study, or of none. */
export interface Passage {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly Mention[];
  draft: Draft | undefined;
}

/** What passages name, in order. */
export function mentionsOf(passages: readonly Passage[]): Mention[] {
  const all: Mention[] = [];
  for (const { mentions } of passages) for (const mention of mentions) all.push(mention);
  return all;
}

/** Says for every stretch of the article which study it tells of. */
export function passagesOf(
  segmentation: Segmentation,
  mentions: readonly Mention[],
  drafts: Drafts,
  rulebook: Rulebook,
): Passage[] {
  const reader = new PassageReader(segmentation, mentions, drafts, rulebook);
  for (const sentence of segmentation.sentences) reader.read(sentence, mentionsTouching(mentions, sentence.span));
  return reader.passages;
}

class PassageReader {
  readonly passages: Passage[] = [];
  private current: Draft | undefined;
  private section = -1;
  private paragraph = -1;
  /** The paragraph in which a study was told last. */
  private told = -1;
  /** The passage that came to another regimen than that of the study before, whose results have not come yet. */
  private topic: number | undefined;
  /** The first passage of the item of a digest that is being told. */
  private item = Number.POSITIVE_INFINITY;

  constructor(
    private readonly segmentation: Segmentation,
    private readonly mentions: readonly Mention[],
    private readonly drafts: Drafts,
    private readonly rulebook: Rulebook,
  ) {}

  read(sentence: Sentence, mentions: readonly Mention[]): void {
    this.enter(sentence);
    let before = this.current;
    const { text } = this.segmentation.document;
    for (const part of partsOf(sentence, mentions, text, phrase(this.rulebook, 'turns.study-next'))) {
      const draft = part.back ? before : this.draftOf(part, sentence);
      before = this.current;
      this.current = draft;
      if (draft) draft.tell(part, sentence.section);
      if (draft) this.told = sentence.paragraph;
      this.passages.push({ sentence, start: part.start, end: part.end, mentions: part.mentions, draft });
    }
  }

  /** What a new section or paragraph leaves of the study that was being told. */
  private enter(sentence: Sentence): void {
    const { own } = this.drafts;
    if (sentence.section.index !== this.section) this.current = undefined;
    this.section = sentence.section.index;
    if (sentence.paragraph === this.paragraph) return;
    this.topic = undefined;
    this.paragraph = sentence.paragraph;
    if (own && !this.goesOnWithOnly()) this.current = this.drafts.ownByDefault(sentence) ? own : undefined;
    const text = this.segmentation.document.text.slice(sentence.span.start, sentence.span.end);
    if (own || this.drafts.cites || !phrase(this.rulebook, 'titles.item').test(text)) return;
    this.current = undefined;
    this.item = this.passages.length;
  }

  /** `该药获批是基于一项Ⅱ期试验。…`: whether a text that tells of no study of its own so far goes on with the one that it has opened. */
  private goesOnWithOnly(): boolean {
    const { own, isImplied } = this.drafts;
    if (!isImplied || !this.current || this.current === own) return false;
    return !this.passages.some(({ draft, mentions }) => draft === own && mentions.some(isResult));
  }

  /** Whether a review that cites nobody and tells of no study of its own comes to other regimens. */
  private turnsTopic(part: Part): boolean {
    const { own, cites, isImplied } = this.drafts;
    return !cites && (!own || isImplied) && turnsToRegimens(part, () => this.toldOf());
  }

  /** Whether a text that cites nobody has told of no study of its own, or has left the one that it seemed to be about. */
  private get tellsOfOthers(): boolean {
    const { own, cites, isImplied } = this.drafts;
    return !cites && (!own || (isImplied && this.current !== undefined && this.current !== own));
  }

  /** The study that the results are of which follow a sentence that came to another regimen. */
  private ofTopic(from: number): Draft {
    this.topic = undefined;
    const draft = this.drafts.byCitation([], undefined, true);
    for (const passage of this.passages.slice(from)) if (!passage.draft) this.claim(passage, draft);
    return draft;
  }

  /** The study of a part; a study that is only said to have found the same is not what the part tells of. */
  private draftOf(part: Part, sentence: Sentence): Draft | undefined {
    const { text } = this.segmentation.document;
    const studies = part.mentions.filter(({ kind }) => kind === 'study');
    const subject = studies.find(
      (study) => !onlyAgrees(study, text, this.rulebook) && !onlyPrecedes(study, studies, text, this.rulebook),
    );
    if (studies.length > 0 && !subject && this.current) return this.current;
    return this.resolve({ ...part, name: subject?.name ?? part.name }, sentence);
  }

  private resolve(part: Part, sentence: Sentence): Draft | undefined {
    const { own } = this.drafts;
    const { text } = this.segmentation.document;
    if (this.opensAnother(part, text)) return this.drafts.byCitation([], undefined, true);
    if (this.turnsTopic(part)) {
      this.topic = this.passages.length;
      if (part.results === 0) return undefined;
    }
    if (!own && this.told !== sentence.paragraph && turnsAway(part)) return undefined;
    if (sentence.section.role === 'references') return undefined;
    if (own && ((part.own && part.author === undefined) || this.comesBack(own, part))) return own;
    if (tellsOfMany(part, text, this.rulebook)) return undefined;
    if (sentence.english) return this.drafts.readsEnglish ? own : undefined;
    if (part.name !== undefined || part.author !== undefined || part.opens) this.topic = undefined;
    if (this.topic !== undefined && part.results > 0) return this.ofTopic(this.topic);
    if (own && this.drafts.isOwnPart(sentence)) return this.namedInOwn(part) ?? own;
    const cited = part.leading.length > 0 ? part.leading : part.trailing;
    // `该研究的OS数据由某等[4]发表`: another author who goes on with the study told before.
    const goesOn = part.continues && part.mentions.some((mention) => isCue(mention, 'this-study'));
    if (goesOn && this.current && part.name === undefined) return this.current;
    if (part.author !== undefined) return this.drafts.byAuthor(part.author, cited);
    if (part.name !== undefined) return this.drafts.byName(part.name);
    if (part.opens) return this.drafts.byCitation(cited, this.current, true);
    if (part.continues && this.current) return this.current;
    if (this.current && goesOnWithGroups(part, () => this.toldOf())) return this.current;
    if (this.comparesAnother(part, sentence)) return this.drafts.byCitation(cited, undefined, true);
    if (part.leading.length > 0) return this.byLeading(part);
    if (part.trailing.length > 0) return this.byTrailing(part, sentence);
    // `该研究中,n例患者…`: a study that has been spoken of without results or a name.
    const told = part.results > 0 && part.mentions.some((mention) => isCue(mention, 'this-study'));
    if (!own && !this.current && told) return this.drafts.byCitation([], undefined, true);
    if (this.tellsOfOthers && turnsToAnother(part, () => this.current && this.toldOf(), this.rulebook))
      return this.drafts.byCitation([], undefined, true);
    return this.current ?? this.ofItem(part);
  }

  /** Whether a sentence of a text that cites others comes to a drug that the study told before did not have. */
  private comparesAnother(part: Part, sentence: Sentence): boolean {
    const { current, drafts } = this;
    if (!drafts.cites || !current || current.own || part.start !== sentence.span.start) return false;
    return turnsToDrug(part, () => this.toldOf(), this.segmentation.document.text, this.rulebook);
  }

  /** Whether a part opens a study by its treatment and design in a text that cites nobody, and says of none that it is its own. */
  private opensAnother(part: Part, text: string): boolean {
    const { own, cites, isImplied } = this.drafts;
    if (cites || (own && !isImplied)) return false;
    if (!opensByTitle(part.mentions, text, this.rulebook)) return false;
    const isTold = this.toldOf().some(isResult);
    if (own) return isTold;
    const name = this.current?.name;
    // Right behind the heading that names a study it may be this one, unless the text comes to its name again.
    if (name !== undefined && !isTold)
      return this.mentions.some((one) => one.kind === 'study' && one.name === name && one.span.start >= part.end);
    return part.results === 0;
  }

  /** The study that the item of a digest is about, which has no name; what stands before its numbers is about it, too. */
  private ofItem(part: Part): Draft | undefined {
    const told = this.passages.slice(this.item);
    if (this.item > this.passages.length || part.results < 2 || told.some(({ draft }) => draft)) return undefined;
    const draft = this.drafts.byCitation([], undefined, true);
    for (const passage of told) this.claim(passage, draft);
    return draft;
  }

  private claim(passage: Passage, draft: Draft): void {
    passage.draft = draft;
    draft.spans.push({ start: passage.start, end: passage.end });
  }

  /** `本组ORR为a%`, `观察组ORR为a%` behind another study: whether a part speaks of the article's own patients. */
  private comesBack(own: Draft, part: Part): boolean {
    if (tellsOfOther(part)) return false;
    if (part.ours) return true;
    if (this.current === own || this.drafts.isImplied) return false;
    const tell = (study?: Draft) => () => this.toldOf(study);
    return namesGroupsOf(part, tell(own), tell());
  }

  /** What has been told of a study, unless said otherwise of the one that is being told. */
  private toldOf(study = this.current): Mention[] {
    return mentionsOf(this.passages.filter(({ draft }) => study && draft === study));
  }

  /** In an article's own results only a cited study with an author is another study. */
  private namedInOwn(part: Part): Draft | undefined {
    return part.author !== undefined && part.leading.length > 0
      ? this.drafts.byAuthor(part.author, part.leading)
      : undefined;
  }

  private byLeading(part: Part): Draft | undefined {
    if (this.current?.cites(part.leading)) return this.current;
    if (!tellsOfStudy(part)) return undefined;
    if (this.drafts.own && part.results === 0) return this.current === this.drafts.own ? undefined : this.current;
    return this.drafts.byCitation(part.leading, this.current, false);
  }

  /** A citation behind its results also claims the sentences before it that no study has claimed. */
  private byTrailing(part: Part, sentence: Sentence): Draft | undefined {
    if (this.current?.cites(part.trailing)) return this.current;
    if (this.current && this.current.citations.size === 0 && !this.current.own) return this.current;
    if (!tellsOfStudy(part)) return part.results > 0 && this.told === sentence.paragraph ? this.current : undefined;
    const draft = this.drafts.byCitation(part.trailing, this.current, false);
    for (let i = this.passages.length - 1; i >= 0; i -= 1) {
      const before = this.passages[i] as Passage;
      if (before.sentence.section !== sentence.section || before.sentence.paragraph !== sentence.paragraph) break;
      if (before.draft) continue;
      this.claim(before, draft);
    }
    return draft;
  }
}

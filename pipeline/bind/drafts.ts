import type { Mention, Section, Sentence } from '../model/index.js';
import type { Span } from '../text/index.js';
import { citedNumbers } from './cited-numbers.js';

/** A study while the article is being read. */
export class Draft {
  readonly citations = new Set<string>();
  readonly registry = new Set<string>();
  readonly spans: Span<'text'>[] = [];
  readonly mentions: Mention[] = [];
  section: Section | undefined;

  constructor(
    readonly key: string,
    readonly own: boolean,
    readonly name?: string,
    public lead?: string,
  ) {}

  cites(numbers: readonly string[]): boolean {
    return numbers.some((number) => this.citations.has(number));
  }

  tell(part: { start: number; end: number; mentions: readonly Mention[] }, section: Section): void {
    this.section ??= section;
    this.spans.push({ start: part.start, end: part.end });
    for (const mention of part.mentions) {
      const isNumber = mention.kind === 'registry' || mention.facts.registry !== undefined;
      if (isNumber && mention.name) this.registry.add(mention.name);
      // What an article cites in telling of its own study are other studies.
      if (mention.kind === 'citation' && !this.own)
        for (const number of citedNumbers(mention)) this.citations.add(number);
    }
  }
}

/** All studies of an article, found or opened by citation, author or name. */
export class Drafts {
  readonly all: Draft[] = [];
  readonly own: Draft | undefined;
  /** Whether the own study is that for being the one study that the text names. */
  readonly onlyNamed: boolean;

  constructor(
    hasOwn: boolean,
    private readonly ownParagraphs: ReadonlySet<number>,
    /** Whether the article has an English abstract that repeats the Chinese one. */
    readonly readsEnglish: boolean,
    /** Whether the text cites other studies by number. */
    readonly cites: boolean,
    /** The one study that a text without citations is about. */
    only?: string,
    /** Whether the own study is only implied, the text naming and citing no other: it may tell of several. */
    readonly isImplied = false,
  ) {
    this.onlyNamed = !hasOwn && only !== undefined;
    if (hasOwn) this.own = this.open('own', true, only);
    else if (only !== undefined) this.own = this.open('name', true, only);
  }

  private open(key: string, own = false, name?: string, lead?: string): Draft {
    const draft = new Draft(`${key}#${this.all.length}`, own, name, lead);
    this.all.push(draft);
    return draft;
  }

  /** Whether the sentence stands in a part that reports the article's own study. */
  isOwnPart({ section }: Sentence): boolean {
    return section.role === 'abstract' || section.role === 'methods' || section.role === 'results';
  }

  /** Whether a paragraph is about the article's own study where nothing in it says otherwise. */
  ownByDefault(sentence: Sentence): boolean {
    return this.isOwnPart(sentence) || this.ownParagraphs.has(sentence.paragraph);
  }

  byAuthor(author: string, cited: readonly string[]): Draft {
    const known = this.all.find(
      (draft) => draft.lead === author && (cited.length === 0 || draft.citations.size === 0 || draft.cites(cited)),
    );
    if (known) return known;
    const similar = this.all.find(
      (draft) => draft.lead !== undefined && draft.cites(cited) && similarNames(draft.lead, author),
    );
    return similar ?? this.open('author', false, undefined, author);
  }

  /** The study of this name, whichever of its papers is cited. */
  byName(name: string): Draft {
    return this.all.find((draft) => draft.name === name) ?? this.open('name', false, name);
  }

  /** The study with these citations; a new one where there is none, or where the text says that another begins. */
  byCitation(cited: readonly string[], current: Draft | undefined, opens: boolean): Draft {
    if (cited.length === 0) return this.open('study');
    if (current?.cites(cited)) return current;
    const known = this.all.find((draft) => !draft.own && draft.cites(cited) && !(opens && (draft.name ?? draft.lead)));
    return known ?? this.open('cited');
  }
}

/** Whether two printed author names are the same but for a lost letter. */
function similarNames(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length - short.length <= 1 && long.startsWith(short.slice(0, 2)) && long.endsWith(short.slice(-2));
}

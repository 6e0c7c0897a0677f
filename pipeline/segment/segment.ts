import type { Role, Section, Segmentation, Sentence, Table } from '../model/index.js';
import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Document } from '../text/index.js';
import { headingOf, roleOf } from './headings.js';
import type { Line } from './line.js';
import { nounsOfRates, ownRates, ownTimes } from './nouns.js';
import { isEnglish, sentencesOf } from './sentences.js';
import { tableAt } from './tables.js';

/** The lines of the repaired text: a paragraph, a heading, a caption or a table row each. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    if (text.slice(start, end).trim() !== '') lines.push({ span: { start, end }, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** Cuts the repaired text into sections, sentences and tables. */
export function segment(document: Document, rulebook: Rulebook): Segmentation {
  const lines = linesOf(document.text);
  const walk = new Walk(document, rulebook);
  for (let at = 0; at < lines.length; ) at = walk.read(lines, at);
  const sections = walk.close(document.text.length);
  const numbered = (sentence: Draft): Sentence => ({ ...sentence, section: sections[sentence.section] as Section });
  return {
    document,
    title: walk.title,
    sections,
    sentences: walk.sentences.map(numbered),
    tables: walk.tables,
    nouns: [nounsOfRates, ownRates, ownTimes].flatMap((find) => find(document.text, rulebook)),
  };
}

type Draft = Omit<Sentence, 'section'> & { readonly section: number };
interface OpenSection {
  readonly start: number;
  readonly role: Role;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
}

/** Parts of an article whose subsections may be numbered from one. */
const partedRoles: ReadonlySet<Role> = new Set(['methods', 'results']);

/** The state of one pass over the lines. */
class Walk {
  readonly sentences: Draft[] = [];
  readonly tables: Table[] = [];
  title: string | undefined;
  private readonly open: OpenSection[] = [{ start: 0, role: 'body' }];

  constructor(
    private readonly document: Document,
    private readonly rulebook: Rulebook,
  ) {}

  /** Reads the line at `at` and what belongs to it; returns the next line to read. */
  read(lines: readonly Line[], at: number): number {
    const line = lines[at];
    if (!line) return at + 1;
    const found = tableAt(lines, at, this.document, this.rulebook);
    if (!found) {
      this.line(line, at);
      return at + 1;
    }
    this.tables.push(found.table);
    return found.next;
  }

  close(end: number): Section[] {
    return this.open.map((section, index) => ({
      role: section.role,
      number: section.number,
      title: section.title,
      index,
      span: { start: section.start, end: this.open[index + 1]?.start ?? end },
    }));
  }

  private line(line: Line, at: number): void {
    const heading = headingOf(line.text, this.rulebook);
    const alone = roleOf(line.text, this.rulebook);
    if (this.title === undefined && at < 14) this.title = this.titleIn(heading?.title ?? line.text);
    if (!heading && !alone) {
      this.prose(line, at, 0);
      return;
    }
    const title = heading?.title ?? line.text;
    const role = alone ?? roleOf(title, this.rulebook) ?? this.inherited(heading?.number);
    this.open.push({ start: line.span.start, role, number: heading?.number, title });
    if (heading) this.prose(line, at, heading.bodyStart);
  }

  /** A line at the head of the article as its title; undefined for a line that is none. */
  private titleIn(line: string): string | undefined {
    if (line.length > 120) return undefined;
    const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (han < 8 || phrase(this.rulebook, 'titles.no-title').test(line)) return undefined;
    return line.trim();
  }

  /** A subsection has the role of the section it stands in; a new top-level section has none of its own. */
  private inherited(number: string | undefined): Role {
    const current = this.open.at(-1)?.role ?? 'body';
    if (current === 'references') return current;
    if (number?.includes('.') || number === undefined) return current;
    // `病例与方法` over `1.病例`, `2.治疗方案`: numbers that begin anew under a heading without one are its parts.
    const parent = this.open.findLast((section) => section.title !== undefined && section.number === undefined);
    return parent && partedRoles.has(parent.role) ? parent.role : 'body';
  }

  private prose(line: Line, at: number, from: number): void {
    const turn = this.englishFrom(line.text, from);
    for (const [start, end] of [
      [from, turn],
      [turn, line.text.length],
    ] as const) {
      const text = line.text.slice(start, end);
      const english = isEnglish(text);
      const part = { span: { start: line.span.start + start, end: line.span.start + end }, text };
      for (const span of sentencesOf(part, english)) {
        this.sentences.push({ span, paragraph: at, english, section: this.open.length - 1 });
      }
    }
  }

  /** Where the English abstract begins that stands in one line with the Chinese one; else the line's end. */
  private englishFrom(text: string, from: number): number {
    const head = phrase(this.rulebook, 'titles.english-within').exec(text.slice(from));
    const at = head ? from + head.index : text.length;
    return isEnglish(text.slice(at)) ? at : text.length;
  }
}

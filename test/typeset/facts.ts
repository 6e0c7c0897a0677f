import { repairSource } from '../../pipeline/repair/index.js';
import type { Rulebook } from '../../pipeline/rulebook/index.js';
import { decodeSource } from '../../pipeline/run.js';
import { segment } from '../../pipeline/segment/index.js';
import type { Source } from '../../pipeline/text/index.js';
import { type Article, plainText } from './article.js';

/** Something that must be true of the text that is read from a typeset article. */
export interface Fact {
  readonly name: string;
  readonly holds: boolean;
}

/** What the stages after the repairs see of a source: its paragraphs, and its tables as rows of cells. */
interface Reading {
  readonly lines: readonly string[];
  readonly text: string;
  readonly tables: readonly (readonly (readonly string[])[])[];
}

function readingOf(source: Source, rulebook: Rulebook): Reading {
  const document = repairSource(source, rulebook, () => {});
  const { text } = document;
  const tables = segment(document, rulebook).tables.map(({ rows }) =>
    rows.map((row) => row.map(({ span }) => squeezed(text.slice(span.start, span.end)))),
  );
  return { lines: text.split('\n').map(squeezed), text: squeezed(text), tables };
}

/** The facts of an article, each with whether it holds of the text that was read from its PDF. */
export function factsOf(article: Article, head: string, source: Source, rulebook: Rulebook): Fact[] {
  const read = readingOf(source, rulebook);
  const repaired = (html: string): string =>
    squeezed(repairSource(decodeSource('a.txt', Buffer.from(plainText(html))).source, rulebook, () => {}).text);
  const paragraphs = article.parts.flatMap((part) => ('text' in part ? [repaired(part.text)] : []));
  const headings = article.parts.flatMap((part) => ('heading' in part ? [repaired(part.heading)] : []));
  const captions = article.parts.flatMap((part) => ('caption' in part ? [repaired(part.caption)] : []));
  const labels = article.parts.flatMap((part) => ('figure' in part ? [part.figure.join('')] : []));
  return [
    ...paragraphs.map((text) => ({
      name: `one paragraph: ${short(text)}`,
      holds: read.lines.some((line) => line.includes(text)),
    })),
    ...headings.map((text) => ({ name: `a heading by itself: ${text}`, holds: read.lines.includes(text) })),
    ...captions.map((text) => ({
      name: `a caption by itself: ${text}`,
      holds: read.lines.some((line) => line.startsWith(text)),
    })),
    ...[article.title, article.abstract]
      .map(repaired)
      .map((text) => ({ name: `present: ${short(text)}`, holds: read.text.includes(text) })),
    ...orderFacts(paragraphs, read.text),
    ...[head, ...labels].map((text) => ({ name: `left out: ${text}`, holds: !read.text.includes(repaired(text)) })),
    ...cellFacts(article, read, repaired),
  ];
}

function orderFacts(paragraphs: readonly string[], text: string): Fact[] {
  return paragraphs.slice(1).map((next, i) => {
    const before = text.indexOf((paragraphs[i] as string).slice(-12));
    const holds = before >= 0 && before < text.indexOf(next.slice(0, 12));
    return { name: `in order: ${short(next)}`, holds };
  });
}

/** Every cell stands in the row of its label and in the column of its head. */
function cellFacts(article: Article, read: Reading, repaired: (html: string) => string): Fact[] {
  return article.parts.flatMap((part) => {
    if (!('table' in part)) return [];
    const [heads = [], ...rows] = part.table.map((row) => row.map(repaired));
    const table = read.tables.find(([head = []]) => head.join() === heads.join());
    return rows.flatMap(([label, ...cells]) =>
      cells.map((cell, i) => {
        const found = table?.find((row) => row[0] === label)?.[i + 1];
        return { name: `cell of ${label} under ${heads[i + 1]}: ${cell}`, holds: found === cell };
      }),
    );
  });
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}

function short(text: string): string {
  return `${text.slice(0, 16)}…`;
}

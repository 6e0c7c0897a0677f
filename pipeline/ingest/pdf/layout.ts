import type { Block } from './block.js';
import { type Separated, separatePages } from './captions.js';
import { type ColumnLine, columnLines } from './column-lines.js';
import { bodySizeOf, flowOf } from './flow.js';
import { fragmentsOf } from './fragments.js';
import { withoutFurniture } from './furniture.js';
import { guttersOf } from './gutter.js';
import type { Item, PageItems } from './item.js';
import type { LayoutPhrases } from './layout-phrases.js';
import { lineText } from './line-text.js';
import { paragraphsOf } from './paragraphs.js';
import type { PdfNote, PdfText } from './pdf-text.js';
import { citationStyle, superscriptsOf } from './scripts.js';
import { TextWriter } from './text-writer.js';
import { unknownGlyphs } from './unknown-glyphs.js';

/** The text of an article from where its characters stand on its pages. */
export function layout(pages: readonly PageItems[], phrases: LayoutPhrases): PdfText {
  const notes: PdfNote[] = [];
  const fragments = pages.map(({ items, height }) => ({ height, fragments: fragmentsOf(items) }));
  const furnished = withoutFurniture(fragments);
  const gutters = guttersOf(furnished.map(({ text }) => text));
  const lines = furnished.map(({ text }, i) => columnLines(pages[i]?.number ?? 0, text, gutters[i]));
  const bodySize = bodySizeOf(lines.flat());
  const separated = separatePages(lines, bodySize, phrases);
  const flow = flowOf(separated, bodySize);
  pages.forEach((page, i) => {
    notes.push(...leftOut(page, furnished[i]?.furniture.map(({ items }) => lineText(items)) ?? [], separated[i]));
  });
  return { ...written(paragraphsOf(flow, bodySize), pages), notes };
}

function written(blocks: readonly Block[], pages: readonly PageItems[]): Omit<PdfText, 'notes'> {
  const style = citationStyle(blocks.flatMap(linesOf).flatMap(superscriptsOf));
  const writer = new TextWriter(new Map(pages.map((page) => [page.number, page])), style);
  blocks.forEach((block, i) => {
    if (i > 0) writer.put('\n\n');
    if (block.kind === 'table') writeTable(writer, block);
    else
      block.lines.forEach((line, at) => {
        if (at > 0) writer.put('\n');
        writer.line(line.page, line.items);
      });
  });
  writer.put('\n');
  return writer.finish();
}

/** A row a line, its cells between bars. */
function writeTable(writer: TextWriter, { parts }: Extract<Block, { kind: 'table' }>): void {
  const rows = parts.flatMap(({ page, rows }) => rows.map((row) => ({ page, row })));
  rows.forEach(({ page, row }, i) => {
    writer.put(i > 0 ? '\n|' : '|');
    for (const { lines } of row) {
      lines.forEach((items, at) => {
        if (at > 0) writer.joinLine(items[0]);
        writer.line(page, items);
      });
      writer.put('|');
    }
  });
}

function linesOf(block: Block): (readonly Item[])[] {
  if (block.kind === 'lines') return block.lines.map(({ items }) => items);
  return block.parts.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ lines }) => [...lines])));
}

/** What of a page is not in the text, and why. */
function leftOut(page: PageItems, furniture: readonly string[], separated: Separated | undefined): PdfNote[] {
  const notes: PdfNote[] = [];
  const add = (rule: string, what: string, texts: readonly string[]): void => {
    if (texts.length === 0) return;
    const reason = `Page ${page.number}: ${what} left out: ${abridged(texts.join(' / '))}`;
    notes.push({ severity: 'info', ruleId: `ingest.${rule}`, reason });
  };
  add('running-heads', 'running heads and page numbers', furniture);
  const texts = (lines: readonly ColumnLine[] = []): string[] => lines.map(({ text }) => text);
  add('figure-text', 'text inside figures', texts(separated?.figureText));
  add('repeated-captions', 'captions of tables that go on', texts(separated?.repeatedCaptions));
  add('askew-text', 'text that runs across the rest', page.askew);
  return [...notes, ...unknownGlyphs(page)];
}

function abridged(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

import type { Block, Float, TablePart } from './block.js';
import type { ColumnLine, Side } from './column-lines.js';
import { usualSize } from './fragments.js';
import type { Item } from './item.js';
import type { LayoutPhrases } from './layout-phrases.js';
import { withoutHeads } from './spread-heads.js';
import { type Grid, type Strip, tableGrid } from './table-grid.js';
import { small, TableLines } from './table-lines.js';

/** A page with its tables, captions and figures taken out of the text. */
export interface Separated {
  readonly lines: readonly ColumnLine[];
  readonly floats: readonly Float[];
  /** Text inside figures: axis labels, boxes of flow charts. */
  readonly figureText: readonly ColumnLine[];
  /** Captions of tables that go on. */
  readonly repeatedCaptions: readonly ColumnLine[];
}

/** A table that reaches the foot of its page, and may go on at the head of the next. */
interface OpenTable {
  readonly parts: TablePart[];
  readonly columns: readonly Strip[];
  /** The size of its print, in points. */
  readonly size: number;
}

/** Finds tables below their captions and figures above theirs. `bodySize` is the size of the article's text. */
export function separatePages(
  pages: readonly (readonly ColumnLine[])[],
  bodySize: number,
  phrases: LayoutPhrases,
): Separated[] {
  let open: OpenTable | undefined;
  let last: OpenTable | undefined;
  return pages.map((lines) => {
    const page = new PageWalk(lines, bodySize, phrases, last);
    if (open) page.continueTable(open);
    const separated = separate(lines, page, phrases);
    ({ open, last } = page);
    return separated;
  });
}

function separate(lines: readonly ColumnLine[], page: PageWalk, phrases: LayoutPhrases): Separated {
  for (const line of lines) if (phrases.tableCaption.test(line.plain)) page.takeTable(line);
  for (const line of lines) if (phrases.figureCaption.test(line.plain)) page.takeFigure(line);
  return {
    lines: lines.filter((line) => !page.taken.has(line)),
    floats: page.floats,
    figureText: page.figureText,
    repeatedCaptions: page.repeatedCaptions,
  };
}

class PageWalk {
  readonly taken = new Set<ColumnLine>();
  readonly floats: Float[] = [];
  readonly figureText: ColumnLine[] = [];
  readonly repeatedCaptions: ColumnLine[] = [];
  /** The table that nothing follows in its column. */
  open: OpenTable | undefined;
  private readonly table: TableLines;

  constructor(
    private readonly lines: readonly ColumnLine[],
    private readonly bodySize: number,
    private readonly phrases: LayoutPhrases,
    /** The last table of the pages before. */
    public last: OpenTable | undefined,
  ) {
    this.table = new TableLines(lines, bodySize, phrases);
  }

  /** A table: its caption, the lines below it up to the text, its notes. */
  takeTable(caption: ColumnLine): void {
    if (this.taken.has(caption)) return;
    const side = this.sideBelow(caption);
    const below = this.lines.filter(
      (line) => line.baseline > caption.baseline && within(line, side) && !this.taken.has(line),
    );
    const captions = [caption, ...this.moreCaption(below)];
    const rows = this.table.rowsFrom(below.slice(captions.length - 1));
    const grid = tableGrid(itemsOf(rows));
    if (!grid) return;
    const notes = this.table.notesFrom(below.slice(captions.length - 1 + rows.length));
    const goesOn = this.goesOn(caption, grid);
    if (!goesOn) {
      this.last = {
        parts: [{ page: caption.page, rows: grid.rows }],
        columns: grid.columns,
        size: usualSize(itemsOf(rows)),
      };
      this.float({ kind: 'lines', lines: captions }, side, caption);
      this.float({ kind: 'table', parts: this.last.parts }, side, caption);
    }
    if (notes.length > 0) this.float({ kind: 'lines', lines: notes }, side, caption);
    for (const line of [...captions, ...rows, ...notes]) this.taken.add(line);
    const reachesFoot = captions.length - 1 + rows.length === below.length;
    this.open = reachesFoot ? this.last : undefined;
  }

  /** Adds a table that goes on under a caption of its own to the one that it continues; its heads are printed again. */
  private goesOn(caption: ColumnLine, { columns, rows }: Grid): boolean {
    const { last } = this;
    if (!last || !this.phrases.continued.test(caption.plain) || columns.length !== last.columns.length) return false;
    last.parts.push({ page: caption.page, rows: withoutHeads(rows, last.parts[0]?.rows ?? []) });
    this.repeatedCaptions.push(caption);
    return true;
  }

  /** Takes the rows at the head of the page that stand in the columns of the table before. */
  continueTable({ parts, columns, size }: OpenTable): void {
    const rows = this.table.rowsFrom(this.lines);
    const [first, second] = rows;
    if (!first || !second || !rows.slice(0, 3).some(({ text }) => / {2}/.test(text))) return;
    if (Math.abs(usualSize(itemsOf(rows)) - size) > 0.08 * size) return;
    const grid = tableGrid(itemsOf(rows), columns);
    if (!grid) return;
    parts.push({ page: first.page, rows: grid.rows });
    const notes = this.table.notesFrom(this.lines.slice(rows.length));
    if (notes.length > 0) this.float({ kind: 'lines', lines: notes }, first.side, notes[0] as ColumnLine);
    for (const line of [...rows, ...notes]) this.taken.add(line);
    if (rows.length === this.lines.length) this.open = { parts, columns, size };
  }

  /** A figure: its caption, what is printed in it above, and the lines below the caption that belong to it. */
  takeFigure(caption: ColumnLine): void {
    if (this.taken.has(caption)) return;
    const side = caption.side;
    const above = this.lines.filter(
      (line) => line.baseline < caption.baseline && within(line, side) && !this.taken.has(line),
    );
    const inside: ColumnLine[] = [];
    const notes: ColumnLine[] = [];
    for (const line of above.reverse()) {
      // What stands between a note and the caption goes on with the note.
      if (this.table.isNote(line)) notes.unshift(line, ...inside.splice(0).reverse());
      else if (this.isBody(line)) break;
      else inside.push(line);
      this.taken.add(line);
    }
    this.figureText.push(...inside);
    const lines = [...notes, caption];
    const below = this.lines.filter(
      (line) => line.baseline > caption.baseline && within(line, side) && !this.taken.has(line),
    );
    for (const line of below) {
      const last = lines.at(-1) as ColumnLine;
      if (line.size > small * this.bodySize || line.baseline - last.baseline > 2 * last.size) break;
      lines.push(line);
    }
    this.float({ kind: 'lines', lines }, side, caption);
    for (const line of lines) this.taken.add(line);
  }

  private float(block: Block, side: Side, { baseline, page }: ColumnLine): void {
    this.floats.push({ block, side, top: baseline, page });
  }

  /** A caption in one column may open a table across both. */
  private sideBelow(caption: ColumnLine): Side {
    if (caption.side === 'across') return 'across';
    const next = this.lines.filter((line) => line.baseline > caption.baseline).slice(0, 3);
    return next.some((line) => line.side === 'across' && line.baseline - caption.baseline < 5 * caption.size)
      ? 'across'
      : caption.side;
  }

  /** Further lines of a caption, such as the English one. */
  private moreCaption(below: readonly ColumnLine[]): ColumnLine[] {
    const first = below[0];
    return first && this.phrases.tableCaption.test(first.plain) ? [first] : [];
  }

  /** Whether a line above a figure is text: as large as text, and long, or the short end of a paragraph. */
  private isBody(line: ColumnLine): boolean {
    if (Math.abs(line.size - this.bodySize) > 0.06 * this.bodySize || / {2}/.test(line.text)) return false;
    return line.right - line.left > 8 * line.size || /[\u3002\uff1b.;]$/u.test(line.text);
  }
}

function itemsOf(lines: readonly ColumnLine[]): Item[] {
  return lines.flatMap(({ items }) => [...items]);
}

/** Whether a line stands in a column; across the page everything does. */
function within(line: ColumnLine, side: Side): boolean {
  return side === 'across' || line.side === side || line.side === 'across';
}

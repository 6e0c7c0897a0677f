import type { Block, Float, TablePart } from './block.js';
import type { ColumnLine, Side } from './column-lines.js';
import type { Item } from './item.js';
import type { LayoutPhrases } from './layout-phrases.js';
import { type Strip, tableGrid } from './table-grid.js';

/** A page with its tables, captions and figures taken out of the text. */
export interface Separated {
  readonly lines: readonly ColumnLine[];
  readonly floats: readonly Float[];
  /** Text inside figures: axis labels, boxes of flow charts. */
  readonly figureText: readonly ColumnLine[];
}

/** Print of less than this share of the body's size is not body text. */
const small = 0.95;

/** A table that reaches the foot of its page, and may go on at the head of the next. */
interface OpenTable {
  readonly parts: TablePart[];
  readonly columns: readonly Strip[];
}

/** Finds tables below their captions and figures above theirs. `bodySize` is the size of the article's text. */
export function separatePages(
  pages: readonly (readonly ColumnLine[])[],
  bodySize: number,
  phrases: LayoutPhrases,
): Separated[] {
  let open: OpenTable | undefined;
  return pages.map((lines) => {
    const page = new PageWalk(lines, bodySize, phrases);
    if (open) page.continueTable(open);
    const separated = separate(lines, page, phrases);
    open = page.open;
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
  };
}

class PageWalk {
  readonly taken = new Set<ColumnLine>();
  readonly floats: Float[] = [];
  readonly figureText: ColumnLine[] = [];
  /** The table that nothing follows in its column. */
  open: OpenTable | undefined;

  constructor(
    private readonly lines: readonly ColumnLine[],
    private readonly bodySize: number,
    private readonly phrases: LayoutPhrases,
  ) {}

  /** A table: its caption, the lines below it up to the text, its notes. */
  takeTable(caption: ColumnLine): void {
    if (this.taken.has(caption)) return;
    const side = this.sideBelow(caption);
    const below = this.lines.filter(
      (line) => line.baseline > caption.baseline && within(line, side) && !this.taken.has(line),
    );
    const captions = [caption, ...this.moreCaption(below)];
    const rows = this.tableRows(below.slice(captions.length - 1));
    const grid = tableGrid(itemsOf(rows));
    if (!grid) return;
    const notes = this.notesBelow(below.slice(captions.length - 1 + rows.length));
    this.float({ kind: 'lines', lines: captions }, side, caption);
    const parts = [{ page: caption.page, rows: grid.rows }];
    this.float({ kind: 'table', parts }, side, caption);
    if (notes.length > 0) this.float({ kind: 'lines', lines: notes }, side, caption);
    for (const line of [...captions, ...rows, ...notes]) this.taken.add(line);
    const reachesFoot = captions.length - 1 + rows.length === below.length;
    this.open = reachesFoot ? { parts, columns: grid.columns } : undefined;
  }

  /** Takes the rows at the head of the page that stand in the columns of the table before. */
  continueTable({ parts, columns }: OpenTable): void {
    const rows = this.tableRows(this.lines);
    const first = rows[0];
    if (!first || !rows.slice(0, 3).some(({ text }) => / {2}/.test(text))) return;
    const grid = tableGrid(itemsOf(rows), columns);
    if (!grid) return;
    parts.push({ page: first.page, rows: grid.rows });
    const notes = this.notesBelow(this.lines.slice(rows.length));
    if (notes.length > 0) this.float({ kind: 'lines', lines: notes }, first.side, notes[0] as ColumnLine);
    for (const line of [...rows, ...notes]) this.taken.add(line);
    if (rows.length === this.lines.length) this.open = { parts, columns };
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
      if (this.isNote(line)) notes.unshift(line, ...inside.splice(0).reverse());
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

  private tableRows(below: readonly ColumnLine[]): ColumnLine[] {
    const rows: ColumnLine[] = [];
    for (const line of below) {
      const before = rows.at(-1);
      if (this.isNote(line) || this.phrases.tableCaption.test(line.plain)) break;
      if (rows.length > 0 && this.resumesText(line, rows)) break;
      if (before && line.baseline - before.baseline > 4.5 * line.size) break;
      rows.push(line);
    }
    return rows;
  }

  /** Whether the running text goes on here: print of its size below a table in smaller print, or a full line. */
  private resumesText(line: ColumnLine, rows: readonly ColumnLine[]): boolean {
    const usual = rows.map(({ size }) => size).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
    if (usual < small * this.bodySize) return line.size >= 0.97 * this.bodySize && line.size > 1.03 * usual;
    const width = Math.max(
      ...this.lines.filter(({ side }) => side === line.side).map(({ left, right }) => right - left),
    );
    return line.right - line.left > 0.9 * width && !/ {2}/.test(line.text);
  }

  private notesBelow(below: readonly ColumnLine[]): ColumnLine[] {
    const notes: ColumnLine[] = [];
    for (const line of below) {
      const before = notes.at(-1);
      if (!before && !this.isNote(line)) break;
      if (before && !this.isNote(line)) {
        if (Math.abs(line.size - before.size) > 0.06 * line.size || line.baseline - before.baseline > 1.9 * line.size)
          break;
        if (line.size >= 0.97 * this.bodySize) break;
      }
      notes.push(line);
    }
    return notes;
  }

  private isNote(line: ColumnLine): boolean {
    return this.phrases.note.test(line.plain);
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

import { Parser } from 'htmlparser2';
import type { Cell } from '../model/index.js';
import type { Span } from '../text/index.js';

/** The rows of a table in HTML, and how many of them hold head cells only. */
export interface MarkupRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly heads: number | undefined;
  readonly caption: Span<'text'> | undefined;
}

interface OpenCell {
  readonly columns: number;
  readonly rows: number;
  readonly start: number;
}

const tagsOfTables = /^<\/?(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)[\s>/]/iu;

/**
 * Reads a table in HTML from `<table` to `</table>`; `base` is where it begins in the text. Cells whose tags are not
 * closed end where the next begins.
 */
export function htmlRows(markup: string, base: number): MarkupRows {
  const reader = new RowReader(markup, base);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes, parser.endIndex + 1),
    onclosetag: (name) => reader.close(name, parser.startIndex),
  });
  parser.end(withoutLooseSigns(markup));
  const { rows, heads, caption } = reader;
  return { rows, heads: heads > 0 ? heads : undefined, caption };
}

/** A less-than sign that opens no tag of a table is text (`<60`, `<ULN`); its place-holder is as long. */
function withoutLooseSigns(markup: string): string {
  return markup.replace(/</gu, (sign, at: number) => (tagsOfTables.test(markup.slice(at, at + 12)) ? sign : '\uff1c'));
}

/** Gathers the cells of a table while its tags are read. */
class RowReader {
  readonly rows: Cell[][] = [];
  caption: Span<'text'> | undefined;
  heads = 0;
  /** For each column how many more rows the cell above it spans. */
  private below: number[] = [];
  private cell: OpenCell | undefined;
  private onlyHeads = true;
  private captionStart = -1;

  constructor(
    private readonly markup: string,
    private readonly base: number,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>, inner: number): void {
    if (name === 'tr') this.beginRow();
    else if (name === 'caption') this.captionStart = inner;
    else if (name === 'td' || name === 'th') {
      if (this.rows.length === 0) this.beginRow();
      if (name === 'td') this.onlyHeads = false;
      this.cell = { columns: count(attributes.colspan), rows: count(attributes.rowspan), start: inner };
    }
  }

  close(name: string, outer: number): void {
    if (name === 'caption' && this.captionStart >= 0) this.caption = this.trimmed(this.captionStart, outer);
    else if (name === 'tr' && this.onlyHeads && this.heads === this.rows.length - 1) this.heads += 1;
    else if ((name === 'td' || name === 'th') && this.cell) this.add(this.cell, outer);
  }

  private beginRow(): void {
    if (this.rows.length > 0) this.below = this.below.map((rows) => Math.max(0, rows - 1));
    this.rows.push([]);
    this.onlyHeads = true;
  }

  private add({ columns, rows, start }: OpenCell, outer: number): void {
    const row = this.rows.at(-1) as Cell[];
    const last = row.at(-1);
    let column = last ? last.column + (last.columns ?? 1) : 0;
    while ((this.below[column] ?? 0) > 0) column += 1;
    row.push({ span: this.trimmed(start, outer), column, columns, rows });
    for (let at = column; at < column + columns; at += 1) this.below[at] = rows;
    this.cell = undefined;
  }

  private trimmed(start: number, end: number): Span<'text'> {
    const text = this.markup.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    return { start: this.base + from, end: this.base + Math.max(from, start + text.trimEnd().length) };
  }
}

/** The number of columns or rows that an attribute says; 1 for one that says none. */
function count(attribute: string | undefined): number {
  const printed = Number.parseInt(attribute ?? '1', 10);
  return printed > 0 && printed < 100 ? printed : 1;
}

import type { ColumnLine } from './column-lines.js';
import type { LayoutPhrases } from './layout-phrases.js';

/** Print of less than this share of the body's size is not body text. */
export const small = 0.95;

/** Tells which lines of a page belong to a table and which to the notes beneath. */
export class TableLines {
  constructor(
    private readonly lines: readonly ColumnLine[],
    private readonly bodySize: number,
    private readonly phrases: LayoutPhrases,
  ) {}

  /** The lines from the first on that are rows: up to a note, another caption, the running text or a wide gap. */
  rowsFrom(below: readonly ColumnLine[]): ColumnLine[] {
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

  /** The notes that these lines begin with. */
  notesFrom(below: readonly ColumnLine[]): ColumnLine[] {
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

  isNote(line: ColumnLine): boolean {
    return this.phrases.note.test(line.plain);
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
}

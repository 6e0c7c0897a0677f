import { type Box, isWide, type Page, type Run } from '../../text/index.js';
import { type Item, type PageItems, rectangleOf } from './item.js';
import { spaceBetween, tight } from './line-text.js';
import { type CitationStyle, superscript } from './scripts.js';

/** The frame of a page that boxes are fractions of. */
export type Frame = Pick<PageItems, 'number' | 'width' | 'height' | 'turns'>;

/** Writes items as text and remembers where each of them is printed. */
export class TextWriter {
  private text = '';
  private readonly runs: Run[] = [];
  private readonly starts = new Map<number, number>();
  private frame: Frame | undefined;

  constructor(
    private readonly frames: ReadonlyMap<number, Frame>,
    private readonly style: CitationStyle,
  ) {}

  /** Characters that are not printed: line ends, the borders of cells. */
  put(characters: string): void {
    this.text += characters;
  }

  /** The items of one line of a page, with the spaces that are printed between them. */
  line(page: number, items: readonly Item[]): void {
    this.frame = this.frames.get(page);
    if (!this.starts.has(page)) this.starts.set(page, this.text.length);
    const lineStart = this.text.length;
    for (let i = 0; i < items.length; ) {
      const item = items[i] as Item;
      const before = items[i - 1];
      if (before) this.put(spaceBetween(before, item));
      let end = i + 1;
      while (item.raised === 'above' && items[end]?.raised === 'above') end += 1;
      if (item.raised === 'above') this.superscript(items.slice(i, end), this.text.slice(lineStart));
      else this.item(item);
      i = end;
    }
  }

  /** Ends a line of a cell; characters that need no space between them get none, nor do the signs of a combination. */
  joinLine(next: Item | undefined): void {
    if (!next) return;
    const last = this.text.charAt(this.text.length - 1);
    const first = next.text.charAt(0);
    const isLinked = '+/~\uff5e'.includes(last) || '+/~\uff5e'.includes(first);
    if (!isLinked && !isWide(last.charCodeAt(0)) && !isWide(first.charCodeAt(0))) this.put(' ');
  }

  finish(): { text: string; pages: Page[]; runs: Run[] } {
    const pages = [...this.frames.keys()].sort((a, b) => a - b);
    let start = 0;
    const numbered = pages.map((number) => {
      start = this.starts.get(number) ?? start;
      return { number, start };
    });
    return { text: this.text, pages: numbered, runs: this.runs };
  }

  private superscript(items: readonly Item[], before: string): void {
    const printed = items.map(({ text }) => tight(text)).join('');
    const written = superscript(printed, before, this.style);
    const at = written.indexOf(printed);
    this.put(written.slice(0, at));
    for (const item of items) this.item(item);
    this.put(written.slice(at + printed.length));
  }

  private item(item: Item): void {
    const start = this.text.length;
    // The border of cells may stand in no cell.
    this.text += tight(item.text).replaceAll('|', '\uff5c').replaceAll('\n', ' ');
    const { frame } = this;
    if (frame)
      this.runs.push({ start, end: this.text.length, page: frame.number, box: boxOf(item, frame), turns: frame.turns });
  }
}

/** The box of an item on the page as it is displayed. */
function boxOf(item: Item, { width, height, turns }: Frame): Box {
  const { left, top, right, bottom } = rectangleOf(item);
  const [l, t, r, b] = [left / width, top / height, right / width, bottom / height];
  if (turns === 1) return [1 - b, l, 1 - t, r];
  if (turns === 2) return [1 - r, 1 - b, 1 - l, 1 - t];
  return turns === 3 ? [t, 1 - r, b, 1 - l] : [l, t, r, b];
}

import { type Fragment, usualSize } from './fragments.js';
import { lineText } from './line-text.js';

/** The text of a page that comes back on other pages, at the head or the foot: titles, journals, page numbers. */
export interface Furniture {
  readonly text: readonly Fragment[];
  readonly furniture: readonly Fragment[];
}

/** Heads and feet stand in this share of the page's height, from either edge. */
const margin = 0.14;

interface Page {
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

/**
 * Parts running heads, feet and page numbers from the text of each page: rows from either edge inwards, as long as
 * they hold words that come back at the same height on another page, or a page number, or stand where such rows do
 * on other pages and apart from the text.
 */
export function withoutFurniture(pages: readonly Page[]): Furniture[] {
  const levels = repeatedLevels(pages);
  return pages.map((page) => {
    const rows = rowsOf(page.fragments);
    const isHead = (row: Row, next: Row | undefined, usual: number): boolean =>
      isFurniture(row, next, page, levels) || isLoneHead(row, next, page, usual);
    const furniture = new Set<Fragment>();
    const usual = usualSize(page.fragments.flatMap(({ items }) => items));
    for (const order of [rows, [...rows].reverse()]) {
      for (let at = 0; at < order.length && isHead(order[at] as Row, order[at + 1], usual); at += 1)
        for (const line of (order[at] as Row).lines) furniture.add(line);
    }
    return {
      text: page.fragments.filter((line) => !furniture.has(line)),
      furniture: page.fragments.filter((line) => furniture.has(line)),
    };
  });
}

interface Row {
  readonly baseline: number;
  readonly lines: Fragment[];
}

/** Fragments by the line that they stand on, from top to bottom. */
function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: Row[] = [];
  for (const line of [...fragments].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && line.baseline - row.baseline < 0.4 * line.size) row.lines.push(line);
    else rows.push({ baseline: line.baseline, lines: [line] });
  }
  return rows;
}

/** Heights, as distances from the page's head or (negative) foot, by the words that come back there. */
type Levels = ReadonlyMap<string, readonly number[]>;

function repeatedLevels(pages: readonly Page[]): Levels {
  const seen = new Map<string, Seen[]>();
  pages.forEach((page, number) => {
    for (const line of page.fragments) {
      const level = levelOf(line.baseline, page);
      const key = level === undefined ? undefined : keyOf(line);
      if (level === undefined || key === undefined) continue;
      const places = seen.get(key) ?? [];
      places.push({ page: number, level });
      seen.set(key, places);
    }
  });
  const repeated = [...seen].map(([key, places]) => {
    const again = places.filter((place) =>
      places.some(({ page, level }) => page !== place.page && isSame(level, place.level)),
    );
    return [key, again.map(({ level }) => level)] as const;
  });
  return new Map(repeated.filter(([, levels]) => levels.length > 0));
}

interface Seen {
  readonly page: number;
  readonly level: number;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 3;
}

/** Distance of a height from the head of its page, or negative from its foot; undefined in the middle of the page. */
function levelOf(baseline: number, page: Page): number | undefined {
  if (baseline < margin * page.height) return baseline;
  return baseline > (1 - margin) * page.height ? baseline - page.height : undefined;
}

/** Words without their numbers; undefined for what has no words, such as the cells of a table. */
function keyOf(line: Fragment): string | undefined {
  const key = lineText(line.items).replace(/\d+/gu, '#').replace(/\s/gu, '');
  return /\p{L}/u.test(key) ? key : undefined;
}

function isFurniture(row: Row, next: Row | undefined, page: Page, levels: Levels): boolean {
  const level = levelOf(row.baseline, page);
  if (level === undefined) return false;
  // Two numbers beside each other are a row of a table.
  if ((row.lines.length === 1 && row.lines.every(isPageNumber)) || row.lines.some(isDecorated)) return true;
  // A first page may have its journal's name at another height than the others.
  if (row.lines.some((line) => levels.has(keyOf(line) ?? ''))) return true;
  const size = Math.max(...row.lines.map((line) => line.size));
  const apart = next === undefined || Math.abs(next.baseline - row.baseline) > 2.2 * size;
  return apart && [...levels.values()].some((others) => others.some((other) => isSame(other, level)));
}

/** Small print at the very head of a page, apart from the text: the journal, on a page that has no like. */
function isLoneHead(row: Row, next: Row | undefined, page: Page, usual: number): boolean {
  const size = Math.max(...row.lines.map((line) => line.size));
  const apart = next !== undefined && next.baseline - row.baseline > 2.5 * size;
  return apart && row.baseline < 0.1 * page.height && size < 0.9 * usual;
}

/** A number between dots or dashes, as only pages have. */
function isDecorated(line: Fragment): boolean {
  return /^[\u00b7\u2022\u2219\u2014\u2013-]\s*\d{1,5}\s*[\u00b7\u2022\u2219\u2014\u2013-]$/u.test(
    lineText(line.items),
  );
}

/** A number by itself, between dots, dashes or bars. */
function isPageNumber(line: Fragment): boolean {
  return /^[\s\u00b7\u2022\u2219.|\u2014\u2013-]*\d{1,5}[\s\u00b7\u2022\u2219.|\u2014\u2013-]*$/u.test(
    lineText(line.items),
  );
}

import type { Fragment } from './fragments.js';
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
 * Parts running heads, feet and page numbers from the text of each page. They are lines near an edge whose words
 * without their numbers come back at the same height, and what stands beside such lines or beyond them.
 */
export function withoutFurniture(pages: readonly Page[]): Furniture[] {
  const levels = repeatedLevels(pages);
  return pages.map((page) => {
    const furniture = new Set<Fragment>();
    const edge = edgesOf(page, levels);
    for (const line of page.fragments) {
      if (line.baseline <= edge.head || line.baseline >= edge.foot) furniture.add(line);
      else if (isPageNumber(line, page)) furniture.add(line);
    }
    // A page of nothing but furniture is a short page of text.
    return {
      text: page.fragments.filter((line) => !furniture.has(line)),
      furniture: page.fragments.filter((line) => furniture.has(line)),
    };
  });
}

/** Heights, as distances from the page's head or (negative) foot, at which a text comes back. */
function repeatedLevels(pages: readonly Page[]): number[] {
  const seen = new Map<string, { pages: Set<number>; levels: number[] }>();
  pages.forEach((page, number) => {
    for (const line of page.fragments) {
      const level = levelOf(line, page);
      if (level === undefined) continue;
      const key = `${level < 0 ? 'foot' : 'head'} ${keyOf(lineText(line.items))}`;
      const entry = seen.get(key) ?? { pages: new Set(), levels: [] };
      entry.pages.add(number);
      entry.levels.push(level);
      seen.set(key, entry);
    }
  });
  const levels: number[] = [];
  for (const entry of seen.values()) {
    if (entry.pages.size < 2) continue;
    const sorted = entry.levels.sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i += 1) {
      if ((sorted[i] as number) - (sorted[i - 1] as number) < 4)
        levels.push(sorted[i - 1] as number, sorted[i] as number);
    }
  }
  return levels;
}

/** Distance of a line from the head of its page, or negative from its foot; undefined in the middle of the page. */
function levelOf(line: Fragment, page: Page): number | undefined {
  if (line.baseline < margin * page.height) return line.baseline;
  return line.baseline > (1 - margin) * page.height ? line.baseline - page.height : undefined;
}

/** Words without their numbers. */
function keyOf(text: string): string {
  return text.replace(/\d+/gu, '#').replace(/\s/gu, '');
}

/** Down to where the head of a page reaches, and up to where its foot does. */
function edgesOf(page: Page, levels: readonly number[]): { head: number; foot: number } {
  let head = Number.NEGATIVE_INFINITY;
  let foot = Number.POSITIVE_INFINITY;
  for (const line of page.fragments) {
    const level = levelOf(line, page);
    if (level === undefined || !levels.some((other) => Math.abs(other - level) < 2.5)) continue;
    if (level >= 0) head = Math.max(head, line.baseline + 1);
    else foot = Math.min(foot, line.baseline - 1);
  }
  return { head, foot };
}

/** A number by itself, between dots, dashes or bars, at the very head or foot of the page. */
function isPageNumber(line: Fragment, page: Page): boolean {
  if (levelOf(line, page) === undefined) return false;
  const alone = /^[\s·•.|—–-]*\d{1,5}[\s·•.|—–-]*$/u.test(lineText(line.items));
  const outermost = page.fragments.every(
    (other) =>
      other === line ||
      (line.baseline < page.height / 2 ? other.baseline >= line.baseline - 2 : other.baseline <= line.baseline + 2),
  );
  return alone && outermost;
}

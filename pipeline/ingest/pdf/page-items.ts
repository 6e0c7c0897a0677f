import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { weightOf } from '../../text/index.js';
import type { Item, PageItems } from './item.js';
import { claimsTooMuch, latinWidth } from './latin-widths.js';

/** What is needed of pdfjs's viewport at scale 1: the page as displayed, in points. */
export interface PageView {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

interface Placed {
  readonly text: string;
  /** Where its first character stands on the displayed page. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  /** Quarter turns of its direction, clockwise; undefined where it is askew. */
  readonly turns: 0 | 1 | 2 | 3 | undefined;
}

/** The items of a page, turned so that most of its text is upright. Empty items and spaces are dropped. */
export function pageItems(number: number, content: TextContent, view: PageView): PageItems {
  const placed = content.items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? placedItem(item, view) : [],
  );
  const turns = mainTurns(placed);
  const upright = turns % 2 === 0 ? view : { width: view.height, height: view.width };
  const askew: string[] = [];
  const items: Item[] = [];
  for (const item of placed) {
    if (item.turns !== turns) askew.push(item.text);
    else addItem(items, uprightItem(item, turns, view));
  }
  return { number, width: upright.width, height: upright.height, turns, items, askew };
}

/** Adds an item; a mark that was set apart from its letter joins it. */
function addItem(items: Item[], item: Item): void {
  const last = items.at(-1);
  if (last && /^\p{M}+$/u.test(item.text) && Math.abs(item.left - last.right) < 0.6 * item.size)
    items[items.length - 1] = { ...last, text: (last.text + item.text).normalize('NFC') };
  else items.push(item);
}

function placedItem(item: TextItem, { transform }: PageView): Placed {
  const [a, b, c, d, e, f] = item.transform as number[];
  const [ta, tb, tc, td, te, tf] = transform as number[];
  const along = [ta! * a! + tc! * b!, tb! * a! + td! * b!] as const;
  const up = [ta! * c! + tc! * d!, tb! * c! + td! * d!] as const;
  const lead = item.str.length - item.str.trimStart().length;
  const text = shownText(item.str.trim());
  const length = Math.hypot(...along) || 1;
  const whole = weight(item.str) || 1;
  const before = (item.width * weight(item.str.slice(0, lead))) / whole;
  return {
    text,
    x: ta! * e! + tc! * f! + te! + (along[0] / length) * before,
    y: tb! * e! + td! * f! + tf! + (along[1] / length) * before,
    size: Math.hypot(...up),
    width: (item.width * weight(text)) / whole,
    turns: turnsOf(along[0], along[1]),
  };
}

/** Control characters are glyphs whose character is not known and are shown as such; marks join their letters. */
function shownText(text: string): string {
  let shown = '';
  for (const character of text) shown += (character.codePointAt(0) ?? 0) < 0x20 ? '\ufffd' : character;
  return shown.normalize('NFC');
}

/** Quarter turns of a direction on a page whose y runs downwards. */
function turnsOf(x: number, y: number): Placed['turns'] {
  const quarters = Math.atan2(y, x) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.06) return undefined;
  return ((nearest + 4) % 4) as 0 | 1 | 2 | 3;
}

/** The direction in which most characters run. */
function mainTurns(placed: readonly Placed[]): 0 | 1 | 2 | 3 {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { turns, text } of placed) if (turns !== undefined) counts[turns] += text.length;
  return counts.indexOf(Math.max(...counts)) as 0 | 1 | 2 | 3;
}

function uprightItem({ text, x, y, size, width }: Placed, turns: 0 | 1 | 2 | 3, view: PageView): Item {
  const [left, baseline] = uprightPoint(x, y, turns, view);
  const estimated = claimsTooMuch(text, width, size);
  return { text, left, right: left + (estimated ? latinWidth(text) * size : width), baseline, size, estimated };
}

function uprightPoint(x: number, y: number, turns: 0 | 1 | 2 | 3, view: PageView): [number, number] {
  if (turns === 1) return [y, view.width - x];
  if (turns === 2) return [view.width - x, view.height - y];
  return turns === 3 ? [view.height - y, x] : [x, y];
}

function weight(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += weightOf(text.charCodeAt(i));
  return sum;
}

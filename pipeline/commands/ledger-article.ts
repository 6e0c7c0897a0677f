import type { NumberEntry } from '../model/index.js';

/** Shows a number of a class. */
export type Paint = (text: string, status: string) => string;

/** The colour of each class for a terminal; classes that often stand together differ. */
const colours: Readonly<Record<string, string>> = {
  recorded: '32',
  unresolved: '1;31',
  heading: '34',
  table: '34',
  method: '34',
  date: '36',
  time: '36',
  name: '35',
  grade: '33',
  'dose-note': '33',
  criterion: '33',
};
const grey = '90';

/** A text in the colour of its class. */
export const inColour: Paint = (text, status) => `\u001b[${colours[status] ?? grey}m${text}\u001b[0m`;

/** A number with its class behind it, for plain text: `⟦5|citation⟧`. */
export const withClass: Paint = (text, status) => `⟦${text}|${status}⟧`;

/** The article as received, each number painted with what became of it. Entries stand in order. */
export function ledgerArticle(text: string, entries: readonly NumberEntry[], paint: Paint): string {
  const parts: string[] = [];
  let at = 0;
  for (const { place, status } of entries) {
    parts.push(text.slice(at, place.start), paint(text.slice(place.start, place.end), status));
    at = place.end;
  }
  return `${parts.join('')}${text.slice(at)}`.replace(/\n*$/, '\n');
}

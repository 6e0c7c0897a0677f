import type { NumberEntry } from '../model/index.js';
import type { Document } from '../text/index.js';

const escape = '\u001b[';
const recordedColour = '32';
const openColour = '1;31';

/** A colour for each class, so that classes that stand together in an article can be told apart. */
const colours: Readonly<Record<string, string>> = {
  recorded: recordedColour,
  unresolved: openColour,
  citation: '90',
  heading: '34',
  'front-matter': '90',
  page: '90',
  garbled: '9;90',
  reference: '90',
  english: '90',
  figure: '90',
  table: '34',
  date: '36',
  name: '35',
  grade: '33',
  time: '36',
  'dose-note': '33',
  criterion: '33',
  method: '34',
  background: '90',
};

/** A class in its colour. */
export function coloured(text: string, status: string): string {
  return `${escape}${colours[status] ?? '90'}m${text}${escape}0m`;
}

/** The article as received, each number in the colour of its class. */
export function colouredArticle({ source }: Document, entries: readonly NumberEntry[]): string {
  let shown = '';
  let at = 0;
  for (const { place, status } of entries) {
    shown += source.text.slice(at, place.start) + coloured(source.text.slice(place.start, place.end), status);
    at = place.end;
  }
  return `${shown}${source.text.slice(at)}`.replace(/\n*$/, '\n');
}

/** The article as received; a number that is not recorded carries its class: `[5|citation]`. */
export function markedArticle({ source }: Document, entries: readonly NumberEntry[]): string {
  let shown = '';
  let at = 0;
  for (const { place, status } of entries) {
    const text = source.text.slice(place.start, place.end);
    shown += `${source.text.slice(at, place.start)}⟦${text}|${status}⟧`;
    at = place.end;
  }
  return `${shown}${source.text.slice(at)}`.replace(/\n*$/, '\n');
}

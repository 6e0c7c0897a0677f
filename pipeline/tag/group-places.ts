import { phrase, type Rulebook } from '../rulebook/index.js';
import type { Named } from './introduced-names.js';

/** Where a group is named, unless its name is the end of another one. */
export function placesOf(label: string, text: string, rulebook: Rulebook): Named[] {
  const places: Named[] = [];
  const word = phrase(rulebook, 'introductions.word');
  const negated = phrase(rulebook, 'introductions.negated');
  const joined = phrase(rulebook, 'introductions.joined');
  for (let start = text.indexOf(label); start >= 0; start = text.indexOf(label, start + label.length)) {
    const end = start + label.length;
    const tail = word.exec(text.slice(end, end + 3));
    const before = text.slice(Math.max(0, start - 1), start);
    const cut = /[A-Za-z0-9+-]/u.test(before) && /^[A-Za-z0-9]/u.test(label);
    const isPart = joined.test(text.slice(Math.max(0, start - 2), start));
    if (tail?.index === 0 && !cut && !isPart && !negated.test(before))
      places.push({ label: label + tail[0], start, end: end + tail[0].length });
  }
  return places;
}

/** In order; of two that overlap the longer one. */
export function longest(places: readonly Named[]): Named[] {
  const bySize = [...places].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Named[] = [];
  for (const place of bySize)
    if (kept.every(({ start, end }) => end <= place.start || place.end <= start)) kept.push(place);
  return kept.sort((a, b) => a.start - b.start);
}

import type { Span } from '../text/index.js';
import type { Line } from './line.js';

/** Whether a line is written in Latin letters: more than three of five of its letters. */
export function isEnglish(text: string): boolean {
  let capitals = 0;
  let small = 0;
  let other = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) small += 1;
    else if (code >= 65 && code <= 90) capitals += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) other += 1;
  }
  // Chinese full of abbreviations is Chinese: English is mostly small letters.
  return small + capitals > 20 && small + capitals > 4 * other && small > capitals;
}

/**
 * Cuts a line into sentences: at Chinese full stops, question and exclamation marks, at a Latin full stop
 * between a digit and a Han character, and in English text at a full stop before a capital.
 */
export function sentencesOf(line: Line, english: boolean): Span<'text'>[] {
  const ends = english ? /[.!?](?=\s+[A-Z[])/gu : /[\u3002\uff01\uff1f!?]|(?<=[\d)\]])\.(?=\p{Script=Han})/gu;
  const spans: Span<'text'>[] = [];
  let from = 0;
  for (const match of line.text.matchAll(ends)) {
    const until = match.index + match[0].length;
    push(line, from, until, spans);
    from = until;
  }
  push(line, from, line.text.length, spans);
  return spans;
}

function push(line: Line, from: number, until: number, spans: Span<'text'>[]): void {
  const text = line.text.slice(from, until);
  const lead = text.length - text.trimStart().length;
  if (text.trim() === '') return;
  spans.push({ start: line.span.start + from + lead, end: line.span.start + until });
}

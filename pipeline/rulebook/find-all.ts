import { neededWords } from './needed-words.js';

/** An expression as it is asked for all places in a text. */
interface Search {
  /** Phrases are compiled to find the first one; this finds every one. */
  readonly every: RegExp;
  /** A text that has none of the words of one of these lists has no find. */
  readonly needed: readonly (readonly string[])[];
}

const searches = new WeakMap<RegExp, Search>();

/** A text shorter than that is searched sooner than it is asked for words. */
const long = 400;

/**
 * All that an expression finds in a text, in order, but for finds of nothing. `matchAll` asks for an expression made to
 * find all places and copies it for every text; this makes the one it needs once, which counts where clauses are asked.
 */
export function findAll(expression: RegExp, text: string): RegExpExecArray[] {
  const { every, needed } = searchFor(expression);
  const found: RegExpExecArray[] = [];
  if (text.length > long && needed.some((either) => !either.some((word) => has(text, word)))) return found;
  every.lastIndex = 0;
  for (let match = every.exec(text); match; match = every.exec(text)) {
    if (match[0] === '') every.lastIndex += 1;
    else found.push(match);
  }
  return found;
}

function searchFor(expression: RegExp): Search {
  const known = searches.get(expression);
  if (known) return known;
  const every = expression.global ? expression : new RegExp(expression, `${expression.flags}g`);
  const search = { every, needed: neededWords(expression) };
  searches.set(expression, search);
  return search;
}

/** The text that was asked last: hundreds of rules ask one text, many of them for the same words. */
let asked = '';
/** By code unit, whether that text has it. */
const letters = new Uint8Array(0x10000);
const words = new Map<string, boolean>();

function has(text: string, word: string): boolean {
  if (text !== asked) ask(text);
  for (let i = 0; i < word.length; i += 1) if (letters[word.charCodeAt(i)] === 0) return false;
  if (word.length === 1) return true;
  const known = words.get(word) ?? text.includes(word);
  words.set(word, known);
  return known;
}

function ask(text: string): void {
  asked = text;
  words.clear();
  letters.fill(0);
  for (let i = 0; i < text.length; i += 1) letters[text.charCodeAt(i)] = 1;
}

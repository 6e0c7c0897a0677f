import nodejieba from 'nodejieba';
import type { Rulebook } from '../rulebook/index.js';
import type { Span } from '../text/index.js';

/** A word of the segmentation with nodejieba's part of speech (n, v, x …). */
export interface Token {
  readonly span: Span<'text'>;
  readonly text: string;
  readonly tag: string;
}

let taught: string | undefined;

/** Gives the words of our lexicon to the process-wide dictionary, once for each rulebook. */
function teach(rulebook: Rulebook): void {
  if (taught === rulebook.hash) return;
  for (const form of rulebook.lexicon.forms) if (/^\p{Script=Han}{2,}$/u.test(form)) nodejieba.insertWord(form);
  taught = rulebook.hash;
}

/** The words of a stretch of text. Throws if nodejieba does not give back the same characters. */
export function tokensOf(text: string, start: number, rulebook: Rulebook): Token[] {
  teach(rulebook);
  const tokens: Token[] = [];
  let at = start;
  for (const { word, tag } of nodejieba.tag(text)) {
    tokens.push({ text: word, tag, span: { start: at, end: at + word.length } });
    at += word.length;
  }
  if (at !== start + text.length) throw new Error(`Tokens cover ${at - start} of ${text.length} characters.`);
  return tokens;
}

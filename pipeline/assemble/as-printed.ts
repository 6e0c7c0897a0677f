import type { Document } from '../text/index.js';

/** The repair after which names are no longer printed as the source has them: `單藥組` was read as `单药组`. */
const traditional = 'variants.traditional';

/** A name as the source prints it where the whole text was turned into other characters, one for one. */
export function asPrinted(document: Document, name: string): string {
  const at = document.layers.some(({ ruleId }) => ruleId === traditional) ? document.text.indexOf(name) : -1;
  if (at < 0) return name;
  const { source, origins } = document;
  return [...name]
    .map((char, i) => variantOf(char, source.text.slice(origins.starts[at + i], origins.ends[at + i])))
    .join('');
}

/** The other Han character that one was read from, else the character itself. */
function variantOf(char: string, printed: string): string {
  return /^\p{Script=Han}$/u.test(printed) ? printed : char;
}

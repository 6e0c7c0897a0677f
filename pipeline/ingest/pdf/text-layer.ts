import { isHan, type PageItems } from './item.js';
import type { LayoutPhrases } from './layout-phrases.js';
import type { PdfNote } from './pdf-text.js';
import { RefusedPdf } from './refusal.js';

/** A page with fewer characters holds no text worth the name. */
const fewest = 24;
/** Han characters that it takes to judge by how often the common ones occur. */
const enough = 400;

type Verdict = 'text' | 'none' | 'broken';

/**
 * The pages whose text can be used. Throws a RefusedPdf where half of the pages or more have no text, or one that no
 * encoding makes sense of; fewer are left out with a warning.
 */
export function usablePages(
  pages: readonly PageItems[],
  phrases: Pick<LayoutPhrases, 'frequent'>,
): { pages: PageItems[]; notes: PdfNote[] } {
  const texts = pages.map(({ items }) => items.map(({ text }) => text).join(''));
  const verdicts = texts.map(verdictOf);
  const count = (verdict: Verdict): number => verdicts.filter((other) => other === verdict).length;
  if (2 * count('none') >= pages.length && count('none') >= count('broken')) throw new RefusedPdf({ kind: 'no-text' });
  const text = texts.filter((_, i) => verdicts[i] === 'text').join('');
  if (2 * count('broken') >= pages.length - count('none') || isScrambled(text, phrases.frequent))
    throw new RefusedPdf({ kind: 'broken-text' });
  const notes = pages.flatMap(({ number }, i): PdfNote[] => {
    if (verdicts[i] === 'text') return [];
    const why = verdicts[i] === 'none' ? 'no text layer' : 'a text layer in no usable encoding';
    return [{ severity: 'warning', ruleId: 'ingest.page-left-out', reason: `Page ${number} has ${why}; left out.` }];
  });
  return { pages: pages.filter((_, i) => verdicts[i] === 'text'), notes };
}

/** What the characters of a page look like. */
function verdictOf(text: string): Verdict {
  const printed = text.replace(/\s/gu, '');
  if (printed.length < fewest) return 'none';
  let han = 0;
  let signs = 0;
  let odd = 0;
  for (const character of printed) {
    const code = character.codePointAt(0) ?? 0;
    if (isHan(code)) han += 1;
    else if (isOdd(code)) odd += 1;
    else if (code < 0x7f && !isLetterOrDigit(code)) signs += 1;
  }
  if (odd > 0.15 * printed.length) return 'broken';
  // A table may be full of signs; a page without Han is English, or the codes of Han characters taken for ASCII.
  return han < 0.1 * printed.length && odd + signs > 0.3 * printed.length ? 'broken' : 'text';
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Control characters, Latin letters with marks, private use, unassigned: an article has hardly any of them. */
function isOdd(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xb0)) return true;
  if (code >= 0xb8 && code < 0x370) return code !== 0xd7;
  return (code >= 0x530 && code < 0x1e00) || (code >= 0xe000 && code < 0xf900) || code >= 0xfff0;
}

/** Characters of Chinese that are not those of Chinese text: rare ones throughout, or the common ones missing. */
function isScrambled(text: string, frequent: RegExp): boolean {
  let han = 0;
  let common = 0;
  let usual = 0;
  for (const character of text) {
    if (!isHan(character.codePointAt(0) ?? 0)) continue;
    han += 1;
    if (frequent.test(character)) common += 1;
    if (firstLevel().has(character)) usual += 1;
  }
  return han >= enough && (common < 0.02 * han || usual < 0.6 * han);
}

let level: ReadonlySet<string> | undefined;

/** The 3755 characters of the first level of GB 2312, which make up nearly all of a text. */
function firstLevel(): ReadonlySet<string> {
  if (level) return level;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  level = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
  return level;
}

import type { PageItems } from './item.js';
import type { PdfNote } from './pdf-text.js';

/** Tells which characters of a page have no meaning of their own: private use, or not known to the font. */
export function unknownGlyphs({ number, items }: PageItems): PdfNote[] {
  const counts = new Map<number, number>();
  for (const { text } of items) {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (isUnknown(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return [];
  const told = [...counts].sort(([a], [b]) => a - b).map(([code, count]) => `U+${hexadecimal(code)} (${count})`);
  const shown = told.length > 6 ? [...told.slice(0, 6), '…'] : told;
  const reason = `Page ${number}: characters without a known meaning: ${shown.join(', ')}`;
  return [{ severity: 'warning', ruleId: 'ingest.unknown-glyphs', reason }];
}

/** The replacement character and the private use area, but for the Symbol font's part of it, which a rule reads. */
function isUnknown(code: number): boolean {
  return code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff && !(code >= 0xf020 && code <= 0xf0ff));
}

function hexadecimal(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

import { join } from 'node:path';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { decodeSource, type Extraction, extract } from '../../pipeline/run.js';

export const rulebook = loadRulebook(join(import.meta.dirname, '../../rules'));

/** What the pipeline makes of a text. */
export function extracted(text: string): Extraction {
  return extract(decodeSource('article.txt', Buffer.from(text)).source, rulebook, '0.0.0');
}

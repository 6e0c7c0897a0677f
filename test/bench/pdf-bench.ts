import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { phraseSources } from '../../pipeline/ingest/pdf/layout-phrases.js';
import { openDocument } from '../../pipeline/ingest/pdf/open-document.js';
import { pdfText } from '../../pipeline/ingest/pdf/pdf-worker.js';
import type { Rulebook } from '../../pipeline/rulebook/index.js';
import { fixturePdf, fixtures } from '../typeset/fixtures.js';
import { median, milliseconds } from './table.js';

const rounds = 12;

/** The typeset articles, and what else the command line names. */
function pdfs(): [name: string, bytes: Uint8Array][] {
  const named = process.argv.slice(2).filter((path) => path.endsWith('.pdf'));
  return [
    ...fixtures.map(({ name }): [string, Uint8Array] => [name, fixturePdf(name)]),
    ...named.map((path): [string, Uint8Array] => [basename(path), readFileSync(path)]),
  ];
}

/** What pdfjs alone takes to give the text items of every page. */
async function textItems(bytes: Uint8Array): Promise<void> {
  const document = await openDocument(Uint8Array.from(bytes), undefined, 'strict');
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent({ disableNormalization: true });
    page.cleanup();
  }
  await document.loadingTask.destroy();
}

/** Time of pdfjs's text items and of the whole reading of the same PDF, in turn, and how they compare. */
export async function measurePdfs(rulebook: Rulebook): Promise<string[][]> {
  const phrases = phraseSources(rulebook);
  const rows: string[][] = [];
  for (const [name, bytes] of pdfs()) {
    const items: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < 2 * rounds; round += 1) {
      const began = performance.now();
      await textItems(bytes);
      const between = performance.now();
      await pdfText({ bytes, phrases });
      // The first half warms up.
      if (round < rounds) continue;
      items.push(between - began);
      whole.push(performance.now() - between);
    }
    const ratio = median(whole) / median(items);
    rows.push([name, milliseconds(median(items)), milliseconds(median(whole)), `ratio ${ratio.toFixed(2)}`]);
  }
  return rows;
}

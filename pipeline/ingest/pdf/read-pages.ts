import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import type { PageItems } from './item.js';
import { limits } from './limits.js';
import { openDocument, refused, type Strictness } from './open-document.js';
import { pageItems } from './page-items.js';
import { RefusedPdf } from './refusal.js';

/** The items of the pages that are read, and the numbers of pages where damage was passed over. */
export interface ReadPages {
  readonly pages: readonly PageItems[];
  readonly damaged: readonly number[];
}

/** Numbers of the first and last page of a range, from 1. */
export type PageRange = readonly [first: number, last: number];

/**
 * Reads the text items of a PDF page by page; of a page nothing but them is kept. A page with errors is read once
 * more, passing over them. Throws a RefusedPdf.
 */
export async function readPages(
  bytes: Uint8Array,
  password: string | undefined,
  ranges: readonly PageRange[] | undefined,
): Promise<ReadPages> {
  const first = await readWith('strict', bytes, password, ranges);
  if (first.damaged.length === 0) return first;
  const again = await readWith('lenient', bytes, password, ranges);
  const lost = again.damaged[0];
  if (lost !== undefined) throw new RefusedPdf({ kind: 'damaged', detail: `page ${lost}` });
  return { pages: again.pages, damaged: first.damaged };
}

async function readWith(
  strictness: Strictness,
  bytes: Uint8Array,
  password: string | undefined,
  ranges: readonly PageRange[] | undefined,
): Promise<ReadPages> {
  // pdfjs takes the bytes over and wants no Buffer.
  const document = await openDocument(new Uint8Array(bytes), password, strictness);
  try {
    const pages: PageItems[] = [];
    const damaged: number[] = [];
    for (const number of numbersOf(document, ranges)) {
      try {
        pages.push(await readPage(await document.getPage(number), number));
      } catch (error) {
        const { refusal } = refused(error);
        if (refusal.kind !== 'damaged') throw error;
        damaged.push(number);
      }
    }
    return { pages, damaged };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The pages to read, in order and each once. */
function numbersOf({ numPages }: PDFDocumentProxy, ranges: readonly PageRange[] | undefined): number[] {
  if (!(numPages > 0)) throw new RefusedPdf({ kind: 'no-pages' });
  const beyond = ranges?.find(([, last]) => last > numPages);
  if (beyond) throw new RefusedPdf({ kind: 'no-such-page', detail: String(beyond[1]) });
  const count = ranges ? Math.min(numPages, sum(ranges.map(([from, to]) => to - from + 1))) : numPages;
  if (count > limits.pages) throw new RefusedPdf({ kind: 'pages', detail: String(count) });
  const wanted = (number: number): boolean => !ranges || ranges.some(([from, to]) => from <= number && number <= to);
  return Array.from({ length: numPages }, (_, i) => i + 1).filter(wanted);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function readPage(page: PDFPageProxy, number: number): Promise<PageItems> {
  const content: TextContent = { items: [], styles: {}, lang: null };
  const reader = page.streamTextContent({ disableNormalization: true }).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) content.items.push(item);
    if (content.items.length <= limits.items) continue;
    await reader.cancel(new Error('too many items'));
    throw new RefusedPdf({ kind: 'items', detail: String(number) });
  }
  const items = pageItems(number, content, page.getViewport({ scale: 1 }));
  page.cleanup();
  return items;
}

import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IngestError, sourceOf } from '../../../pipeline/ingest/index.js';
import { assembled, handmadePdf, linesAt } from './handmade-pdf.js';
import { rulebook } from './read-handmade.js';

vi.mock('../../../pipeline/ingest/pdf/limits.js', () => ({
  limits: { pages: 500, items: 50_000, milliseconds: 30_000, memory: 300 * 2 ** 20 },
}));

const sound = handmadePdf([
  linesAt(
    Array.from({ length: 12 }, () => '甲组患者的总缓解率高于乙组的患者'),
    60,
    700,
  ),
]);

/** A PDF whose page inflates to so many megabytes, twice packed. */
function bomb(megabytes: number): Uint8Array {
  const inner = deflateSync(Buffer.alloc(megabytes * 2 ** 20, 'q Q '), { level: 9 });
  const stream = deflateSync(inner, { level: 9 }).toString('latin1');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${stream.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${stream}\nendstream`,
  ]);
}

describe('a document that costs too much', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is given up, and the ones in line behind it are read', async () => {
    const [first, second] = await Promise.allSettled([
      sourceOf('bomb.pdf', bomb(700), rulebook),
      sourceOf('sound.pdf', sound, rulebook),
    ]);
    expect(second.status).toBe('fulfilled');
    expect(first.status).toBe('rejected');
    const { reason } = first as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(IngestError);
    expect(reason).toMatchObject({ failure: 'excessive' });
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IngestError, sourceOf } from '../../../pipeline/ingest/index.js';
import { limits } from '../../../pipeline/ingest/pdf/limits.js';
import { assembled, handmadePdf, linesAt } from './handmade-pdf.js';
import { rulebook } from './read-handmade.js';

const text = linesAt(
  Array.from({ length: 12 }, () => '甲组患者的总缓解率高于乙组的患者'),
  60,
  700,
);
const sound = handmadePdf([text, text]);

async function refusal(bytes: Uint8Array, options = {}): Promise<[failure: string, message: string]> {
  try {
    await sourceOf('article.pdf', bytes, rulebook, options);
  } catch (error) {
    if (error instanceof IngestError) return [error.failure, error.message];
    throw error;
  }
  return ['none', 'it was read'];
}

/** The sound PDF with something in it replaced. */
function broken(find: string, put: string): Uint8Array {
  return Buffer.from(Buffer.from(sound).toString('latin1').replace(find, put), 'latin1');
}

describe('what cannot be read is refused in one line', () => {
  it.each([
    ['no PDF', Buffer.from('<html>nothing here</html>'), 'damaged', 'is not a PDF although its name says so'],
    ['a file that is cut off', sound.subarray(0, sound.length >> 1), 'damaged', 'is cut off'],
    [
      'no pages',
      assembled(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']),
      'damaged',
      '',
    ],
    ['a catalogue that is gone', broken('/Root 1 0 R', '/Root 99 0 R'), 'damaged', 'is damaged'],
    ['a scan', handmadePdf([[], []]), 'textless', 'ocrmypdf'],
    ['too many pages', handmadePdf(Array.from({ length: limits.pages + 1 }, () => [])), 'excessive', 'has 501 pages'],
    [
      'too many pieces of text',
      handmadePdf([text], {
        operators: 'BT /F 1 Tf 1 0 0 1 1 1 Tm '.concat(
          '<4E00> Tj 3 9 Td <4E00> Tj -3 -9 Td '.repeat(limits.items),
          'ET',
        ),
      }),
      'excessive',
      'pieces of text on page 1',
    ],
  ])(
    '%s',
    async (_, bytes, failure, says) => {
      const [found, message] = await refusal(bytes);
      expect(message).toContain(says);
      expect(found).toBe(failure);
      expect(message).not.toContain('\n');
    },
    60_000,
  );

  it('a locked file, but for its password', async () => {
    const locked = readFileSync(new URL('fixtures/locked.pdf', import.meta.url));
    const asked = 'article.pdf: is encrypted; give its password with --password.';
    expect(await refusal(locked)).toEqual(['locked', asked]);
    expect(await refusal(locked, { password: 'guess' })).toEqual([
      'locked',
      'article.pdf: is encrypted and this is not its password.',
    ]);
    expect(await refusal(locked, { password: 'secret' })).toEqual(['none', 'it was read']);
  });

  it('an unknown page, but not the pages that there are', async () => {
    expect(await refusal(sound, { pages: [[2, 3]] })).toEqual([
      'unreadable',
      'article.pdf: has no page 3; check --pages.',
    ]);
    const { source } = await sourceOf('article.pdf', sound, rulebook, { pages: [[2, 2]] });
    expect(source.pages.map(({ number }) => number)).toEqual([2]);
    expect(new Set(source.runs?.map(({ page }) => page))).toEqual(new Set([2]));
  });
});

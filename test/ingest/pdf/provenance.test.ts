import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../pipeline/ingest/index.js';
import type { SourceRef } from '../../../pipeline/model/index.js';
import { extract } from '../../../pipeline/run.js';
import { quote, untouched } from '../../../pipeline/text/index.js';
import { fixturePdf, fixtures } from '../../typeset/fixtures.js';
import { linesAt, type Print } from './handmade-pdf.js';
import { readHandmade, rulebook } from './read-handmade.js';

const filler = linesAt(
  Array.from({ length: 12 }, () => '甲组患者的总缓解率高于乙组的患者'),
  60,
  500,
);

/** Every source of a record, wherever it stands. */
function sourcesOf(node: unknown): SourceRef[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === 'source' ? [value as SourceRef] : sourcesOf(value)));
}

/** Where a text stands that is printed on a page, as fractions of its width and height. */
async function placeOf(text: string, prints: readonly Print[], options = {}): Promise<SourceRef> {
  const { source } = await readHandmade([prints], options);
  const start = source.text.indexOf(text);
  return quote(untouched(source), { start, end: start + text.length });
}

function expectBox({ box = [0, 0, 0, 0] }: SourceRef, expected: readonly number[]): void {
  for (const [i, edge] of box.entries()) expect(edge).toBeCloseTo(expected[i] as number, 3);
}

describe('the place of a value in a PDF', () => {
  it('is its page and the box around it', async () => {
    const at = await placeOf('83.8%', [{ text: '总缓解率为83.8%', x: 60, y: 700 }, ...filler]);
    // Five characters of an em, then five of half an em, at ten points.
    expect(at.page).toBe(1);
    const expected = [110 / 595, (842 - 708.6) / 842, 135 / 595, (842 - 698.6) / 842];
    expectBox(at, expected);
  });

  it('is that on the page as it is displayed, where the page is turned', async () => {
    const at = await placeOf('83.8%', [{ text: '总缓解率为83.8%', x: 60, y: 700 }, ...filler], { rotate: 90 });
    const expected = [698.6 / 842, 110 / 595, 708.6 / 842, 135 / 595];
    expectBox(at, expected);
  });

  it('spans the lines of a value that is broken', async () => {
    const [one, two] = linesAt(['两组患者的总缓解率为8', '3.8%其余的患者无效'], 60, 700);
    const at = await placeOf('8\n3.8%', [one as Print, two as Print, ...filler]);
    expect(at.box?.[0]).toBeCloseTo(60 / 595, 3);
    expect((at.box?.[3] ?? 0) - (at.box?.[1] ?? 0)).toBeCloseTo(25 / 842, 3);
  });

  it.each(fixtures)('is told of every value of the typeset article $name', async ({ name }) => {
    const { source } = await sourceOf('article.pdf', fixturePdf(name), rulebook);
    const { record } = extract(source, rulebook, '0');
    const sources = sourcesOf(record);
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter(({ page, box }) => page === undefined || box === undefined)).toEqual([]);
    expect(sources.filter(({ start, end, text }) => source.text.slice(start, end) !== text)).toEqual([]);
    expect(
      sources.filter(({ box: [left, top, right, bottom] = [0, 0, 0, 0] }) => right <= left || bottom <= top),
    ).toEqual([]);
  });
});

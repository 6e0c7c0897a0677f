import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { handmadePdf, linesAt } from '../ingest/pdf/handmade-pdf.js';
import { fixturePdf } from '../typeset/fixtures.js';
import { damaged } from './damaged.js';
import { outcomeOf } from './outcome-of.js';

const rulebook = loadRulebook('rules');
const lines = Array.from({ length: 12 }, () => '本研究纳入40例患者，总缓解率为35.0%。');
const pdfs = [handmadePdf([linesAt(lines, 60, 700)]), fixturePdf('review-one-column')];
const seeds = Array.from({ length: 36 }, (_, i) => i + 1);

describe('damaged PDFs', () => {
  it('are read or refused, and nothing hangs or falls through', async () => {
    const outcomes = new Map<string, number>();
    for (const seed of seeds) {
      const outcome = await outcomeOf(damaged(pdfs[seed % pdfs.length] as Uint8Array, seed), rulebook);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    const known = ['read', 'refused: damaged', 'refused: textless', 'refused: excessive', 'refused: locked'];
    expect([...outcomes.keys()].filter((outcome) => !known.includes(outcome))).toEqual([]);
    expect(outcomes.get('read')).toBeGreaterThan(0);
    expect(outcomes.get('refused: damaged')).toBeGreaterThan(0);
  }, 120_000);
});

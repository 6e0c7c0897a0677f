import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleRecord } from '../../pipeline/model/index.js';
import type { Extraction } from '../../pipeline/run.js';
import { extracted } from './extracted.js';

const corpus = join(import.meta.dirname, '../../corpus/articles');

/** Pieces that articles are made of: whatever is put together from them must add up. */
const pieces = [
  ...[
    '一项研究[5]纳入',
    '322例',
    'NDMM患者',
    '。',
    '\n',
    '\n\n',
    '1.2 ',
    '结果',
    '参考文献\n',
    '摘要',
    '方法',
    '表1 基线\n',
  ],
  ...['VTD组', 'CBD组', 'n=84', 'ORR为', '35.92%', 'vs', '22.55%', '(57/94)', 'P=0.\n03', 'HR=0.61,95%CI=0.50~0.73'],
  ...['中位PFS为', '20个月', '3~4级', '神经病变', '硼替佐米', '1.3 mg/m2', ',d1、d4', '2019年8月', 't(4;14)', 'CD38'],
  ...[
    '１２．５',
    'The ORR was 38% in 29 patients. ',
    'NCT01234567',
    '| 1 | 2 |\n',
    '1,234',
    '0 . 5',
    ' ',
    '、',
    '和',
    '分别为',
  ],
];
const article = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => `摘要${parts.join('')}`);

function laws({ record, entries, document, trails }: Extraction): void {
  const { text } = document.source;
  const { total, recorded, set_aside, unresolved } = record.numbers;
  const aside = Object.values(set_aside).reduce((sum, count) => sum + count, 0);
  expect(total, 'the ledger adds up').toBe(recorded + aside + unresolved.length);
  expect(entries).toHaveLength(total);
  entries.forEach(({ place }, i) => {
    expect(place.start, 'in order, without overlaps').toBeGreaterThanOrEqual(entries[i - 1]?.place.end ?? 0);
  });
  let outside = '';
  let at = 0;
  for (const { place } of entries) {
    outside += text.slice(at, place.start);
    at = place.end;
  }
  expect(`${outside}${text.slice(at)}`, 'no digit is left out').not.toMatch(/[0-9０-９]/u);
  const places = unresolved.map(({ source }) => source.start);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const { source, text: shown } of unresolved) expect(shown).toBe(text.slice(source.start, source.end));
  for (const { place, label, steps } of trails) {
    expect(place.end).toBeGreaterThanOrEqual(place.start);
    expect(`${label} ${steps.map(({ ruleId }) => ruleId).join(' ')}`).not.toMatch(/undefined|NaN/u);
    expect(steps.length).toBeGreaterThan(0);
  }
  articleRecord.shape.numbers.parse(record.numbers);
}

describe('the ledger', () => {
  test.each(readdirSync(corpus))('of %s adds up and leaves no digit out', (file) => {
    laws(extracted(readFileSync(join(corpus, file), 'utf8')));
  });

  test('of any text adds up and leaves no digit out', () => {
    fc.assert(
      fc.property(article, (text) => laws(extracted(text))),
      { numRuns: 300 },
    );
  });

  test('of a text without numbers is empty', () => {
    expect(extracted('多发性骨髓瘤是一种血液恶性肿瘤。').record.numbers).toEqual({
      total: 0,
      recorded: 0,
      set_aside: {},
      unresolved: [],
    });
  });

  test('is the same twice', () => {
    const text = readFileSync(join(corpus, readdirSync(corpus)[0] ?? ''), 'utf8');
    expect(extracted(text).record.numbers).toEqual(extracted(text).record.numbers);
  });
});

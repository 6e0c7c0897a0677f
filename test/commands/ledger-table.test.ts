import { expect, it } from 'vitest';
import { ledgerTable } from '../../pipeline/commands/ledger-table.js';
import { quote, record } from '../emit/records.js';

const unresolved = [{ text: '20', reason: 'no measure', candidates: ['PFS', 'OS'], source: quote('20') }];
const article = { ...record(), numbers: { total: 8, recorded: 6, set_aside: { citation: 1 }, unresolved } };

it('a ledger is told as sums, then what is unresolved', () => {
  expect(ledgerTable(article, false).split('\n')).toEqual([
    'article',
    'numbers                   8  100.0 %',
    'recorded                  6   75.0 %',
    'set aside: citation       1   12.5 %',
    'unresolved                1   12.5 %',
    '',
    'article.txt:3: 20: no measure  (perhaps PFS, OS)',
    '',
  ]);
});

it('or as what is unresolved alone, nothing where there is nothing', () => {
  expect(ledgerTable(article, true)).toBe('article.txt:3: 20: no measure  (perhaps PFS, OS)\n');
  expect(ledgerTable(record(), true)).toBe('');
});

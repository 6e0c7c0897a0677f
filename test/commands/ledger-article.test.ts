import { expect, it } from 'vitest';
import { inColour, ledgerArticle, withClass } from '../../pipeline/commands/ledger-article.js';
import { ledgerTable } from '../../pipeline/commands/ledger-table.js';
import { articleText, quote, record } from '../emit/records.js';

const entries = [
  { place: quote('5'), status: 'citation' },
  { place: quote('322'), status: 'recorded' },
  { place: quote('20'), status: 'unresolved' },
];

it('an article in plain text has the class behind each number, and nothing else is changed', () => {
  const shown = ledgerArticle(articleText, entries, withClass);
  expect(shown).toContain('一项回顾性研究[⟦5|citation⟧]纳入⟦322|recorded⟧例');
  expect(shown.replace(/⟦([^|]*)\|[^⟧]*⟧/gu, '$1')).toBe(`${articleText}\n`);
});

it('an article for a terminal has colours, and nothing else is changed', () => {
  const shown = ledgerArticle(articleText, entries, inColour);
  expect(shown).toContain('\u001b[32m322\u001b[0m');
  expect(shown).toContain('\u001b[1;31m20\u001b[0m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  expect(shown.replace(/\u001b\[[0-9;]*m/gu, '')).toBe(`${articleText}\n`);
});

it('the classes of the table are coloured like the numbers', () => {
  const article = { ...record(), numbers: { total: 2, recorded: 1, set_aside: { citation: 1 }, unresolved: [] } };
  expect(ledgerTable(article, false, { paint: inColour }).split('\n').slice(1, 3)).toEqual([
    'numbers                   2  100.0 %',
    '\u001b[32mrecorded           \u001b[0m       1   50.0 %',
  ]);
});

it('an unresolved number is told with its sentence where the article is at hand', () => {
  const unresolved = [{ text: '20', reason: 'no measure', source: quote('20') }];
  const article = { ...record(), numbers: { total: 1, recorded: 0, set_aside: {}, unresolved } };
  expect(ledgerTable(article, true, { text: articleText })).toBe(
    'article.txt:3: 20: no measure  中位PFS为⟦20⟧个月。\n',
  );
});

import { expect, it } from 'vitest';
import { ledgerLines } from '../../pipeline/commands/ledger-lines.js';
import { extracted } from '../verify/extracted.js';

const extraction = extracted('一项研究[8]纳入40例患者，免疫重建比例为35.0%，CR率为45.0%(18/40)。');

it('every number has one line with its class, and the value, rule or reason', () => {
  expect(ledgerLines(extraction).split('\n')).toEqual([
    expect.stringMatching(/^article\.txt:1:6: 8: set aside: citation {2}\[[a-z.-]+\]$/u),
    expect.stringMatching(/^article\.txt:1:10: 40: recorded: n 40/u),
    expect.stringMatching(/^article\.txt:1:23: 35\.0: unresolved: no measure/u),
    expect.stringMatching(/^article\.txt:1:33: 45\.0: recorded: rate 45\.0 %.*CR/u),
    expect.stringMatching(/^article\.txt:1:39: 18: recorded: rate 45\.0 %.*CR/u),
    expect.stringMatching(/^article\.txt:1:42: 40: recorded: rate 45\.0 %.*CR/u),
    '',
  ]);
});

it('counts what the ledger of the record counts', () => {
  const { numbers } = extraction.record;
  const lines = ledgerLines(extraction).trimEnd().split('\n');
  expect(lines).toHaveLength(numbers.total);
  expect(lines.filter((line) => line.includes(': recorded: '))).toHaveLength(numbers.recorded);
  expect(lines.filter((line) => line.includes(': unresolved: '))).toHaveLength(numbers.unresolved.length);
});

import { describe, expect, test } from 'vitest';
import { testTables } from './expected-rows.js';
import { readTable } from './readings.js';

describe.each(testTables())('tables of $file', ({ tables }) => {
  for (const table of tables) {
    const testOf = table.known_failure === undefined ? test : test.fails;
    testOf(table.name, () => {
      const { read, open } = readTable(table);
      expect(read).toEqual(table.expected);
      for (const text of table.open) expect(open.map((number) => number.text)).toContain(text);
      for (const { reason } of open) expect(reason).not.toBe('');
    });
  }
});

import { expect, it } from 'vitest';
import { messageLines } from '../../pipeline/emit/index.js';
import type { Message } from '../../pipeline/text/index.js';

it('messages stand in the order of the text, each once', () => {
  const at = (line: number): Message => ({
    severity: 'warning',
    ruleId: 'verify.sum',
    reason: 'does not add up',
    path: 'a.txt',
    from: { line, column: 1 },
    to: { line, column: 3 },
  });
  expect(messageLines([at(12), at(2), at(12)])).toEqual([
    'a.txt:2:1-2:3: warning: does not add up  [verify.sum]',
    'a.txt:12:1-12:3: warning: does not add up  [verify.sum]',
  ]);
});

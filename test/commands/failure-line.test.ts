import { expect, it } from 'vitest';
import { failureLine } from '../../pipeline/commands/failure-line.js';

it.each([
  ['is a PDF', 'a/b.pdf: error: is a PDF'],
  ['b.pdf: is a PDF', 'a/b.pdf: error: is a PDF'],
  ['a/b.pdf: error: is a PDF', 'a/b.pdf: error: is a PDF'],
  ['cannot be read\nbecause', 'a/b.pdf: error: cannot be read'],
])('%j is told in one line that names the file once', (reason, line) => {
  expect(failureLine('a/b.pdf', new Error(reason))).toBe(line);
});

import { expect, test } from 'vitest';
import { numberTokens } from '../../pipeline/verify/number-tokens.js';

function tokens(text: string): string[] {
  return numberTokens(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['ORR为35.92%(57/94例)', ['35.92', '57', '94']],
  ['1.2.1 来那度胺', ['1.2.1']],
  ['共1,234例、12,345.6元', ['1,234', '12,345.6']],
  ['95%CI 0.88,121', ['95', '0.88', '121']],
  ['d1,8,15', ['1', '8', '15']],
  ['2019,44(3):12-15.', ['2019', '44', '3', '12', '15']],
  ['１２．５％', ['１２．５']],
  ['t(4;14)、CD38、NCT01234567', ['4', '14', '38', '01234567']],
  ['0.\n03', ['0', '03']],
  ['Ⅲ~Ⅳ级、两例、三分之一、①、m²', []],
])('the numbers of %s', (text, numbers) => {
  expect(tokens(text)).toEqual(numbers);
});

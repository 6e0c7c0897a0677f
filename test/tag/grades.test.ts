import { expect, it } from 'vitest';
import { gradeName } from '../../pipeline/tag/grades.js';

it('grades are named in Arabic figures, whatever figures are printed', () => {
  expect(['3', 'Ⅲ', 'III', '\u4e09'].map((low) => gradeName(low, undefined, '≥'))).toEqual(['≥3', '≥3', '≥3', '≥3']);
  expect(gradeName('\u4e09', '\u56db', undefined)).toBe('3-4');
});

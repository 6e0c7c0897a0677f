import { expect, it } from 'vitest';
import { gradeName } from '../../pipeline/tag/grades.js';

it('grades are named in Arabic figures, whatever figures are printed', () => {
  expect(['3', 'Ⅲ', 'III', '三'].map((low) => gradeName(low, undefined, '≥'))).toEqual(['≥3', '≥3', '≥3', '≥3']);
  expect(gradeName('三', '四', undefined)).toBe('3-4');
});

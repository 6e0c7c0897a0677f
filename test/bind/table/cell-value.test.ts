import { describe, expect, test } from 'vitest';
import { cellInterval, cellP, cellValue, isValue } from '../../../pipeline/bind/table/cell-value.js';

describe('the value of a cell', () => {
  test.each([
    ['22(69)', { kind: 'percentage', value: 69, events: 22 }],
    ['22 (68.8%)', { kind: 'percentage', value: 68.8, events: 22 }],
    ['1(<1)', { kind: 'percentage', value: 1, events: 1, comparator: '<' }],
    ['22[68.8]', { kind: 'percentage', value: 68.8, events: 22 }],
    ['22/32(68.8)', { kind: 'percentage', value: 68.8, events: 22, total: 32 }],
    ['68.8%(22/32)', { kind: 'percentage', value: 68.8, events: 22, total: 32 }],
    ['60.00±1.55', { kind: 'measurement', value: 60, sd: 1.55, printed: '60.00' }],
    ['27.5(6.5,80.8)', { kind: 'measurement', value: 27.5, low: 6.5, high: 80.8 }],
    ['8.5(95%CI:6.2-10.8)', { kind: 'measurement', value: 8.5, low: 6.2, high: 10.8 }],
    ['45.2%', { kind: 'percentage', value: 45.2 }],
    ['12/40', { kind: 'proportion', events: 12, total: 40 }],
    ['0', { kind: 'count', value: 0 }],
    ['7.90', { kind: 'number', value: 7.9, printed: '7.90' }],
    ['37(77.08)*', { kind: 'percentage', value: 77.08, events: 37 }],
    ['63.5a', { kind: 'number', value: 63.5 }],
  ])('%s', (text, value) => {
    expect(cellValue(text)).toMatchObject(value);
  });

  test.each(['', '—', '1~2级', 'Ⅲ期', '顺铂75', '12(3', 'P=0.05', '男'])('is not read from %s', (text) => {
    expect(cellValue(text)).toBeUndefined();
  });
});

describe('the p value of a cell', () => {
  test.each([
    ['0.651', '=', 0.651],
    ['<0.001', '<', 0.001],
    ['.03', '=', 0.03],
    ['P=0.02', '=', 0.02],
    ['1.000', '=', 1],
    ['>0.05', '>', 0.05],
  ])('%s', (text, comparator, value) => {
    expect(cellP(text)).toMatchObject({ kind: 'p-value', comparator, value });
  });

  test.each(['1.2', '0', '1', '12', '0.5%', ''])('is not read from %s', (text) => {
    expect(cellP(text)).toBeUndefined();
  });
});

test('an interval stands in a cell of its own', () => {
  expect(cellInterval('1.107~3.329')).toEqual({ low: 1.107, high: 3.329 });
  expect(cellInterval('(1.1, 3.3)')).toEqual({ low: 1.1, high: 3.3 });
  expect(cellInterval('1.9(1.1~3.3)')).toBeUndefined();
});

test('several counts of one cell are a value, words are none', () => {
  expect(isValue('12/18/5')).toBe(true);
  expect(isValue('男/女')).toBe(false);
});

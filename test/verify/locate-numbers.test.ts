import { describe, expect, test } from 'vitest';
import { type Document, type Edit, editMap, repaired, untouched } from '../../pipeline/text/index.js';
import { locateNumbers } from '../../pipeline/verify/locate-numbers.js';
import { sourceOf } from '../text/arbitraries.js';

/** A text after layers of edits, each `[rule, what stands there, what is put]`. */
function document(text: string, ...layers: [ruleId: string, from: string, to: string][]): Document {
  return layers.reduce(
    (before, [ruleId, from, to]) => {
      const start = before.text.indexOf(from);
      const edit: Edit = { start, end: start + from.length, insert: to, ruleId };
      return repaired(before, editMap(ruleId, [edit]));
    },
    untouched(sourceOf(text)),
  );
}

function located(of: Document): (string | undefined)[][] {
  return locateNumbers(of).map(({ place, span, lostTo }) => [
    of.source.text.slice(place.start, place.end),
    span && of.text.slice(span.start, span.end),
    ...(lostTo === undefined ? [] : [lostTo]),
  ]);
}

describe('numbers of the source', () => {
  test('stand where they stood in a text that no repair has touched', () => {
    expect(located(document('共12例,5%'))).toEqual([
      ['12', '12'],
      ['5', '5'],
    ]);
  });

  test('move with the repairs before them', () => {
    expect(located(document('⻣⻣髓 12例', ['glyphs.radicals', '⻣⻣', '骨'], ['spaces.words', ' ', '']))).toEqual([
      ['12', '12'],
    ]);
  });

  test('that a repair joins are one', () => {
    expect(located(document('P<0.\n03,8. 02', ['lines.join', '\n', ''], ['spaces.point', '. ', '.']))).toEqual([
      ['0.\n03', '0.03'],
      ['8. 02', '8.02'],
    ]);
  });

  test('are not joined over a word or a line', () => {
    expect(located(document('1\n2 结果', ['spaces.words', ' ', '']))).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
  });

  test('are read from figures of full width', () => {
    expect(located(document('１２例', ['glyphs.full-width', '１２', '12']))).toEqual([['１２', '12']]);
  });

  test('name the rule that took them out, whatever moved them before', () => {
    const of = document(
      '骨 髓\n12\n瘤5例',
      ['spaces.words', ' ', ''],
      ['lines.page-numbers', '\n12\n', '\n'],
      ['lines.join', '\n', ''],
    );
    expect(located(of)).toEqual([
      ['12', undefined, 'lines.page-numbers'],
      ['5', '5'],
    ]);
  });
});

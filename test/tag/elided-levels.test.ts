import { expect, it } from 'vitest';
import { mentionsOf } from './tagged.js';

const levelsIn = (text: string) => mentionsOf(text, 'qualifier').map(({ name, text: printed }) => [name, printed]);

it('ends every level of a list as the last one ends', () => {
  expect(levelsIn('低、中、高危患者5年OS率分别为81%、64%和40%。')).toEqual([
    ['low-risk', '低'],
    ['intermediate-risk', '中'],
    ['high-risk', '高危患者'],
  ]);
  expect(mentionsOf('标和高危患者', 'qualifier').map(({ facts }) => facts.whole)).toEqual(['标危', '高危']);
});

it('leaves a range that the lexicon knows, and lists of what it does not know', () => {
  expect(levelsIn('中、高危患者')).toEqual([['intermediate-high-risk', '中、高危']]);
  expect(levelsIn('高、中风险患者')).toEqual([
    ['high-risk', '高'],
    ['intermediate-risk', '中风险'],
  ]);
});

it('finds no form that begins in the middle of a word', () => {
  expect(levelsIn('其中高危患者20例')).toEqual([['high-risk', '高危患者']]);
});

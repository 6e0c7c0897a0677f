import { expect, it } from 'vitest';
import { mentionsOf } from './tagged.js';

const namesIn = (text: string) => mentionsOf(text, 'measure').map(({ name }) => name);

it('ends the first of two measures as the second one ends', () => {
  expect(namesIn('临床及病理完全缓解率分别为30.1%和20.4%。')).toEqual(['cCR', 'pCR']);
  expect(namesIn('无进展和总生存期分别为5.1、9.8个月。')).toEqual(['PFS', 'OS']);
});

it('goes on before the first one that it found', () => {
  expect(namesIn('完全、部分和客观缓解率分别为8%、31%和39%。')).toEqual(['CR', 'PR', 'ORR']);
});

it('leaves words that make no measure of the lexicon, and names that stand by themselves', () => {
  expect(namesIn('疗效及疾病控制率分别为甲和乙。')).toEqual(['DCR']);
  const told = mentionsOf('总生存和无病生存率分别为70%和60%。', 'measure');
  expect(told).toMatchObject([{ name: 'OS', text: '总生存' }, { name: 'DFS' }]);
  expect(told.every(({ facts }) => facts.head === undefined)).toBe(true);
});

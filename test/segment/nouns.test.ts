import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { nounsOfRates, ownRates } from '../../pipeline/segment/nouns.js';

const rulebook = loadRulebook('rules');

function nounsIn(text: string): string[] {
  return nounsOfRates(text, rulebook).map(({ start, end }) => text.slice(start, end));
}

describe('nouns that a rate is given of', () => {
  test.each([
    ['患者牙龈萎缩的发生率分别为20%和10%', '牙龈萎缩'],
    ['观察组指甲脱落发生率为30%', '指甲脱落'],
    ['主要为腹泻,牙龈肿胀的发生率降低', '牙龈肿胀'],
  ])('%s', (text, noun) => {
    expect(nounsIn(text)).toEqual([noun]);
  });

  test.each(['两组的发生率分别为20%和10%', '5年生存率为60%', '对照组发生率为3%', '观察组腹泻发生率为3%'])(
    'none in %s',
    (text) => {
      expect(nounsIn(text)).toEqual([]);
    },
  );
});

describe('rates under a name of their own', () => {
  test.each([
    ['切口漏胆率为6.2%', '切口漏胆率'],
    ['两组保器官率分别为68.1%和54.3%', '保器官率'],
    ['甲组漏胆率低于乙组(3.1%对9.4%)', '漏胆率'],
  ])('are found in %s, without the groups that they are told of', (text, name) => {
    expect(ownRates(text, rulebook).map(({ start, end }) => text.slice(start, end))).toEqual([name]);
  });
});

import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../pipeline/rulebook/index.js';
import { tag } from '../../pipeline/tag/index.js';

const rulebook = loadRulebook('rules');

/** Kind and name of what stands at each occurrence of a word. */
function read(text: string, word: string): string[] {
  return tag(text, rulebook)
    .mentions.filter((mention) => mention.text === word)
    .map(({ kind, name }) => `${kind} ${name}`);
}

describe('an abbreviation that the article defines', () => {
  test('means what the article says, though the lexicon knows it as something else', () => {
    expect(read('甲组RI为3例。', 'RI')).toEqual(['qualifier renal-impairment']);
    expect(read('累积复发率(relapse incidence,RI)为15%。甲组RI为20%,乙组RI为10%。', 'RI')).toEqual([
      'measure relapse',
      'measure relapse',
    ]);
  });

  test('is found where the lexicon knows nothing', () => {
    expect(read('XRI为20%,RIX为10%。甲组QLS为20%。', 'QLS')).toEqual([]);
    expect(read('总生存率(quality-of-life survival,QLS)为15%。甲组QLS为20%,XQLS为3%。', 'QLS')).toEqual(['measure OS']);
  });

  test('holds from its definition on', () => {
    expect(read('RI为3例。累积复发率(relapse incidence,RI)为15%。RI为20%。', 'RI')).toEqual([
      'qualifier renal-impairment',
      'measure relapse',
    ]);
  });

  test('leaves the mentions in order and without overlaps', () => {
    const { mentions } = tag('累积复发率(relapse incidence,RI)为15%。甲组QRI为20%,RI和OS为10%,RI率为2%。', rulebook);
    const crossed = mentions.filter(({ span }, i) => (mentions[i + 1]?.span.start ?? span.end) < span.end);
    expect(crossed).toEqual([]);
  });
});

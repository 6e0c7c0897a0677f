import { describe, expect, it } from 'vitest';
import { root, Trie } from '../../pipeline/rulebook/trie.js';

/** The value of the node that a word leads to. */
function leadsTo(trie: Trie<string>, word: string): string | undefined {
  let node = root;
  for (let at = 0; at < word.length; at += 1) {
    node = trie.child(node, word.charCodeAt(at));
    if (node === root) return undefined;
  }
  return trie.valueAt(node);
}

describe('a trie', () => {
  it('tells words that begin alike apart, and leaves a word to its first owner', () => {
    const trie = new Trie<string>();
    expect(trie.add('甲药', 'drug')).toBeUndefined();
    expect(trie.add('甲药组', 'arm')).toBeUndefined();
    expect(trie.add('甲药', 'other')).toBe('drug');
    expect(['甲', '甲药', '甲药组', '甲药组织', '药'].map((word) => leadsTo(trie, word))).toEqual([
      undefined,
      'drug',
      'arm',
      undefined,
      undefined,
    ]);
  });

  it('keeps every word as it grows', () => {
    const trie = new Trie<string>();
    const words = Array.from({ length: 20_000 }, (_, i) => `${i}`);
    for (const word of words) trie.add(word, word);
    expect(words.filter((word) => leadsTo(trie, word) !== word)).toEqual([]);
    expect(leadsTo(trie, '20000')).toBeUndefined();
  });
});

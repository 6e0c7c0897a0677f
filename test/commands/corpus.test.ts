import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../pipeline/commands/manifest-schema.js';
import { goldFile } from '../../pipeline/commands/score/gold-schema.js';
import { locateGold } from '../../pipeline/commands/score/locate-gold.js';
import { placedYaml } from '../../pipeline/emit/index.js';

const path = 'corpus/manifest.yaml';
const { articles } = placedYaml(path, readFileSync(path, 'utf8'), manifest);

describe('the corpus', () => {
  it('has an entry in its manifest for every article, and no other', () => {
    expect(articles.map(({ file }) => file)).toEqual(readdirSync('corpus/articles').sort());
  });

  it.each(articles)('has $file as it was received', ({ file, sha256 }) => {
    expect(
      createHash('sha256')
        .update(readFileSync(`corpus/articles/${file}`))
        .digest('hex'),
    ).toBe(sha256);
  });

  it.each(readdirSync('corpus/gold'))('has every number of the annotation %s at one place of its article', (name) => {
    const gold = placedYaml(name, readFileSync(`corpus/gold/${name}`, 'utf8'), goldFile);
    expect(articles.map(({ file }) => file)).toContain(gold.doc);
    const located = locateGold(gold, readFileSync(`corpus/articles/${gold.doc}`, 'utf8'));
    expect(located.problems).toEqual([]);
    expect(located.rows).toHaveLength(gold.rows.length);
  });
});

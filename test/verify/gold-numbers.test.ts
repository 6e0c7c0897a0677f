import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { goldFile } from '../../pipeline/commands/score/gold-schema.js';
import { locateGold } from '../../pipeline/commands/score/locate-gold.js';
import { sentenceAround } from '../../pipeline/commands/sentence-around.js';
import { overlaps } from '../../pipeline/text/index.js';
import { extracted } from './extracted.js';

const root = join(import.meta.dirname, '../..');
const known: Record<string, number> = parse(readFileSync(join(import.meta.dirname, 'gold-set-aside.yaml'), 'utf8'));

/** The annotated articles of the corpus, and those beside the checkout where they are at hand. */
const articles = [
  ...annotated(join(root, 'corpus/gold'), [join(root, 'corpus/articles')]),
  ...annotated(join(root, '../shared/gold'), [join(root, '../shared/dev-articles')]),
];

function annotated(gold: string, folders: readonly string[]): { id: string; gold: string; article: string }[] {
  if (!existsSync(gold)) return [];
  return readdirSync(gold).flatMap((file) => {
    const id = file.replace(/\.yaml$/u, '');
    const paths = folders.flatMap((folder) => [join(folder, `${id}.txt`), join(folder, `${id}.md`)]);
    const article = paths.find((path) => existsSync(path));
    return article === undefined ? [] : [{ id, gold: join(gold, file), article }];
  });
}

/** The annotated numbers that a rule has set aside, each with the rule and its sentence. */
function setAside(gold: string, article: string): string[] {
  const { entries, document } = extracted(readFileSync(article, 'utf8'));
  const { text } = document.source;
  const { rows } = locateGold(goldFile.parse(parse(readFileSync(gold, 'utf8'))), text);
  return entries
    .filter(({ status }) => status !== 'recorded' && status !== 'unresolved')
    .filter(({ place }) => rows.some((row) => overlaps(row, place)))
    .map(({ place, status, ruleId }) => `${status} ${ruleId}: ${sentenceAround(text, place.start, place.end)}`);
}

describe('annotated numbers are not set aside', () => {
  test.each(articles)('in $id, but for those known', ({ id, gold, article }) => {
    const offenders = setAside(gold, article);
    const most = known[id] ?? 0;
    expect(offenders.length, `at most ${most}:\n${offenders.join('\n')}\n`).toBeLessThanOrEqual(most);
  });
});

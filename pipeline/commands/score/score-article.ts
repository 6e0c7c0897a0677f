import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placedYaml } from '../../emit/index.js';
import type { ArticleRecord } from '../../model/index.js';
import { goldFile } from './gold-schema.js';
import { locateGold } from './locate-gold.js';
import { type Matches, matchGold } from './match-gold.js';
import { predictedRows } from './predicted-rows.js';
import { type Tally, tally } from './tally.js';

/** The score of one article with what it was counted from. */
export interface ArticleScore {
  readonly id: string;
  readonly text: string;
  readonly matches: Matches;
  readonly tally: Tally;
  /** The same with the forms left out of the lexicon that only this article of the corpus attests. */
  readonly unaided?: { readonly forms: number; readonly tally: Tally };
  /** Rows of the annotation that could not be located. */
  readonly problems: readonly string[];
}

/** Scores a record against `<gold folder>/<id>.yaml`; undefined where the article has no annotation. */
export function scoreArticle(record: ArticleRecord, text: string, goldFolder: string): ArticleScore | undefined {
  const { id } = record.document;
  const path = join(goldFolder, `${id}.yaml`);
  if (!existsSync(path)) return undefined;
  const gold = locateGold(placedYaml(path, readFileSync(path, 'utf8'), goldFile), text);
  const matches = matchGold(gold, predictedRows(record));
  return { id, text, matches, tally: tally(matches), problems: gold.problems.map((problem) => `${path}: ${problem}`) };
}

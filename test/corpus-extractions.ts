import { corpusArticles } from '../pipeline/commands/corpus-articles.js';
import { extract, loadRulebook, readSource, rulesFolder, version } from '../pipeline/index.js';
import type { Extraction } from '../pipeline/run.js';

export const rulebook = loadRulebook(rulesFolder);

/** A fresh extraction of every article of the corpus, by its id. */
export async function extractCorpus(paths = corpusArticles('corpus')): Promise<Map<string, Extraction>> {
  const extractions = new Map<string, Extraction>();
  for (const path of paths) {
    const { source } = await readSource(path, rulebook);
    extractions.set(source.id, extract(source, rulebook, version));
  }
  return extractions;
}

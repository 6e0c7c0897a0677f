import { assemble } from './assemble/index.js';
import { bind } from './bind/index.js';
import type { ArticleRecord, NumberEntry, Trail } from './model/index.js';
import { repairSource } from './repair/index.js';
import type { Rulebook } from './rulebook/index.js';
import { segment } from './segment/index.js';
import { tag } from './tag/index.js';
import { byPlace, type Document, type Message, type Source } from './text/index.js';
import { account } from './verify/index.js';

export { decodeSource, IngestError, type PdfOptions, readSource, sourceOf } from './ingest/index.js';

/** What the pipeline makes of one article. */
export interface Extraction {
  readonly record: ArticleRecord;
  readonly messages: readonly Message[];
  readonly document: Document;
  readonly trails: readonly Trail[];
  /** What became of each number of the article, in order. */
  readonly entries: readonly NumberEntry[];
}

/** The stages in order: source -> document -> segmentation -> mentions -> bindings -> trials -> record with ledger. */
export function extract(source: Source, rulebook: Rulebook, version: string): Extraction {
  const messages: Message[] = [];
  const document = repairSource(source, rulebook, (message) => messages.push(message));
  const segmentation = segment(document, rulebook);
  const { mentions, definitions } = tag(document.text, rulebook, segmentation.nouns);
  const bound = bind(segmentation, mentions, definitions, rulebook);
  const trials = assemble(document, bound.studies, bound.bindings);
  const { numbers, entries, trails } = account(segmentation, mentions, bound, trials, rulebook);
  const record: ArticleRecord = {
    format: 'zhailu/1',
    document: documentOf(source, segmentation.title),
    extractor: { version, rules: `sha256:${rulebook.hash}` },
    trials,
    numbers,
  };
  return { record, messages: messages.sort(byPlace), document, trails, entries };
}

function documentOf(source: Source, title: string | undefined): ArticleRecord['document'] {
  const { id, file, sha256, text, pages } = source;
  return {
    id,
    file,
    sha256,
    ...(title === undefined ? {} : { title }),
    ...(pages.length > 0 ? { pages: pages.length } : {}),
    characters: text.length,
  };
}

import { assemble } from './assemble/index.js';
import { bind } from './bind/index.js';
import type { ArticleRecord, NumberEntry, Trail } from './model/index.js';
import { repairSource } from './repair/index.js';
import type { Rulebook } from './rulebook/index.js';
import { segment } from './segment/index.js';
import { tag } from './tag/index.js';
import { byPlace, type Document, type Message, type Source } from './text/index.js';
import { account, trailsOf, type Verification, verifyRecord, withFindings } from './verify/index.js';

export { decodeSource, IngestError, type PdfOptions, readSource, sourceOf } from './ingest/index.js';
export { checkDescriptions, sameStudies, type Verification, verifyRecord } from './verify/index.js';
export { type MutationScore, mutationScore } from './verify/mutations/mutation-score.js';

/** What the pipeline makes of one article. */
export interface Extraction {
  readonly record: ArticleRecord;
  readonly messages: readonly Message[];
  readonly document: Document;
  /** How each recorded value came about, in order; found out when it is asked for. */
  readonly trails: readonly Trail[];
  /** What became of each number of the article, in order. */
  readonly entries: readonly NumberEntry[];
  /** How many equations each check has looked at. */
  readonly equations: Verification['equations'];
}

/** The stages in order: source -> document -> segmentation -> mentions -> bindings -> trials -> record with ledger. */
export function extract(source: Source, rulebook: Rulebook, version: string): Extraction {
  const messages: Message[] = [];
  const document = repairSource(source, rulebook, (message) => messages.push(message));
  const segmentation = segment(document, rulebook);
  const { mentions, definitions } = tag(document.text, rulebook, segmentation.nouns);
  const bound = bind(segmentation, mentions, definitions, rulebook);
  const trials = assemble(document, bound.studies, bound.bindings);
  const { numbers, entries } = account(segmentation, mentions, bound, trials, rulebook);
  const bare: ArticleRecord = {
    format: 'zhailu/1',
    document: documentOf(source, segmentation.title),
    extractor: { version, rules: `sha256:${rulebook.hash}` },
    trials,
    numbers,
  };
  const article = { segmentation, mentions, bound, definitions };
  // What would mend a finding is for those who look at one: `zhailu verify` tells it.
  const verification = verifyRecord({ record: bare, rulebook, article }, { hints: false });
  const record = withFindings(bare, verification);
  messages.push(...findingMessages(verification, document));
  return {
    record,
    messages: messages.sort(byPlace),
    document,
    get trails() {
      return trailsOf(segmentation, mentions, bound, rulebook);
    },
    entries,
    equations: verification.equations,
  };
}

/** Findings as messages, each at the first value that it rests on: whoever extracts hears of errors at once. */
function findingMessages({ byTrial, article }: Verification, { source, lines }: Document): Message[] {
  const told = [
    ...[...byTrial].flatMap(([id, own]) => own.map((finding) => ({ id, finding }))),
    ...article.map((finding) => ({ id: undefined, finding })),
  ];
  return told.map(({ id, finding: { check, severity, message, sources = [] } }) => {
    const [at] = sources;
    const reason = id === undefined ? message : `${id}: ${message}`;
    const place = at ? { from: lines.place(at.start), to: lines.place(at.end) } : {};
    return { severity, ruleId: check, reason, path: source.file, ...place };
  });
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

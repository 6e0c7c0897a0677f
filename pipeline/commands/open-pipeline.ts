import { join } from 'node:path';
import type { ArticleRecord, Finding } from '../model/index.js';
import { loadRulebook } from '../rulebook/index.js';
import type { Extraction, MutationScore, PdfOptions, Verification } from '../run.js';
import type { Message, Source } from '../text/index.js';
import { packageRoot, packageVersion } from './package-root.js';

/** The pipeline with the rules of this package loaded. */
export interface Pipeline {
  /** Reads an article; `-` is standard input. */
  readonly read: (path: string, options?: PdfOptions) => Promise<{ source: Source; messages: readonly Message[] }>;
  readonly extract: (source: Source) => Extraction;
  /** All forms of the lexicon. */
  readonly forms: readonly string[];
  /** Extracts as if the lexicon had never heard of some forms. */
  readonly extractWithout: (source: Source, forms: ReadonlySet<string>) => Extraction;
  /** The checks of a record that is at hand without its article. */
  readonly verify: (record: ArticleRecord) => Verification;
  /** Findings between records, each with the place of its record in the list. */
  readonly verifyTogether: (records: readonly ArticleRecord[]) => { readonly at: number; readonly finding: Finding }[];
  /** How well the checks notice changes of records that are consistent. */
  readonly mutationScore: () => MutationScore;
  /** Every check, for reports that describe them. */
  readonly checks: readonly { readonly id: string; readonly about: string }[];
}

/**
 * Loads rules and stages; throws a RuleError before any text is read. The stages are imported only here
 * and now, because they bring a dictionary and a PDF reader that `--help`, `schema` and `diff` do not need.
 */
export async function openPipeline(): Promise<Pipeline> {
  const rulebook = loadRulebook(join(packageRoot, 'rules'));
  const version = packageVersion();
  const run = await import('../run.js');
  const { extract, readSource, sourceOf } = run;
  return {
    read: async (path, options) =>
      path === '-' ? sourceOf('stdin', await standardInput(), rulebook, options) : readSource(path, rulebook, options),
    extract: (source) => extract(source, rulebook, version),
    forms: rulebook.lexicon.forms,
    extractWithout: (source, forms) =>
      extract(source, { ...rulebook, lexicon: rulebook.lexicon.without(forms) }, version),
    verify: (record) => run.verifyRecord({ record, rulebook }),
    verifyTogether: (records) => run.sameStudies(records),
    mutationScore: () => run.mutationScore(rulebook),
    checks: run.checkDescriptions,
  };
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

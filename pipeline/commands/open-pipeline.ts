import { join } from 'node:path';
import { loadRulebook } from '../rulebook/index.js';
import type { Extraction } from '../run.js';
import type { Message, Source } from '../text/index.js';
import { packageRoot, packageVersion } from './package-root.js';

/** The pipeline with the rules of this package loaded. */
export interface Pipeline {
  /** Reads an article; `-` is standard input. */
  readonly read: (path: string) => Promise<{ source: Source; messages: readonly Message[] }>;
  readonly extract: (source: Source) => Extraction;
  /** All forms of the lexicon. */
  readonly forms: readonly string[];
  /** Extracts as if the lexicon had never heard of some forms. */
  readonly extractWithout: (source: Source, forms: ReadonlySet<string>) => Extraction;
}

/**
 * Loads rules and stages; throws a RuleError before any text is read. The stages are imported only here
 * and now, because they bring a dictionary and a PDF reader that `--help`, `schema` and `diff` do not need.
 */
export async function openPipeline(): Promise<Pipeline> {
  const rulebook = loadRulebook(join(packageRoot, 'rules'));
  const version = packageVersion();
  const { decodeSource, extract, readSource } = await import('../run.js');
  return {
    read: async (path) => (path === '-' ? decodeSource('stdin', await standardInput()) : readSource(path)),
    extract: (source) => extract(source, rulebook, version),
    forms: rulebook.lexicon.forms,
    extractWithout: (source, forms) =>
      extract(source, { ...rulebook, lexicon: rulebook.lexicon.without(forms) }, version),
  };
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

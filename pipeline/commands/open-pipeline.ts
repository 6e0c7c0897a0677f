import { join } from 'node:path';
import { loadRulebook } from '../rulebook/index.js';
import type { Extraction, PdfOptions } from '../run.js';
import type { Message, Source } from '../text/index.js';
import { packageRoot, packageVersion } from './package-root.js';

/** The pipeline with the rules of this package loaded. */
export interface Pipeline {
  /** Reads an article; `-` is standard input. */
  readonly read: (path: string, options?: PdfOptions) => Promise<{ source: Source; messages: readonly Message[] }>;
  readonly extract: (source: Source) => Extraction;
}

/**
 * Loads rules and stages; throws a RuleError before any text is read. The stages are imported only here
 * and now, because they bring a dictionary and a PDF reader that `--help`, `schema` and `diff` do not need.
 */
export async function openPipeline(): Promise<Pipeline> {
  const rulebook = loadRulebook(join(packageRoot, 'rules'));
  const version = packageVersion();
  const { extract, readSource, sourceOf } = await import('../run.js');
  return {
    read: async (path, options) =>
      path === '-' ? sourceOf('stdin', await standardInput(), rulebook, options) : readSource(path, rulebook, options),
    extract: (source) => extract(source, rulebook, version),
  };
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

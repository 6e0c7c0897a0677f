import { IngestError, sourceOf } from '../../pipeline/ingest/index.js';
import type { Rulebook } from '../../pipeline/rulebook/index.js';
import { extract } from '../../pipeline/run.js';

/** What became of a PDF: read, or refused as what; anything else is an error that nobody handled. */
export async function outcomeOf(pdf: Uint8Array, rulebook: Rulebook): Promise<string> {
  try {
    const { source } = await sourceOf('fuzzed.pdf', pdf, rulebook);
    extract(source, rulebook, '0');
    return 'read';
  } catch (error) {
    if (error instanceof IngestError && !error.message.includes('\n')) {
      return error.message.includes('s to read') ? 'out of time' : `refused: ${error.failure}`;
    }
    return `unhandled: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

/**
 * zhailu as a library: reads a Chinese clinical article and gives back what each of its studies reported.
 *
 * ```ts
 * import { extract, loadRulebook, readSource, rulesFolder, toYaml, version } from 'zhailu';
 *
 * const rulebook = loadRulebook(rulesFolder);
 * const { source } = await readSource('article.pdf', rulebook);
 * const { record, messages } = extract(source, rulebook, version);
 * console.log(toYaml(record));
 * ```
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the rules that come with this package, for `loadRulebook`. */
export const rulesFolder: string = fileURLToPath(new URL('../rules', import.meta.url));

/** The version of this package, which `extract` writes into every record. */
export const version: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** Reads a record from YAML or JSON and checks it against the format; throws with line and column where it is wrong. */
export { readRecord } from './emit/read-record.js';
/** Checks a record and writes it as YAML: the same record gives the same bytes. */
export { toYaml } from './emit/to-yaml.js';
/** The reason why a file cannot be read as an article. */
export { IngestError, type IngestFailure } from './ingest/index.js';
export type * from './model/record.js';
/** Thrown by `loadRulebook`: file, line, column and what is wrong with the rule. */
/** Loads and checks all rules of a folder. Throws a RuleError before any text is read. */
export { loadRulebook, type Rulebook, RuleError } from './rulebook/index.js';
/** What `extract` gives: the record, the messages, the repaired document, and how each value came about. */
export type { Extraction } from './run.js';
/** Runs all stages over a source. A bad text never throws; what is lost is a message. */
/** `readSource` reads a file, `sourceOf` bytes, `decodeSource` bytes of text; all throw an IngestError where there is no text. */
/** The checks of a record: findings by study, and how many equations each check looked at. Changes nothing. */
export {
  decodeSource,
  extract,
  type PdfOptions,
  readSource,
  sourceOf,
  type Verification,
  verifyRecord,
} from './run.js';
export type { Message, Source } from './text/index.js';
/** `path:line:col: warning: reason  [rule]`: a message as one line. */
export { messageLine } from './text/index.js';

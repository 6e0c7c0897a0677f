import type { ArticleRecord } from '../model/index.js';
import { schemaFile } from './record-schema.js';
import { validRecord } from './valid-record.js';
import { yamlText } from './yaml-text.js';

/**
 * A record as its YAML file: validated, keys in the order of the schema, the same bytes every time.
 */
export function toYaml(record: ArticleRecord): string {
  return `# yaml-language-server: $schema=./${schemaFile}\n${yamlText(validRecord(record))}`;
}

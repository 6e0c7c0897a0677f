import { type ArticleRecord, articleRecord } from '../model/index.js';
import { schemaFile } from './record-schema.js';
import { yamlText } from './yaml-text.js';

/**
 * A record as its YAML file. The record is validated on the way, which also puts its keys into the order
 * of the schema; an invalid record throws, because it is a bug of a stage and no file may hold it.
 */
export function toYaml(record: ArticleRecord): string {
  return `# yaml-language-server: $schema=./${schemaFile}\n${yamlText(articleRecord.parse(record))}`;
}

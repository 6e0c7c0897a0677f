import { z } from 'zod';
import { articleRecord } from '../model/index.js';

/** The name under which the schema stands beside the records that refer to it. */
export const schemaFile = 'trial-records.schema.json';

/** Record format 1 as JSON Schema 2020-12. */
export function recordSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(articleRecord, { target: 'draft-2020-12', reused: 'ref' });
  const { $schema, ...rest } = schema;
  return { $schema, title: 'zhailu trial records, format 1', ...rest };
}

/** The text of the schema file. */
export function recordSchemaText(): string {
  return `${JSON.stringify(recordSchema(), null, 2)}\n`;
}

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordSchema, recordSchemaText } from '../../pipeline/emit/index.js';
import { fullRecord } from '../model/full-record.js';

describe('the JSON Schema of the records', () => {
  // Back into zod, which checks a record with what the JSON Schema says and nothing else.
  const fromSchema = z.fromJSONSchema(recordSchema() as Parameters<typeof z.fromJSONSchema>[0]);

  it('is JSON Schema 2020-12 and the same every time', () => {
    expect(recordSchema().$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(recordSchemaText()).toBe(recordSchemaText());
    expect(JSON.parse(recordSchemaText())).toEqual(recordSchema());
  });

  it('accepts a record with every field', () => {
    expect(fromSchema.safeParse(fullRecord()).error?.issues).toBeUndefined();
  });

  it.each([
    ['another format', { format: 'zhailu/2' }],
    ['a key that is not in the format', { extra: 1 }],
    ['studies that are no list', { trials: {} }],
    ['a study without an id', { trials: [{ name: 'BOSTON' }] }],
  ])('refuses %s', (_, change) => {
    expect(fromSchema.safeParse({ ...fullRecord(), ...change }).success).toBe(false);
  });
});

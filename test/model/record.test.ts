import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleRecord } from '../../pipeline/model/index.js';
import { fullRecord } from './full-record.js';

type Path = readonly (string | number)[];
type Branch = Record<string | number, unknown>;

/** The full record with one value put in, or with one left out where that is `undefined`. */
function recordWith(path: Path, value: unknown): unknown {
  const record = fullRecord();
  const key = path.at(-1)!;
  const parent = path.slice(0, -1).reduce<Branch>((branch, step) => branch[step] as Branch, record);
  if (value === undefined) {
    if (!(key in parent)) throw new Error(`${path.join('.')} is not there to be left out`);
    delete parent[key];
  } else parent[key] = value;
  return record;
}

/** The places at which the schema objects, as dotted paths. */
function objections(record: unknown): string[] {
  return articleRecord.safeParse(record).error?.issues.map(({ path }) => path.join('.')) ?? [];
}

/** The paths of every object in a value. */
function objectPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, child]) =>
    objectPaths(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? below : [path, ...below];
}

/** The names of all keys in a value. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(child)]);
}

/** The names of all properties that a JSON Schema describes. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, child]) => [
    ...(key === 'properties' ? Object.keys(child) : []),
    ...propertiesOf(child),
  ]);
}

const firstTrial = ['trials', 0] as const;
const firstArm = [...firstTrial, 'arms', 0] as const;
const firstOutcome = [...firstTrial, 'outcomes', 0] as const;
const firstValue = [...firstOutcome, 'values', 0] as const;
const firstComparison = [...firstOutcome, 'comparisons', 0] as const;

describe('the record schema', () => {
  it('takes a record with every field of the format, and gives it back as it was', () => {
    expect(articleRecord.parse(fullRecord())).toEqual(fullRecord());
  });

  it('knows no field that this record leaves out', () => {
    const shown = new Set(keysOf(fullRecord()));
    expect(propertiesOf(z.toJSONSchema(articleRecord)).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('takes an article in which no study was found', () => {
    const { format, document, extractor } = fullRecord();
    const numbers = { total: 0, recorded: 0, set_aside: {}, unresolved: [] };
    expect(objections({ format, document, extractor, trials: [], numbers })).toEqual([]);
  });

  it('takes zero as a value: no events is a result', () => {
    expect(objections(recordWith([...firstValue, 'value'], 0))).toEqual([]);
    expect(objections(recordWith([...firstValue, 'events'], 0))).toEqual([]);
  });

  const open = ['numbers.set_aside'];
  const closed = objectPaths(fullRecord()).filter((path) => !open.includes(path.join('.')));
  it.each(closed.map((path) => [path.join('.') || 'the record', path] as const))(
    'refuses an unknown key in %s',
    (_, path) => {
      expect(objections(recordWith([...path, 'note'], 'x'))).toEqual([path.join('.')]);
    },
  );

  const sourced = objectPaths(fullRecord()).filter((path) => path.at(-1) === 'source');
  it.each(sourced.map((path) => [path.slice(0, -1).join('.'), path] as const))(
    'refuses %s without its source',
    (_, path) => {
      expect(objections(recordWith(path, undefined))).toEqual([path.join('.')]);
    },
  );

  const sourceKeys = ['start', 'end', 'line', 'text'];
  it.each(sourceKeys)('refuses a source without its %s', (key) => {
    const path = [...firstValue, 'source', key];
    expect(objections(recordWith(path, undefined))).toEqual([path.join('.')]);
  });

  const required: Path[] = [
    ['format'],
    ['document'],
    ['document', 'id'],
    ['document', 'file'],
    ['document', 'sha256'],
    ['document', 'characters'],
    ['extractor', 'version'],
    ['extractor', 'rules'],
    ['trials'],
    ['numbers'],
    ['numbers', 'total'],
    ['numbers', 'recorded'],
    ['numbers', 'set_aside'],
    ['numbers', 'unresolved'],
    ['numbers', 'unresolved', 0, 'reason'],
    [...firstTrial, 'id'],
    [...firstTrial, 'section', 'title'],
    [...firstTrial, 'population', 'groups', 0, 'size'],
    [...firstArm, 'id'],
    [...firstArm, 'label'],
    [...firstArm, 'drugs', 0, 'name'],
    [...firstArm, 'cycles', 0, 'item'],
    [...firstTrial, 'baseline', 0, 'item'],
    [...firstOutcome, 'measure'],
    [...firstOutcome, 'statistic'],
    [...firstComparison, 'p', 'op'],
    [...firstComparison, 'p', 'value'],
    [...firstComparison, 'effect', 'type'],
    [...firstComparison, 'effect', 'value'],
    [...firstComparison, 'effect', 'ci', 'low'],
    [...firstTrial, 'adverse_events', 0, 'term'],
    ['findings', 0, 'message'],
  ];
  it.each(required.map((path) => [path.join('.'), path] as const))('refuses a record without %s', (_, path) => {
    expect(objections(recordWith(path, undefined))).toEqual([path.join('.')]);
  });

  const wrong: [why: string, path: Path, value: unknown][] = [
    ['another format', ['format'], 'zhailu/2'],
    ['an operator that is none', [...firstComparison, 'p', 'op'], '=='],
    ['an operator in Latin letters', [...firstValue, 'op'], '>='],
    ['a value that is text', [...firstValue, 'value'], '36.10'],
    ['a value that is no number', [...firstValue, 'value'], Number.NaN],
    ['a value that is unknown', [...firstValue, 'value'], null],
    ['a value that is endless', [...firstValue, 'value'], Number.POSITIVE_INFINITY],
    ['a printed form that is a number', [...firstValue, 'printed'], 36.1],
    ['half an event', [...firstOutcome, 'values', 1, 'events'], 0.5],
    ['fewer than no patients', [...firstOutcome, 'values', 1, 'total'], -1],
    ['a range of an unknown kind', [...firstTrial, 'baseline', 0, 'range', 'kind'], 'min-max'],
    ['"not reached: no"', [...firstOutcome, 'values', 0, 'not_reached'], false],
    ['more than certainty', [...firstValue, 'confidence'], 1.1],
    ['an unknown statistic', [...firstOutcome, 'statistic'], 'percentage'],
    ['an unknown role', [...firstArm, 'role'], 'comparator'],
    ['an unknown item of a cycle', [...firstArm, 'cycles', 0, 'item'], 'length'],
    ['a citation that is a number', [...firstTrial, 'citations', 0], 5],
    ['a grade that is a number', [...firstTrial, 'adverse_events', 0, 'grade'], 3],
    ['an unknown severity', ['findings', 0, 'severity'], 'fatal'],
    ['a line before the first', [...firstValue, 'source', 'line'], 0],
    ['an offset before the text', [...firstValue, 'source', 'start'], -1],
    ['an offset within a character', [...firstValue, 'source', 'end'], 10.5],
    ['a page before the first', [...firstValue, 'source', 'page'], 0],
    ['a box with three sides', [...firstValue, 'source', 'box'], [0, 0, 1]],
    ['a reason to set aside nothing', ['numbers', 'set_aside', 'citation'], 0],
  ];
  it.each(wrong)('refuses %s', (_, path, value) => {
    expect(objections(recordWith(path, value))).toEqual([path.join('.')]);
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseRecord, toJson, toJsonLines, toYaml } from '../../pipeline/emit/index.js';
import type { ArticleRecord } from '../../pipeline/model/index.js';
import { fullRecord } from '../model/full-record.js';
import { quote, record, trial } from './records.js';

const full = fullRecord() as unknown as ArticleRecord;

describe('a record as YAML', () => {
  it('reads back as it was, every field of the format', () => {
    expect(parseRecord('full.yaml', toYaml(full))).toEqual(full);
  });

  it('names its schema in the first line', () => {
    expect(toYaml(full).split('\n')[0]).toBe('# yaml-language-server: $schema=./trial-records.schema.json');
  });

  it('has its keys in the order of the schema, whatever order the stages leave', () => {
    const reversed = reverseKeys(full) as ArticleRecord;
    expect(Object.keys(reversed)[0]).not.toBe('format');
    expect(toYaml(reversed)).toBe(toYaml(full));
  });

  it('has a value with its source on one line', () => {
    const { start, end } = quote('35.92%');
    expect(toYaml(record(trial())).split('\n')).toContain(
      `          - {arm: VTD, value: 35.92, source: {start: ${start}, end: ${end}, line: 2, text: "35.92%"}}`,
    );
  });

  it('never folds a long line', () => {
    const message = '很长的说明 '.repeat(60).trim();
    const long = { ...record(), findings: [{ check: 'sum', severity: 'info' as const, message }] };
    expect(toYaml(long)).toContain(`message: ${message}}\n`);
  });

  it('leaves out what is undefined', () => {
    const trials = [{ ...trial(), name: undefined }] as unknown as ArticleRecord['trials'];
    expect(toYaml(record(...trials))).toBe(toYaml(record(trial())));
  });

  it('refuses what is no record', () => {
    expect(() => toYaml({ ...record(), format: 'zhailu/2' } as unknown as ArticleRecord)).toThrow();
  });
});

describe('strings in YAML', () => {
  const risky = [
    ...[
      'yes',
      'No',
      'on',
      'OFF',
      'y',
      'null',
      'true',
      '~',
      '',
      '=',
      '<<',
      '-',
      '3-4',
      '36.10',
      '1:30',
      '2019-07-03',
      '1e5',
    ],
    ...[
      '0x1f',
      '.5',
      '+1',
      '# no comment',
      'a: b',
      'a #b',
      '[a]',
      '{a}',
      '*a',
      '&a',
      '!a',
      '%a',
      '@a',
      '`a',
      '"a"',
      "'a'",
    ],
    ...[
      'a\nb',
      ' a',
      'a ',
      'a\t',
      'a\u2028b',
      'a\u0085b',
      '\ufeffa',
      'a\u0007',
      'a,b',
      'a]',
      'a}',
      '>=3',
      '|',
      '>',
      '?',
      '? a',
    ],
    ...['≥VGPR', 'VTD', '硼替佐米', 'd1、d4', 'mg/m2', 'ASCT + VRd', 'del(17p)', '𠮷', 'P<0.001', '中位 PFS（月）'],
  ];

  it.each(risky)('%j stays a string for readers of YAML 1.2 and of YAML 1.1', (label) => {
    const text = toYaml(record({ ...trial(), name: label }));
    for (const version of ['1.1', '1.2'] as const) {
      expect((parse(text, { version }) as ArticleRecord).trials[0]?.name).toBe(label);
    }
  });

  it('have characters that some readers refuse written as their numbers', () => {
    expect(toYaml(record({ ...trial(), name: 'a\u0085b\u2028c\ufeffd\u009fe' }))).toContain(
      'name: "a\\u0085b\\u2028c\\ufeffd\\u009fe"',
    );
  });

  it.each(['yes', '=', '3-4', '1:30', '2019-07-03', '0.1.0'])('%j is quoted', (label) => {
    expect(toYaml(record({ ...trial(), name: label }))).toContain(`name: "${label}"`);
  });

  it.each(['≥VGPR', 'VTD', '硼替佐米', 'mg/m2', 'ASCT + VRd', 'del(17p)'])('%s is not', (label) => {
    expect(toYaml(record({ ...trial(), name: label }))).toContain(`name: ${label}\n`);
  });
});

describe('numbers in YAML', () => {
  it.each([0, 1e-7, 1.5e-9, -2.5, 36.1, 1e21, 123456])('%d stays this number for both', (value) => {
    const { population, ...rest } = trial();
    const size = { ...population?.size, value } as never;
    const text = toYaml(record({ ...rest, population: { size } }));
    for (const version of ['1.1', '1.2'] as const) {
      expect((parse(text, { version }) as ArticleRecord).trials[0]?.population?.size?.value).toBe(value);
    }
  });

  it('have a point before an exponent, without which YAML 1.1 sees a word', () => {
    expect(
      toYaml(record({ ...trial(), population: { size: { value: 1e-7, source: trial().population!.size!.source } } })),
    ).toContain('value: 1.0e-7,');
  });
});

describe('a record as JSON', () => {
  it('reads back as it was', () => {
    expect(parseRecord('full.json', toJson(full))).toEqual(full);
  });

  it('in lines has a study in each, with its document', () => {
    const lines = toJsonLines(record(trial(), { ...trial(), id: 'ref-6' })).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { document: 'article', id: 'ref-5' },
      { document: 'article', id: 'ref-6' },
    ]);
  });

  it('in lines is nothing where there are no studies', () => {
    expect(toJsonLines(record())).toBe('');
  });
});

function reverseKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reverseKeys);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      // The reasons for setting numbers aside are no fields of the format; their order is the ledger's.
      .map(([key, value]) => [key, key === 'set_aside' ? value : reverseKeys(value)]),
  );
}

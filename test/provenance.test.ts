import { describe, expect, it } from 'vitest';
import { articleRecord, type SourceRef } from '../pipeline/model/index.js';
import { extractCorpus } from './corpus-extractions.js';

const extractions = [...(await extractCorpus())];

/** Every source of a record, wherever it stands, with the path to it. */
function sourcesOf(node: unknown, path = ''): (readonly [path: string, source: SourceRef])[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    if (key === 'source') return [[here, value as SourceRef] as const];
    if (key === 'sources') return (value as SourceRef[]).map((source, i) => [`${here}.${i}`, source] as const);
    return sourcesOf(value, here);
  });
}

/** Every object of a record. */
function nodesOf(node: unknown): object[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(Array.isArray(node) ? [] : [node]), ...Object.values(node).flatMap(nodesOf)];
}

/** The line of an offset, counted from 1. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

describe.each(extractions)('the record of %s', (_, { record, document }) => {
  const { text } = document.source;
  const sources = sourcesOf(record);

  it('has a source for each value, and a value for each source', () => {
    const told = nodesOf(record.trials).filter((node) => 'source' in node || 'value' in node || 'not_reached' in node);
    expect(told.length).toBeGreaterThan(10);
    const halves = told.filter(
      (node) => !('source' in node && ('value' in node || 'not_reached' in node || 'range' in node)),
    );
    expect(halves).toEqual([]);
  });

  it('reads every value back from the article', () => {
    expect(sources.filter(([, { start, end, text: quoted }]) => text.slice(start, end) !== quoted)).toEqual([]);
    expect(sources.filter(([, { start, end }]) => end <= start)).toEqual([]);
  });

  it('tells the line of every value', () => {
    expect(sources.filter(([, { start, line }]) => lineOf(text, start) !== line)).toEqual([]);
  });

  it('quotes a digit wherever it tells a number', () => {
    const told = sources.filter(([path]) => !path.includes('.findings.'));
    const wordless = told.filter(([, source]) => !/[\d０-９〇一二两三四五六七八九十未全无]/u.test(source.text));
    expect(wordless).toEqual([]);
  });

  it('keeps to its schema', () => {
    const { error } = articleRecord.safeParse(record);
    expect(error?.issues ?? []).toEqual([]);
  });

  it('accounts for every number once', () => {
    const { total, recorded, set_aside, unresolved } = record.numbers;
    const aside = Object.values(set_aside).reduce((sum, count) => sum + count, 0);
    expect(recorded + aside + unresolved.length).toBe(total);
    expect(recorded).toBeGreaterThan(0);
  });

  it('names each study once', () => {
    const ids = record.trials.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to arms that its studies have', () => {
    for (const trial of record.trials) {
      const arms = new Set((trial.arms ?? []).map(({ id }) => id));
      const rows = [...(trial.outcomes ?? []), ...(trial.adverse_events ?? [])];
      const values = [...(trial.baseline ?? []), ...rows.flatMap(({ values = [] }) => values)];
      const named = [
        ...values.flatMap(({ arm }) => arm ?? []),
        ...rows.flatMap(({ comparisons = [] }) => comparisons.flatMap(({ arms: compared = [] }) => compared)),
      ];
      expect(named.filter((arm) => !arms.has(arm))).toEqual([]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { DataError, parseRecord, toYaml } from '../../pipeline/emit/index.js';
import { record, trial } from './records.js';

describe('reading a record back', () => {
  it('says where the file is no record', () => {
    const broken = toYaml(record(trial())).replace('statistic: rate', 'statistic: ratio');
    const line = broken.split('\n').findIndex((text) => text.includes('ratio')) + 1;
    expect(() => parseRecord('a.yaml', broken)).toThrow(DataError);
    expect(() => parseRecord('a.yaml', broken)).toThrow(`a.yaml:${line}:`);
    expect(() => parseRecord('a.yaml', broken)).toThrow('trials.0.outcomes.0.statistic: ');
  });

  it('says where the file is no YAML', () => {
    expect(() => parseRecord('a.yaml', 'format: [zhailu/1\nb')).toThrow(/^a\.yaml:\d+:\d+: error: /);
  });

  it('refuses an empty file', () => {
    expect(() => parseRecord('a.yaml', '')).toThrow(/^a\.yaml:1:1: error: /);
  });
});

import { describe, expect, it } from 'vitest';
import { diffRecords } from '../../pipeline/commands/diff/diff-records.js';
import type { Difference } from '../../pipeline/commands/diff/difference.js';
import type { TrialRecord } from '../../pipeline/model/index.js';
import { quote, record, trial } from '../emit/records.js';

const before = record(trial());

/** The study after a change made by hand. */
function changed(change: (study: TrialRecord) => void): TrialRecord {
  const study = trial();
  change(study);
  return study;
}

/** What a change of the one study comes to. */
function differences(change: (study: TrialRecord) => void): Difference[] {
  return diffRecords(before, record(changed(change)));
}

describe('a record', () => {
  it('does not differ from itself', () => {
    expect(diffRecords(before, record(trial()))).toEqual([]);
  });

  it('does not differ in another order', () => {
    const [outcome] = trial().outcomes ?? [];
    const reordered = changed((study) => {
      study.arms?.reverse();
      study.outcomes?.reverse();
      outcome?.values?.reverse();
      study.outcomes?.find(({ measure }) => measure === 'CR')?.values?.reverse();
    });
    const other = {
      ...trial(),
      id: 'ref-6',
      citations: ['6'],
      arms: [],
      outcomes: [],
      adverse_events: [],
      population: {},
    };
    expect(diffRecords(record(trial(), other), record(other, reordered))).toEqual([]);
  });

  it('does not differ by the rules that wrote it, nor by how sure they were', () => {
    const surer = changed((study) => {
      study.outcomes![0]!.values![0]!.confidence = 0.5;
    });
    expect(diffRecords(before, { ...record(surer), extractor: { version: '9', rules: 'others' } })).toEqual([]);
  });

  it('does not differ where a number has the same meaning and a wider source', () => {
    expect(differences((study) => Object.assign(study.population!.size!, { source: quote('322例') }))).toEqual([]);
  });
});

describe('a number', () => {
  it('that is new was added', () => {
    const found = differences((study) =>
      study.adverse_events!.push({ term: '感染', values: [{ arm: 'CBD', value: 3, source: quote('3', 3) }] }),
    );
    expect(found).toMatchObject([
      { change: 'added', of: 'value', study: 'ref-5', label: 'ae 感染 3, arm CBD', source: quote('3', 3) },
    ]);
  });

  it('that is gone was removed', () => {
    const found = differences((study) => study.outcomes!.pop());
    expect(found).toMatchObject([
      { change: 'removed', of: 'value', study: 'ref-5', label: 'median PFS 20 month, arm VTD', source: quote('20') },
    ]);
  });

  it('that is another at the same place was changed', () => {
    const found = differences((study) => {
      study.outcomes![0]!.values![0]!.value = 35.29;
    });
    expect(found).toMatchObject([
      {
        change: 'changed',
        label: 'rate CR 35.92 %, arm VTD, 诱导后',
        fields: [{ field: 'value', before: 35.92, after: 35.29 }],
        source: quote('35.92%'),
      },
    ]);
  });

  it('that went to another arm was changed, not removed and added', () => {
    const found = differences((study) => {
      study.adverse_events![0]!.values![1]!.arm = 'VTD';
    });
    expect(found).toMatchObject([{ change: 'changed', fields: [{ field: 'arm', before: 'CBD', after: 'VTD' }] }]);
  });

  it('that went to another measure was changed', () => {
    const found = differences((study) => {
      study.outcomes![1]!.measure = 'OS';
    });
    expect(found).toMatchObject([{ change: 'changed', fields: [{ field: 'measure', before: 'PFS', after: 'OS' }] }]);
  });

  it('that went to another study was changed', () => {
    const events = trial().adverse_events ?? [];
    const rest = changed((study) => {
      delete study.adverse_events;
    });
    const found = diffRecords(before, record(rest, { id: 'ref-6', arms: trial().arms!, adverse_events: events }));
    const values = found.filter(({ label }) => label.startsWith('ae '));
    expect(values.map(({ change }) => change)).toEqual(['changed', 'changed']);
    expect(values[0]?.fields).toEqual([{ field: 'study', before: 'ref-5', after: 'ref-6' }]);
  });

  it('with the same binding and another value elsewhere was changed', () => {
    const found = differences((study) => {
      study.outcomes![1]!.values = [{ arm: 'VTD', value: 322, source: quote('322') }];
      delete study.population!.size;
    });
    expect(found.map(({ label, change }) => `${change} ${label}`)).toEqual([
      'changed n 322',
      'removed median PFS 20 month, arm VTD',
    ]);
  });

  it('of a p value, its operator, its arms and an interval count', () => {
    const found = differences((study) => {
      const [comparison] = study.outcomes![0]!.comparisons!;
      Object.assign(comparison!.p!, { op: '<' });
      comparison!.arms = ['CBD', 'VTD'];
    });
    expect(found).toMatchObject([
      {
        label: 'p CR = 0.03, arm VTD : CBD, 诱导后',
        fields: [
          { field: 'compared', before: ['VTD', 'CBD'], after: ['CBD', 'VTD'] },
          { field: 'op', before: '=', after: '<' },
        ],
      },
    ]);
  });

  it('printed once for two arms is two numbers', () => {
    const [value] = trial().outcomes![1]!.values!;
    const found = differences((study) => study.outcomes![1]!.values!.push({ ...value!, arm: 'CBD' }));
    expect(found).toMatchObject([{ change: 'added', label: 'median PFS 20 month, arm CBD' }]);
  });
});

describe('arms and studies', () => {
  it('an arm under a new id is told once, not with each of its numbers', () => {
    const renamed = JSON.parse(JSON.stringify(trial()).replaceAll('"arm":"VTD"', '"arm":"V"')) as TrialRecord;
    renamed.arms![0]!.id = 'V';
    renamed.outcomes![0]!.comparisons![0]!.arms = ['V', 'CBD'];
    expect(diffRecords(before, record(renamed))).toMatchObject([
      { change: 'changed', of: 'arm', label: 'arm VTD', fields: [{ field: 'id', before: 'VTD', after: 'V' }] },
    ]);
  });

  it('an arm with other drugs is told', () => {
    expect(differences((study) => study.arms![0]!.drugs!.push({ name: 'thalidomide' }))).toMatchObject([
      { of: 'arm', fields: [{ field: 'drugs', before: ['bortezomib'], after: ['bortezomib', 'thalidomide'] }] },
    ]);
  });

  it('an arm with its drugs in another order is not', () => {
    const two = (...names: string[]): TrialRecord =>
      changed((study) => {
        study.arms![0]!.drugs = names.map((name) => ({ name }));
      });
    expect(diffRecords(record(two('bortezomib', 'thalidomide')), record(two('thalidomide', 'bortezomib')))).toEqual([]);
  });

  it('an arm that came is told', () => {
    expect(
      differences((study) => study.arms!.push({ id: 'VRd', label: 'VRd组', drugs: [{ name: 'lenalidomide' }] })),
    ).toEqual([{ change: 'added', of: 'arm', study: 'ref-5', label: 'arm VRd VRd组 (lenalidomide)' }]);
  });

  it('a study under a new id is known by its citations', () => {
    expect(diffRecords(before, record({ ...trial(), id: 'MEY' }))).toMatchObject([
      { change: 'changed', of: 'study', study: 'ref-5', fields: [{ field: 'id', before: 'ref-5', after: 'MEY' }] },
    ]);
  });

  it('a study under a new id and without citations is known by its places', () => {
    const { citations, ...nameless } = trial();
    expect(citations).toBeDefined();
    const found = diffRecords(before, record({ ...nameless, id: 'MEY' }));
    expect(found.map(({ of }) => of)).toEqual(['study']);
  });

  it('a study that came or went is told with its numbers', () => {
    const other: TrialRecord = {
      id: 'ref-9',
      citations: ['9'],
      population: { size: { value: 5, source: quote('5') } },
    };
    expect(diffRecords(before, record(trial(), other)).map(({ label }) => label)).toEqual(['study ref-9 [9]', 'n 5']);
    expect(diffRecords(record(trial(), other), before).map(({ change }) => change)).toEqual(['removed', 'removed']);
  });
});

describe('around the studies', () => {
  it('findings and the ledger count', () => {
    const finding = { check: 'sum', severity: 'warning' as const, message: '84 + 238 = 322' };
    const numbers = { ...before.numbers, recorded: 8 };
    expect(diffRecords(before, { ...before, numbers, findings: [finding] })).toMatchObject([
      { change: 'added', of: 'finding', label: 'warning sum: 84 + 238 = 322' },
      { change: 'changed', of: 'ledger', fields: [{ field: 'recorded', before: 9, after: 8 }] },
    ]);
  });

  it('in a new edition of the article a number may stand anywhere', () => {
    const moved = JSON.parse(JSON.stringify(trial()), (key, value: unknown) => {
      return key === 'start' || key === 'end' ? (value as number) + 7 : value;
    }) as TrialRecord;
    const after = { ...record(moved), document: { ...before.document, sha256: 'ef'.repeat(32) } };
    expect(diffRecords(before, after).map(({ of }) => of)).toEqual(['document']);
  });
});

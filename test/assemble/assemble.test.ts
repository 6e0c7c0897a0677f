import { describe, expect, it } from 'vitest';
import type { Binding, Study } from '../../pipeline/model/index.js';
import { assembled, binding, study, text, twoArms } from './assembled.js';

const rate = (printed: string, value: number, arm: string) =>
  binding('rate', `${printed}%`, { kind: 'percentage', printed, value, unit: '%' }, { measure: 'CR', arm });
const p = binding(
  'p',
  'P=0.030',
  { kind: 'p-value', printed: '0.030', value: 0.03, comparator: '=' },
  {
    measure: 'CR',
    arms: ['VTD', 'CBD'],
  },
);

describe('the id of a study', () => {
  const ids = (...studies: Parameters<typeof study>[0][]): string[] =>
    assembled(studies.map((facts, i) => study({ ...facts, key: `s${i}` }))).map(({ id }) => id);

  it('is its name, else its first citation, else its lead author, else says whose it is', () => {
    expect(
      ids(
        { name: 'BOSTON', citations: ['5'], lead: 'MEY' },
        { citations: ['6', '7'], lead: 'MEY' },
        { lead: 'MEY' },
        { own: true, citations: ['1'] },
        {},
      ),
    ).toEqual(['BOSTON', 'ref-6', 'MEY', 'own', 'uncited']);
  });

  it('gets a letter where two studies would have the same', () => {
    expect(ids({ citations: ['5'] }, { citations: ['6'] }, { citations: ['5'] })).toEqual([
      'ref-5-a',
      'ref-6',
      'ref-5-b',
    ]);
  });

  it('does not depend on the studies of other names around it', () => {
    const [alone] = ids({ name: 'BOSTON' });
    expect(ids({ lead: 'MEY' }, { name: 'BOSTON' }, { citations: ['9'] })).toContain(alone);
  });

  it('goes on behind z', () => {
    const many = ids(...Array.from({ length: 28 }, () => ({ name: 'A' })));
    expect([many[0], many[25], many[26], many[27]]).toEqual(['A-a', 'A-z', 'A-aa', 'A-ab']);
  });
});

describe('the record of a study', () => {
  it('has no key for what is not known', () => {
    expect(assembled([study({ name: 'BOSTON' })])).toEqual([{ id: 'BOSTON', name: 'BOSTON' }]);
    expect(Object.keys(assembled([study()])[0] ?? {})).toEqual(['id']);
  });

  it('has its keys in the order of the format', () => {
    const event = binding(
      'ae',
      '7.1%',
      { kind: 'percentage', printed: '7.1', value: 7.1, unit: '%' },
      { term: '神经病变' },
    );
    const facts = {
      registry: ['NCT03110562'],
      citations: ['5'],
      lead: 'MEY',
      design: ['cohort'],
      conditions: ['NDMM'],
    };
    const [trial] = assembled([study({ ...facts, arms: twoArms })], [event, rate('36.10', 36.1, 'VTD')]);
    expect(Object.keys(trial ?? {})).toEqual([
      'id',
      'registry',
      'citations',
      'lead_author',
      'design',
      'population',
      'arms',
      'outcomes',
      'adverse_events',
    ]);
  });

  it('takes only what is bound to it', () => {
    const other = { ...rate('36.10', 36.1, 'VTD'), study: 'other' };
    expect(assembled([study()], [other])).toEqual([{ id: 'uncited' }]);
  });
});

describe('a value', () => {
  it('keeps its printed form where that says more than the number, and points at its place', () => {
    const [trial] = assembled([study({ arms: twoArms })], [rate('36.10', 36.1, 'VTD'), rate('22.55', 22.55, 'CBD')]);
    const start = text.indexOf('36.10%');
    expect(trial?.outcomes).toMatchObject([
      {
        measure: 'CR',
        statistic: 'rate',
        unit: '%',
        values: [
          { arm: 'VTD', value: 36.1, printed: '36.10', source: { start, end: start + 6, line: 2, text: '36.10%' } },
          { arm: 'CBD', value: 22.55, source: { line: 2, text: '22.55%' } },
        ],
      },
    ]);
    expect(trial?.outcomes?.[0]?.values?.[1]).not.toHaveProperty('printed');
  });

  it('of no patient is a value', () => {
    const none = binding('ae', '0例', { kind: 'count', printed: '0', value: 0, unit: 'patients' }, { term: '皮疹' });
    expect(assembled([study()], [none])[0]?.adverse_events).toMatchObject([{ term: '皮疹', values: [{ value: 0 }] }]);
  });

  it('that is a p value or an effect stands in the comparison of its measure', () => {
    const effect = binding(
      'effect',
      'HR=0.61',
      { kind: 'estimate', printed: '0.61', value: 0.61, estimate: 'HR' },
      {
        measure: 'CR',
        arms: ['VTD', 'CBD'],
      },
    );
    const [trial] = assembled([study({ arms: twoArms })], [rate('36.10', 36.1, 'VTD'), p, effect]);
    expect(trial?.outcomes).toHaveLength(1);
    expect(trial?.outcomes?.[0]?.comparisons).toMatchObject([
      { arms: ['VTD', 'CBD'], p: { op: '=', value: 0.03, printed: '0.030' } },
      { arms: ['VTD', 'CBD'], effect: { type: 'HR', value: 0.61 } },
    ]);
    expect(trial?.outcomes?.[0]?.comparisons?.[1]?.effect).not.toHaveProperty('ci');
  });

  it('that compares a measure at no landmark stands with none of several, and with the only one', () => {
    const early = { ...rate('36.10', 36.1, 'VTD'), time: '1年' };
    const late = { ...rate('22.55', 22.55, 'CBD'), time: '3年' };
    const times = (bindings: readonly Binding[]) =>
      assembled([study({ arms: twoArms })], bindings)[0]?.outcomes?.map(({ time, comparisons }) => [
        time,
        comparisons?.length,
      ]);
    expect(times([early, late, p])).toEqual([
      ['1年', undefined],
      ['3年', undefined],
      [undefined, 1],
    ]);
    expect(times([early, late, { ...p, time: '1年' }])).toEqual([
      ['1年', 1],
      ['3年', undefined],
    ]);
    expect(times([early, { ...late, time: '1年' }, p])).toEqual([['1年', 1]]);
    // What a factor does is not of the one landmark: it compares no arms.
    const { arms: _, ...ofFactor } = p;
    expect(times([early, ofFactor])).toEqual([
      ['1年', undefined],
      [undefined, 1],
    ]);
  });
});

describe('the size', () => {
  const size = (printed: string, value: number, facts: { arm?: string; subgroup?: string } = {}) =>
    binding('n', printed, { kind: 'size', printed: String(value), value }, facts);

  it('of an arm stands with the arm, that of the study with its population, others are groups', () => {
    const sizes = [
      size('322例', 322),
      size('84例', 84, { arm: 'VTD' }),
      size('238例', 238, { arm: 'CBD' }),
      size('84例', 84, { subgroup: '高危' }),
    ];
    const [trial] = assembled([study({ arms: twoArms })], sizes);
    expect(trial?.population).toMatchObject({ size: { value: 322 }, groups: [{ name: '高危', size: { value: 84 } }] });
    expect(trial?.arms?.map(({ id, size: own }) => [id, own?.value])).toEqual([
      ['VTD', 84],
      ['CBD', 238],
    ]);
  });
});

describe('the names of treatments', () => {
  const gastrectomy = { name: 'gastrectomy', printed: '胃切除术', modality: 'surgery' };
  const chemotherapy = { name: 'chemotherapy', printed: '化疗' };
  const arm = (id: string, ...drugs: Study['arms'][number]['drugs']): Study['arms'][number] => ({
    id,
    label: id,
    aliases: new Set([id]),
    drugs,
  });
  const drugsOf = (...arms: Study['arms']) => assembled([study({ arms })])[0]?.arms?.map(({ drugs }) => drugs);

  it('are those of the modality, by which studies are compared; what is printed stays', () => {
    expect(drugsOf(arm('A', gastrectomy, chemotherapy), arm('B', gastrectomy))).toEqual([
      [
        { name: 'surgery', printed: '胃切除术' },
        { name: 'chemotherapy', printed: '化疗' },
      ],
      [{ name: 'surgery', printed: '胃切除术' }],
    ]);
  });

  it('are those of the techniques where these are what tells the arms apart', () => {
    const endoscopic = { name: 'laparoscopic surgery', printed: '腹腔镜手术', modality: 'surgery' };
    expect(drugsOf(arm('A', gastrectomy), arm('B', endoscopic))).toEqual([
      [{ name: 'gastrectomy', printed: '胃切除术' }],
      [{ name: 'laparoscopic surgery', printed: '腹腔镜手术' }],
    ]);
  });

  it('stand once for two techniques of one modality', () => {
    const dissection = { name: 'lymphadenectomy', printed: '淋巴结清扫术', modality: 'surgery' };
    expect(drugsOf(arm('A', gastrectomy, dissection))).toEqual([[{ name: 'surgery', printed: '胃切除术' }]]);
  });
});

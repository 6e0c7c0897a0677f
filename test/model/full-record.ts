/** A record in which every field of record format 1 stands at least once. */
export function fullRecord(): Record<string, unknown> {
  const source = (start: number, text: string): Record<string, unknown> => ({
    start,
    end: start + text.length,
    line: 3,
    page: 2,
    box: [0.1, 0.2, 0.15, 0.22],
    text,
  });
  const p = (): object => ({ op: '=', value: 0.03, printed: '0.030', confidence: 0.9, source: source(900, 'P=0.030') });
  const findings = (): object[] => [
    {
      check: 'percent-of-count',
      severity: 'warning',
      message: '72/315 = 22.9 %, printed 46 %',
      assumption: 'a share of all patients of the arm',
      hints: ['46 as 23'],
      values: [72, 315, '46 %'],
      sources: [source(700, '46%')],
    },
  ];
  return {
    format: 'zhailu/1',
    document: {
      id: '000_a1605893d5a2f2b6',
      file: '000_a1605893d5a2f2b6.txt',
      sha256: 'ab'.repeat(32),
      title: '沙利度胺治疗多发性骨髓瘤',
      pages: 6,
      characters: 9634,
    },
    extractor: { version: '0.1.0', rules: `sha256:${'cd'.repeat(32)}` },
    trials: [
      {
        id: 'ref-5',
        name: 'BOSTON',
        registry: ['NCT03110562'],
        citations: ['5'],
        lead_author: 'MEY',
        section: { number: '1.2.1', title: '适合行自体干细胞移植的初诊患者' },
        design: ['retrospective', 'multicentre'],
        population: {
          conditions: ['NDMM'],
          qualifiers: ['transplant-eligible'],
          size: { value: 322, source: source(10, '322例') },
          groups: [{ name: '高危细胞遗传学', arm: 'VTD', size: { value: 46, source: source(20, '46例') } }],
        },
        arms: [
          {
            id: 'VTD',
            label: 'VTD组',
            role: 'experimental',
            drugs: [
              {
                name: 'bortezomib',
                printed: '硼替佐米',
                atc: 'L01XG01',
                doses: [{ value: 1.3, unit: 'mg/m2', schedule: 'd1、d4、d8、d11', source: source(30, '1.3 mg·m-2') }],
              },
              { name: 'ASCT' },
            ],
            cycles: [
              { item: 'cycle-length', value: 28, unit: 'day', source: source(50, '28 d') },
              { item: 'cycles', value: 6, source: source(60, '6个疗程') },
            ],
            size: { value: 84, percent: 26, source: source(70, '84例(26%)') },
          },
          { id: 'CBD', label: 'CBD', role: 'control' },
          { id: 'all', label: '全部', role: 'single' },
        ],
        baseline: [
          {
            item: 'age',
            statistic: 'median',
            arm: 'VTD',
            subgroup: '≥65岁',
            value: 65,
            unit: 'year',
            range: { low: 34, high: 77, kind: 'range' },
            source: source(80, '65(34~77)岁'),
          },
        ],
        outcomes: [
          {
            measure: 'CR',
            statistic: 'rate',
            unit: '%',
            time: '诱导后',
            subgroup: 'del(17p)',
            values: [
              { arm: 'VTD', value: 36.1, printed: '36.10', confidence: 0.95, source: source(100, '36.10%') },
              { arm: 'CBD', value: 60.6, events: 57, total: 94, source: source(110, '60.6%(57/94例)') },
            ],
            comparisons: [
              {
                arms: ['VTD', 'CBD'],
                p: p(),
                effect: {
                  type: 'HR',
                  value: 0.61,
                  printed: '0.610',
                  unit: 'month',
                  ci: { level: 95, low: 0.5, high: 0.73 },
                  confidence: 0.9,
                  source: source(130, 'HR=0.610,95%CI:0.50-0.73'),
                },
              },
              { subgroups: ['≥VGPR', 'PR'], p: p() },
            ],
            heterogeneity: { i2: { value: 71, source: source(160, 'I2=71%') }, p: p() },
          },
          {
            measure: 'PFS',
            statistic: 'median',
            unit: 'month',
            values: [
              { arm: 'VTD', not_reached: true, source: source(200, '未达到') },
              { arm: 'CBD', op: '<', value: 4, sd: 1.2, source: source(210, '<4个月') },
            ],
          },
        ],
        adverse_events: [
          {
            term: '神经病变',
            preferred: 'Peripheral neuropathy',
            grade: '3-4',
            unit: '%',
            time: '维持期',
            subgroup: '老年',
            values: [{ arm: 'VTD', subgroup: '≥65岁', value: 7.14, source: source(300, '7.14%') }],
            comparisons: [{ arms: ['VTD', 'CBD'], p: p() }],
            heterogeneity: { i2: { value: 0, source: source(320, 'I2=0') } },
          },
        ],
        findings: findings(),
      },
    ],
    numbers: {
      total: 512,
      recorded: 402,
      set_aside: { citation: 40, heading: 21 },
      unresolved: [{ text: '46%', reason: 'no measure', candidates: ['ORR', 'CR'], source: source(700, '46%') }],
    },
    findings: findings(),
  };
}

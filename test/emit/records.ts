import type { ArticleRecord, SourceRef, TrialRecord } from '../../pipeline/model/index.js';

/** An article to write records of: whatever is quoted from it must occur in it. */
export const articleText = [
  '一项回顾性研究[5]纳入322例NDMM患者，VTD组84例，CBD组238例。',
  '诱导后VTD组有较高的CR(35.92%vs22.55%，P=0.03)。',
  '3-4级神经病变(7.14%vs1.26%)；中位PFS为20个月。',
].join('\n');

/** The source of the `nth` occurrence of a quote in the article. */
export function quote(text: string, nth = 1): SourceRef {
  let start = -1;
  for (let n = 0; n < nth; n += 1) start = articleText.indexOf(text, start + 1);
  if (start < 0) throw new Error(`${text} does not occur ${nth} times.`);
  const line = articleText.slice(0, start).split('\n').length;
  return { start, end: start + text.length, line, text };
}

/** The one study of the article. */
export function trial(): TrialRecord {
  return {
    id: 'ref-5',
    citations: ['5'],
    population: { conditions: ['NDMM'], size: { value: 322, source: quote('322') } },
    arms: [
      { id: 'VTD', label: 'VTD', drugs: [{ name: 'bortezomib' }], size: { value: 84, source: quote('84') } },
      { id: 'CBD', label: 'CBD', drugs: [{ name: 'cyclophosphamide' }], size: { value: 238, source: quote('238') } },
    ],
    outcomes: [
      {
        measure: 'CR',
        statistic: 'rate',
        unit: '%',
        time: '诱导后',
        values: [
          { arm: 'VTD', value: 35.92, source: quote('35.92%') },
          { arm: 'CBD', value: 22.55, source: quote('22.55%') },
        ],
        comparisons: [{ arms: ['VTD', 'CBD'], p: { op: '=', value: 0.03, source: quote('P=0.03') } }],
      },
      { measure: 'PFS', statistic: 'median', unit: 'month', values: [{ arm: 'VTD', value: 20, source: quote('20') }] },
    ],
    adverse_events: [
      {
        term: '神经病变',
        grade: '3-4',
        unit: '%',
        values: [
          { arm: 'VTD', value: 7.14, source: quote('7.14%') },
          { arm: 'CBD', value: 1.26, source: quote('1.26%') },
        ],
      },
    ],
  };
}

/** A record of the article with the given studies. */
export function record(...trials: readonly TrialRecord[]): ArticleRecord {
  return {
    format: 'zhailu/1',
    document: { id: 'article', file: 'article.txt', sha256: 'ab'.repeat(32), characters: articleText.length },
    extractor: { version: '0.1.0', rules: `sha256:${'cd'.repeat(32)}` },
    trials: [...trials],
    numbers: { total: 10, recorded: 9, set_aside: { citation: 1 }, unresolved: [] },
  };
}

import { describe, expect, test } from 'vitest';
import type { Binding, Study, TrailStep } from '../../pipeline/model/index.js';
import { trailLabel } from '../../pipeline/verify/trail-label.js';
import { extracted } from './extracted.js';

const text = `多发性骨髓瘤的治疗进展

一项回顾性研究[5]纳入322例NDMM患者，VTD组84例，CBD组238例。VTD组和CBD组的ORR分别为83.3%和77.1%(P=0.03)。
`;

/** A step as lines, what lies beneath it indented. */
function lines(steps: readonly TrailStep[], indent = ''): string[] {
  return steps.flatMap(({ ruleId, text: read, children = [] }) => [
    `${indent}${ruleId}: ${read}`,
    ...lines(children, `${indent}  `),
  ]);
}

function trailOf(number: string) {
  const { trails, document } = extracted(text);
  const found = trails.find(({ place }) => document.source.text.slice(place.start, place.end) === number);
  return { label: found?.label, lines: lines(found?.steps ?? []) };
}

describe('the trail of a rate', () => {
  const trail = trailOf('83.3%');

  test('says what the value means', () => {
    expect(trail.label).toBe('rate 83.3 %, measure ORR, arm VTD, study [5]');
  });

  test("begins with the number's own rule and what it read", () => {
    expect(trail.lines[0]).toBe('numbers.percent: 83.3%');
  });

  test("has the measure's rule beneath the mechanism that joined it, and the arm's", () => {
    expect(trail.lines).toContain('  measures.orr: ORR');
    expect(trail.lines.some((line) => /^ {2}\S+: VTD组$/u.test(line))).toBe(true);
  });
});

test('the trail of a p value names what it tests', () => {
  const { label, lines: told } = trailOf('P=0.03');
  expect(label).toBe('p = 0.03, measure ORR, arms VTD vs CBD, study [5]');
  expect(told[0]).toBe('numbers.p-value: P=0.03');
  expect(told).toContain('  measures.orr: ORR');
});

test('trails stand in the order of the article', () => {
  const starts = extracted(text).trails.map(({ place }) => place.start);
  expect([...starts].sort((a, b) => a - b)).toEqual(starts);
});

describe('the label', () => {
  const study: Study = {
    key: 'a',
    own: false,
    name: 'BOSTON',
    registry: [],
    citations: ['36'],
    design: [],
    conditions: [],
    qualifiers: [],
    spans: [],
    arms: [],
  };
  const base = { study: 'a', span: { start: 0, end: 1 }, confidence: 1, trail: ['numbers.percent'] };
  const labelled: [Omit<Binding, keyof typeof base>, string][] = [
    [
      {
        kind: 'effect',
        measure: 'PFS',
        quantity: { kind: 'estimate', printed: '0.70', estimate: 'HR', low: 0.53, high: 0.93 },
      },
      'effect HR 0.70 (0.53 to 0.93), measure PFS, study BOSTON',
    ],
    [
      { kind: 'count', measure: 'CR', arm: 'VTD', quantity: { kind: 'proportion', printed: '', events: 9, total: 20 } },
      'count 9/20, measure CR, arm VTD, study BOSTON',
    ],
    [
      { kind: 'median', measure: 'OS', quantity: { kind: 'not-reached', printed: '' } },
      'median not reached, measure OS, study BOSTON',
    ],
    [
      { kind: 'ae', term: '贫血', grade: '≥3', quantity: { kind: 'percentage', printed: '16', unit: '%' } },
      'ae 16 %, event 贫血, grade ≥3, study BOSTON',
    ],
    [
      { kind: 'mean', item: 'age', quantity: { kind: 'duration', printed: '61.2', sd: 9.8, unit: 'year' } },
      'mean 61.2 year ± 9.8, item age, study BOSTON',
    ],
  ];
  test.each(labelled)('of %j', (binding, label) => {
    expect(trailLabel({ ...base, ...binding }, study)).toBe(label);
  });

  test.each([
    [{ name: undefined, lead: '王欢' }, '王欢'],
    [{ name: undefined }, '[36]'],
    [{ name: undefined, own: true }, 'of the article'],
    [{ name: undefined, citations: [] }, 'without a name'],
  ])('names a study with %j', (other, name) => {
    const binding: Binding = { ...base, kind: 'n', quantity: { kind: 'count', printed: '84' } };
    expect(trailLabel(binding, { ...study, ...other })).toBe(`n 84, study ${name}`);
  });
});

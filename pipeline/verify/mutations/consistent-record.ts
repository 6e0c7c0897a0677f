import type {
  AdverseEvent,
  ArmValue,
  ArticleRecord,
  Comparison,
  Outcome,
  PValue,
  SourceRef,
  TrialRecord,
} from '../../model/index.js';
import { type ConsistentArm, type ConsistentStudy, consistentStudy, rounded } from './consistent-study.js';

/** Puts numbers one behind the other into a made-up text, and tells where each one stands. */
class Writer {
  private at = 0;

  put(text: string): SourceRef {
    const start = this.at;
    this.at += text.length + 2;
    return { start, end: start + text.length, line: 1, text };
  }
}

/** A record of one made-up study whose numbers all fit each other. */
export function consistentRecord(seed: number): ArticleRecord {
  const study = consistentStudy(seed);
  const writer = new Writer();
  const trial = consistentTrial(study, writer, `study-${seed}`);
  return {
    format: 'zhailu/1',
    document: { id: `made-up-${seed}`, file: `made-up-${seed}.txt`, sha256: '0'.repeat(64), characters: 0 },
    extractor: { version: '0.0.0', rules: 'none' },
    trials: [trial],
    numbers: { total: 0, recorded: 0, set_aside: {}, unresolved: [] },
  };
}

const ids = ['A', 'B'] as const;

function consistentTrial(study: ConsistentStudy, writer: Writer, id: string): TrialRecord {
  const [a, b] = study.arms;
  const whole = a.n + b.n;
  const size = (n: number): { value: number; source: SourceRef } => ({ value: n, source: writer.put(`${n}`) });
  const age = study.age;
  return {
    id,
    population: { size: size(whole) },
    arms: study.arms.map((arm, i) => armOf(arm, ids[i] as string, whole, study, writer)),
    baseline: [
      {
        item: 'age',
        statistic: 'median',
        value: age.median,
        unit: 'year',
        range: { low: age.low, high: age.high, kind: 'range' },
        source: writer.put(`${age.median}(${age.low}~${age.high})`),
      },
      meanAge(study, writer),
      ...study.arms.flatMap((arm, i) => [
        {
          item: 'male',
          statistic: 'count' as const,
          arm: ids[i] as string,
          value: arm.male,
          unit: 'patients',
          source: writer.put(`${arm.male}`),
        },
        {
          item: 'female',
          statistic: 'count' as const,
          arm: ids[i] as string,
          value: arm.n - arm.male,
          unit: 'patients',
          source: writer.put(`${arm.n - arm.male}`),
        },
      ]),
    ],
    outcomes: [...responses(study, writer), ...survival(study, writer), pooled(study, writer)],
    adverse_events: events(study, writer),
  };
}

function armOf(
  arm: ConsistentArm,
  id: string,
  whole: number,
  study: ConsistentStudy,
  writer: Writer,
): NonNullable<TrialRecord['arms']>[number] {
  const percent = rounded((100 * arm.n) / whole, 1, study.random);
  return {
    id,
    label: id,
    size: { value: arm.n, percent: Number(percent), source: writer.put(`${arm.n}(${percent}%)`) },
  };
}

/** A share in one of the ways that authors print one: with count and total, with the count, or alone. */
function share(k: number, n: number, arm: string, study: ConsistentStudy, writer: Writer): ArmValue {
  const digits = rounded((100 * k) / n, study.decimals, study.random);
  const way = study.random.whole(0, 2);
  const text = way === 0 ? `${digits}%(${k}/${n})` : way === 1 ? `${k}(${digits}%)` : `${digits}%`;
  const printed = String(Number(digits)) === digits ? {} : { printed: digits };
  const counts = way === 0 ? { events: k, total: n } : way === 1 ? { events: k } : {};
  return { arm, value: Number(digits), ...printed, ...counts, source: writer.put(text) };
}

function responses(study: ConsistentStudy, writer: Writer): Outcome[] {
  const counts: [measure: string, of: (arm: ConsistentArm) => number][] = [
    ['CR', ({ cr }) => cr],
    ['VGPR', ({ vgpr }) => vgpr],
    ['PR', ({ pr }) => pr],
    ['SD', ({ sd }) => sd],
    ['PD', ({ pd }) => pd],
    ['≥VGPR', ({ cr, vgpr }) => cr + vgpr],
    ['ORR', ({ cr, vgpr, pr }) => cr + vgpr + pr],
  ];
  return counts.map(([measure, of]): Outcome => {
    const values = study.arms.map((arm, i) => share(of(arm), arm.n, ids[i] as string, study, writer));
    const comparisons: Comparison[] = measure === 'ORR' ? [{ arms: [...ids], p: pOf(study.responseP, writer) }] : [];
    return { measure, statistic: 'rate', unit: '%', values, ...(comparisons.length > 0 ? { comparisons } : {}) };
  });
}

function pOf(p: number, writer: Writer): PValue {
  if (p < 0.001) return { op: '<', value: 0.001, source: writer.put('P<0.001') };
  const digits = p.toFixed(3);
  const printed = String(Number(digits)) === digits ? {} : { printed: digits };
  return { op: '=', value: Number(digits), ...printed, source: writer.put(`P=${digits}`) };
}

/** Rates at one, two and three years and the median, all of one exponential curve; the hazard ratio of the two. */
function survival(study: ConsistentStudy, writer: Writer): Outcome[] {
  const { hr, arms, random } = study;
  const number = (value: number, decimals: number, arm: string): ArmValue => {
    const digits = rounded(value, decimals, random);
    const printed = String(Number(digits)) === digits ? {} : { printed: digits };
    return { arm, value: Number(digits), ...printed, source: writer.put(digits) };
  };
  const landmarks = [12, 24, 36].map((months): Outcome => {
    const values = arms.map(({ hazard }, i) => number(100 * Math.exp(-hazard * months), 1, ids[i] as string));
    return { measure: 'PFS', statistic: 'rate', unit: '%', time: `${months} months`, values };
  });
  const [value, low, high] = [hr.value, hr.low, hr.high].map((one) => one.toFixed(2)) as [string, string, string];
  const effect: Comparison = {
    arms: [...ids],
    effect: {
      type: 'HR',
      value: Number(value),
      ci: { level: 95, low: Number(low), high: Number(high) },
      source: writer.put(`HR=${value}(${low}~${high})`),
    },
    p: pOf(hr.p, writer),
  };
  const median: Outcome = {
    measure: 'PFS',
    statistic: 'median',
    unit: 'month',
    values: arms.map(({ hazard }, i) => number(Math.log(2) / hazard, 1, ids[i] as string)),
    comparisons: [effect],
  };
  const followUp: Outcome = {
    measure: 'follow-up',
    statistic: 'median',
    unit: 'month',
    values: [
      {
        value: 24,
        range: { low: 1, high: study.longest, kind: 'range' },
        source: writer.put(`24(1~${study.longest})`),
      },
    ],
  };
  return [...landmarks, median, followUp];
}

/** One event of any grade, of grades 1-2 and of grades 3-4. */
function events(study: ConsistentStudy, writer: Writer): AdverseEvent[] {
  const grades: [grade: string | undefined, of: (arm: ConsistentArm) => number][] = [
    [undefined, ({ mild, severe }) => mild + severe],
    ['1-2', ({ mild }) => mild],
    ['3-4', ({ severe }) => severe],
  ];
  return grades.map(([grade, of]): AdverseEvent => {
    const values = study.arms.map((arm, i) => share(of(arm), arm.n, ids[i] as string, study, writer));
    return { term: 'anaemia', ...(grade === undefined ? {} : { grade }), unit: '%', values };
  });
}

function meanAge({ mean }: ConsistentStudy, writer: Writer): NonNullable<TrialRecord['baseline']>[number] {
  const [value, sd] = [mean.value.toFixed(1), mean.sd.toFixed(1)] as [string, string];
  const printed = String(Number(value)) === value ? {} : { printed: value };
  const source = writer.put(`${value}±${sd}`);
  return { item: 'age', statistic: 'mean', value: Number(value), ...printed, unit: 'year', sd: Number(sd), source };
}

/** The test of heterogeneity that stands beside a pooled effect. */
function pooled({ heterogeneity }: ConsistentStudy, writer: Writer): Outcome {
  const i2 = Math.round(heterogeneity.i2);
  return {
    measure: 'EFS',
    statistic: 'effect',
    heterogeneity: { i2: { value: i2, unit: '%', source: writer.put(`${i2}%`) }, p: pOf(heterogeneity.p, writer) },
  };
}

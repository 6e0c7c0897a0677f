import { z } from 'zod';

/**
 * Record format 1: one file per article. The key order of these objects is the order in the files.
 * A field whose value is unknown is left out.
 */
const box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('left, top, right, bottom as fractions of the page');

export const sourceRef = z
  .strictObject({
    start: z.int().nonnegative().describe('offset of the first UTF-16 code unit in the source text'),
    end: z.int().nonnegative().describe('offset behind the last UTF-16 code unit'),
    line: z.int().positive().describe('line of the source text, from 1'),
    page: z.int().positive().optional().describe('page of a PDF, from 1'),
    box: box.optional(),
    text: z.string().describe('source.slice(start, end), exactly'),
  })
  .describe('Where a number was read');

const comparator = z.enum(['=', '<', '>', '≤', '≥']);
const rangeOf = z.strictObject({
  low: z.number(),
  high: z.number(),
  kind: z.enum(['range', 'IQR', 'CI95']).optional(),
});
const confidence = z.number().min(0).max(1).describe('how sure the binding is, from the rules that made it');

const reportedShape = {
  op: comparator.optional(),
  value: z.number().optional(),
  printed: z.string().optional().describe('the digits as printed, where they carry more than the number'),
  unit: z.string().optional(),
  percent: z.number().optional().describe('share printed beside a size'),
  events: z.int().nonnegative().optional(),
  total: z.int().nonnegative().optional(),
  range: rangeOf.optional(),
  sd: z.number().optional(),
  not_reached: z.literal(true).optional(),
  schedule: z.string().optional(),
  confidence: confidence.optional(),
  source: sourceRef,
};
export const reportedValue = z.strictObject(reportedShape);
export const armValue = z.strictObject({
  arm: z.string().optional(),
  subgroup: z.string().optional(),
  ...reportedShape,
});

const pValue = z.strictObject({
  op: comparator,
  value: z.number(),
  printed: z.string().optional(),
  confidence: confidence.optional(),
  source: sourceRef,
});
const effect = z.strictObject({
  type: z.string().describe('HR, OR, RR, MD …'),
  value: z.number(),
  printed: z.string().optional(),
  unit: z.string().optional(),
  ci: z.strictObject({ level: z.number(), low: z.number(), high: z.number() }).optional(),
  confidence: confidence.optional(),
  source: sourceRef,
});
export const comparison = z.strictObject({
  arms: z.array(z.string()).optional().describe('the first is compared with the second'),
  subgroups: z.array(z.string()).optional(),
  p: pValue.optional(),
  effect: effect.optional(),
});
const heterogeneity = z.strictObject({ i2: reportedValue.optional(), p: pValue.optional() });

export const finding = z.strictObject({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  values: z.array(z.union([z.number(), z.string()])).optional(),
  sources: z.array(sourceRef).optional(),
});

const dose = z.strictObject({ ...reportedShape });
const cycle = z.strictObject({ item: z.enum(['cycle-length', 'cycles']), ...reportedShape });
const drug = z.strictObject({
  name: z.string().describe('INN, procedure or class'),
  printed: z.string().optional(),
  atc: z.string().optional(),
  doses: z.array(dose).optional(),
});
export const arm = z.strictObject({
  id: z.string(),
  label: z.string().describe('as printed'),
  role: z.enum(['experimental', 'control', 'single']).optional(),
  drugs: z.array(drug).optional(),
  cycles: z.array(cycle).optional(),
  size: reportedValue.optional(),
});
const group = z.strictObject({ name: z.string(), arm: z.string().optional(), size: reportedValue });
const population = z.strictObject({
  conditions: z.array(z.string()).optional(),
  qualifiers: z.array(z.string()).optional(),
  size: reportedValue.optional(),
  groups: z.array(group).optional().describe('analysed subgroups, and the places where a size is printed again'),
});
const baseline = z.strictObject({
  item: z.string(),
  statistic: z.enum(['median', 'mean', 'rate', 'count']).optional(),
  ...armValue.shape,
});
const outcome = z.strictObject({
  measure: z.string(),
  statistic: z.enum(['rate', 'count', 'median', 'mean', 'effect']),
  unit: z.string().optional(),
  time: z.string().optional(),
  subgroup: z.string().optional(),
  values: z.array(armValue).optional(),
  comparisons: z.array(comparison).optional(),
  heterogeneity: heterogeneity.optional(),
});
const adverseEvent = z.strictObject({
  term: z.string().describe('as printed'),
  preferred: z.string().optional(),
  grade: z.string().optional(),
  unit: z.string().optional(),
  time: z.string().optional(),
  subgroup: z.string().optional(),
  values: z.array(armValue).optional(),
  comparisons: z.array(comparison).optional(),
  heterogeneity: heterogeneity.optional(),
});
export const trialRecord = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  registry: z.array(z.string()).optional(),
  citations: z.array(z.string()).optional(),
  lead_author: z.string().optional(),
  section: z.strictObject({ number: z.string().optional(), title: z.string() }).optional(),
  design: z.array(z.string()).optional(),
  population: population.optional(),
  arms: z.array(arm).optional(),
  baseline: z.array(baseline).optional(),
  outcomes: z.array(outcome).optional(),
  adverse_events: z.array(adverseEvent).optional(),
  findings: z.array(finding).optional(),
});
const unresolved = z.strictObject({
  text: z.string(),
  reason: z.string(),
  candidates: z.array(z.string()).optional(),
  source: sourceRef,
});
export const ledger = z.strictObject({
  total: z.int().nonnegative(),
  recorded: z.int().nonnegative(),
  set_aside: z.record(z.string(), z.int().positive()),
  unresolved: z.array(unresolved),
});
export const articleRecord = z.strictObject({
  format: z.literal('zhailu/1'),
  document: z.strictObject({
    id: z.string(),
    file: z.string(),
    sha256: z.string(),
    title: z.string().optional(),
    pages: z.int().positive().optional(),
    characters: z.int().nonnegative(),
  }),
  extractor: z.strictObject({ version: z.string(), rules: z.string() }),
  trials: z.array(trialRecord),
  numbers: ledger,
  findings: z.array(finding).optional(),
});

export type SourceRef = z.infer<typeof sourceRef>;
export type ReportedValue = z.infer<typeof reportedValue>;
export type ArmValue = z.infer<typeof armValue>;
export type PValue = z.infer<typeof pValue>;
export type Effect = z.infer<typeof effect>;
export type Comparison = z.infer<typeof comparison>;
export type Heterogeneity = z.infer<typeof heterogeneity>;
export type Finding = z.infer<typeof finding>;
export type Dose = z.infer<typeof dose>;
export type Cycle = z.infer<typeof cycle>;
export type Drug = z.infer<typeof drug>;
export type Arm = z.infer<typeof arm>;
export type Group = z.infer<typeof group>;
export type Baseline = z.infer<typeof baseline>;
export type Outcome = z.infer<typeof outcome>;
export type AdverseEvent = z.infer<typeof adverseEvent>;
export type TrialRecord = z.infer<typeof trialRecord>;
export type Unresolved = z.infer<typeof unresolved>;
export type Ledger = z.infer<typeof ledger>;
export type ArticleRecord = z.infer<typeof articleRecord>;

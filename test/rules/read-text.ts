import { type RecordRow, recordRows } from '../../pipeline/commands/record-rows.js';
import type { Trail, TrailStep } from '../../pipeline/model/index.js';
import { extract } from '../../pipeline/run.js';
import { rulebook } from './rule-packs.js';

type Scalar = string | number | boolean;
/** What is asked of a value: the fields that must agree with it. */
export type Reading = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** What the pipeline reads from a text that is an article of its own. */
export interface TextRead {
  readonly readings: readonly Reading[];
  /** The rules in the trails of its values. */
  readonly rules: ReadonlySet<string>;
}

/** Runs the whole pipeline on a text. */
export function readText(text: string): TextRead {
  const source = { id: 'example', file: 'example.txt', sha256: '0'.repeat(64), text, pages: [] };
  const { record, trails } = extract(source, rulebook, 'test');
  const open = record.numbers.unresolved.map((found): Reading => ({ kind: 'unresolved', text: numberIn(found.text) }));
  return { readings: [...recordRows(record).map(readingOf), ...open], rules: idsOfTrails(trails) };
}

/** The number of a stretch that was left open, with or without its unit. */
function numberIn(text: string): string {
  return /\d+(?:\.\d+)?/u.exec(text)?.[0] ?? text;
}

/** The rules that values rest on. */
export function idsOfTrails(trails: readonly Trail[]): Set<string> {
  return new Set(trails.flatMap(({ steps }) => steps.flatMap(idsOf)));
}

function idsOf({ ruleId, children = [] }: TrailStep): string[] {
  return [ruleId, ...children.flatMap(idsOf)];
}

/** One value of a record with everything that it is bound to, side by side. */
function readingOf(row: RecordRow): Reading {
  const { trial, kind, measure, compared, value, statistic, test } = row;
  const ofEffect = 'type' in value ? { type: value.type, low: value.ci?.low, high: value.ci?.high } : {};
  const ofValue = 'range' in value ? { low: value.range?.low, high: value.range?.high, range: value.range?.kind } : {};
  const { printed: _, confidence: __, source, ...plain } = value;
  const named =
    kind === 'dose' ? { drug: measure } : kind === 'cycle' || kind === 'baseline' ? { item: measure } : { measure };
  const reading = {
    ...plain,
    ...ofValue,
    ...ofEffect,
    ...named,
    kind,
    statistic,
    test,
    study: trial.id,
    arm: row.arm,
    arms: compared,
    term: row.term,
    preferred: row.preferred,
    grade: row.grade,
    time: row.time,
    subgroup: row.subgroup,
    subgroups: row.subgroups,
    unit: row.unit ?? ('unit' in value ? value.unit : undefined),
    text: source.text,
  };
  return Object.fromEntries(Object.entries(reading).filter(([, field]) => isAsked(field))) as Reading;
}

function isAsked(field: unknown): boolean {
  return field !== undefined && (typeof field !== 'object' || Array.isArray(field));
}

/** Whether one of the readings agrees with all that is asked. */
export function agrees(readings: readonly Reading[], asked: Reading): boolean {
  return readings.some((reading) =>
    Object.entries(asked).every(([name, field]) => comparable(name, reading[name]) === comparable(name, field)),
  );
}

/** An arm is the same with and without 组 or 方案 behind its name, a group with and without 在…患者中 around it. */
function comparable(name: string, field: Reading[string] | undefined): string {
  const plain = (label: Scalar): Scalar =>
    typeof label === 'string' ? label.replace(/^在|(?:治疗)?(?:方案)?组?$|的?患者中?$/gu, '') || label : label;
  if (['arm', 'subgroup'].includes(name) && typeof field === 'string') return String(plain(field));
  if (name === 'arms' && Array.isArray(field)) return JSON.stringify(field.map(plain));
  return JSON.stringify(field) ?? '';
}

import type { TrialRecord } from '../../model/index.js';
import { finding, type TrialCheck, type Verdict } from '../check.js';
import { type Interval, intersect, sum } from '../interval.js';
import { decimalsOf, type Printed, reading } from '../printed.js';
import { sizeFor } from '../statements.js';
import { only, type ResponseSet, responseSets } from './responses.js';

const id = 'response-sum';

/** Responses of which a patient has one; sCR stands apart because CR may hold it. */
const categories = ['CR', 'nCR', 'VGPR', 'PR', 'MR', 'SD', 'PD'];

export const responseSum: TrialCheck = {
  id,
  about: 'Responses of which each patient has one make up the response rate, and no more than all patients.',
  hints: true,
  run: (trial) => responseSets(trial).flatMap((set) => [...againstWhole(trial, set), ...againstParts(set)]),
};

/** The smallest sum that the printed values allow is within 100 %, or within the patients of the set. */
function againstWhole(trial: TrialRecord, set: ResponseSet): Verdict[] {
  const least = categories.flatMap((name) => {
    const printed = set.values.get(name) ?? [];
    return printed.length > 0 ? [printed.reduce((a, b) => (a.value <= b.value ? a : b))] : [];
  });
  const size = set.unit === 'patients' ? sizeFor(trial, set) : undefined;
  const whole = set.unit === '%' ? 100 : size?.n;
  if (least.length < 2 || whole === undefined) return [];
  const slack = set.unit === '%' ? roundingOf(least) : 0;
  const total = least.reduce((all, { value }) => all + value, 0);
  if (total <= whole + slack) return ['holds'];
  const message = `${shownSum(set, least)} = ${round(total)} ${set.unit}, more than ${whole}${set.label && ` (${set.label})`}`;
  const read = size ? [...least, { value: size.n, source: size.source }] : least;
  return [finding(id, 'warning', message, read, 'no patient has two of these responses, all at the same time')];
}

/** Responses that together are another one. Where one is not printed, the rest of the whole may be that one. */
const wholes: readonly {
  readonly names: readonly string[];
  readonly parts: readonly string[];
  readonly needed: readonly string[];
}[] = [
  { names: ['ORR', '≥PR'], parts: ['CR', 'nCR', 'VGPR', 'PR'], needed: ['CR', 'PR'] },
  { names: ['≥VGPR'], parts: ['CR', 'nCR', 'VGPR'], needed: ['CR', 'VGPR'] },
  { names: ['DCR', '≥SD'], parts: ['CR', 'nCR', 'VGPR', 'PR', 'MR', 'SD'], needed: ['CR', 'PR', 'SD'] },
];

/** CR, VGPR and PR add up to the response rate, and so on, with sCR beside CR or in it. */
function againstParts(set: ResponseSet): Verdict[] {
  return wholes.flatMap(({ names, parts, needed }): Verdict[] => {
    const name = names.find((one) => only(set, one));
    const whole = name === undefined ? undefined : only(set, name);
    const present = parts.filter((one) => set.values.has(one));
    const printed = present.flatMap((one) => only(set, one) ?? []);
    if (!whole || !needed.every((one) => present.includes(one)) || printed.length < present.length) return [];
    const strict = only(set, 'sCR');
    const readings: Interval[] = [
      sum(printed.map(reading)),
      ...(strict ? [sum([strict, ...printed].map(reading))] : []),
    ];
    const read = reading(whole);
    const isAll = name === '≥VGPR' || present.includes('VGPR');
    if (readings.some((total) => (isAll ? intersect(total, read) : total.low <= read.high))) return ['holds'];
    const total = round(printed.reduce((all, { value }) => all + value, 0));
    const message = `${shownSum(set, printed)} = ${total} ${set.unit}, printed ${name} ${whole.digits} ${set.unit}${set.label && ` (${set.label})`}`;
    return [
      finding(
        id,
        'warning',
        message,
        [...printed, whole],
        `these responses together are ${name}, all at the same time`,
      ),
    ];
  });
}

function shownSum({ values }: ResponseSet, printed: readonly Printed[]): string {
  const nameOf = (one: Printed): string => [...values].find(([, all]) => all.includes(one))?.[0] ?? '';
  return printed.map((one) => `${nameOf(one)} ${one.digits}`).join(' + ');
}

function roundingOf(printed: readonly Printed[]): number {
  return printed.reduce((all, one) => all + 0.5 * 10 ** -decimalsOf(one), 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

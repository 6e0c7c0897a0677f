import type { TrialRecord } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type Span, toSource } from '../../text/index.js';
import { type ArticleCheck, type CheckContext, finding, type PlacedVerdict } from '../check.js';
import { intersect } from '../interval.js';
import { type Printed, reading } from '../printed.js';
import { labelOf, type Statement, statementsOf } from '../statements.js';

const id = 'printed-twice';

/** Where in the source a number stands. */
type Part = 'abstract' | 'table' | 'text';

export const printedTwice: ArticleCheck = {
  id,
  about: 'The abstract has the numbers of the body, and the tables those of the text.',
  run: (context) => {
    const partOf = partsOf(context);
    return partOf ? context.record.trials.flatMap((trial) => judge(trial, partOf)) : [];
  },
};

/** The part of the article that a place in the source stands in; undefined where there is no article. */
function partsOf({ article, rulebook }: CheckContext): ((at: number) => Part) | undefined {
  if (!article) return undefined;
  const { document, sections, tables } = article.segmentation;
  const spans = sections.filter(({ role }) => role === 'abstract' || role === 'english').map(({ span }) => span);
  // A converter may leave the abstract in the middle of what stands around it.
  const begin = phrase(rulebook, 'verify.abstract-begins').exec(document.text);
  if (begin && !spans.some(({ start, end }) => start <= begin.index && begin.index < end)) {
    const from = begin.index + begin[0].length;
    const end = phrase(rulebook, 'verify.abstract-ends').exec(document.text.slice(from));
    if (end) spans.push({ start: begin.index, end: from + end.index } as Span<'text'>);
  }
  const abstracts = spans.map((span) => toSource(document, span));
  const rows = tables.map(({ span }) => toSource(document, span));
  const within = (places: readonly Span<'source'>[], at: number): boolean =>
    places.some(({ start, end }) => start <= at && at < end);
  return (at) => (within(abstracts, at) ? 'abstract' : within(rows, at) ? 'table' : 'text');
}

function judge(trial: TrialRecord, partOf: (at: number) => Part): PlacedVerdict[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statementsOf(trial)) {
    if (statement.arm === undefined) continue;
    const { of, name, statistic, unit, time, grade, arm, subgroup } = statement;
    const key = [of, name, statistic, unit, time, grade, arm, subgroup].join('|');
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups.values()].flatMap((statements) => {
    if (statements.length < 2) return [];
    const inPart = (...parts: Part[]): Statement[] =>
      statements.filter(({ value }) => parts.includes(partOf(value.source.start)));
    return [
      ...differing(trial.id, [inPart('abstract'), 'abstract'], [inPart('table', 'text'), 'body']),
      ...differing(trial.id, [inPart('table'), 'table'], [inPart('text'), 'text']),
    ];
  });
}

type Told = readonly [statements: readonly Statement[], part: string];

/** A number of one part that the other lacks, while the other has one that the first lacks. */
function differing(trial: string, [above, one]: Told, [below, other]: Told): PlacedVerdict[] {
  const [first, second] = [printedOf(above), printedOf(below)];
  if (first.length === 0 || second.length === 0) return [];
  const onlyAbove = first.filter((a) => !second.some((b) => same(a, b)));
  const onlyBelow = second.filter((b) => !first.some((a) => same(a, b)));
  if (onlyAbove.length === 0 || onlyBelow.length === 0) return [{ trial, verdict: 'holds' }];
  const label = labelOf(above[0] as Statement);
  const shown = `${label}: ${digits(onlyAbove)} in the ${one}, ${digits(onlyBelow)} in the ${other}`;
  const message = `${shown}${middleOf(below, onlyAbove)}`;
  const verdict = finding(id, 'warning', message, [...onlyAbove, ...onlyBelow], 'both of all patients of the arm');
  return [{ trial, verdict }];
}

function printedOf(statements: readonly Statement[]): Printed[] {
  const all = statements.flatMap((statement) => statement.numbers.value ?? []);
  return all.filter((one, i) => all.findIndex((other) => same(one, other)) === i);
}

function same(a: Printed, b: Printed): boolean {
  return intersect(reading(a), reading(b));
}

function digits(printed: readonly Printed[]): string {
  return printed.map((one) => one.digits).join(', ');
}

/** Says where an interval of the body has the number of the abstract in its middle, and not its own. */
function middleOf(below: readonly Statement[], onlyAbove: readonly Printed[]): string {
  for (const statement of below) {
    const { low, high, value } = statement.numbers;
    if (!low || !high || !value) continue;
    const middle = (low.value + high.value) / 2;
    const hit = onlyAbove.find((one) => Math.abs(one.value - middle) < 0.051);
    if (hit)
      return `; ${hit.digits} is the middle of the interval ${low.digits} to ${high.digits}, ${value.digits} is not`;
  }
  return '';
}

import type { TrialRecord } from '../../model/index.js';
import { phrase } from '../../rulebook/index.js';
import { type Span, toSource } from '../../text/index.js';
import { type ArticleCheck, type CheckContext, finding, type PlacedVerdict } from '../check.js';
import { intersect } from '../interval.js';
import { type Printed, reading } from '../printed.js';
import { labelOf, type Statement, statementsOf } from '../statements.js';

const id = 'printed-twice';

export const printedTwice: ArticleCheck = {
  id,
  about: 'The abstract has the numbers of the body.',
  run: (context) => {
    const inAbstract = abstractOf(context);
    if (!inAbstract) return [];
    return context.record.trials.flatMap((trial) => judge(trial, inAbstract));
  },
};

/** Whether a place in the source is in the abstract; undefined for an article without one. */
function abstractOf({ article, rulebook }: CheckContext): ((start: number) => boolean) | undefined {
  if (!article) return undefined;
  const { document, sections } = article.segmentation;
  const spans = sections.filter(({ role }) => role === 'abstract' || role === 'english').map(({ span }) => span);
  // A converter may leave the abstract in the middle of what stands around it.
  const begin = phrase(rulebook, 'verify.abstract-begins').exec(document.text);
  if (begin && !spans.some(({ start, end }) => start <= begin.index && begin.index < end)) {
    const from = begin.index + begin[0].length;
    const end = phrase(rulebook, 'verify.abstract-ends').exec(document.text.slice(from));
    if (end) spans.push({ start: begin.index, end: from + end.index } as Span<'text'>);
  }
  const places = spans.map((span) => toSource(document, span));
  return places.length === 0 ? undefined : (at) => places.some(({ start, end }) => start <= at && at < end);
}

function judge(trial: TrialRecord, inAbstract: (start: number) => boolean): PlacedVerdict[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statementsOf(trial)) {
    if (statement.of === 'baseline' || statement.arm === undefined) continue;
    const { name, statistic, unit, time, grade, arm, subgroup } = statement;
    const key = [name, statistic, unit, time, grade, arm, subgroup].join('|');
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()].flatMap((statements) => {
    const [above, below] = [true, false].map((abstract) =>
      statements.filter(({ value }) => inAbstract(value.source.start) === abstract),
    );
    return above?.length && below?.length ? differing(trial.id, above, below) : [];
  });
}

/** A number of the abstract that the body lacks, while the body has one that the abstract lacks. */
function differing(trial: string, above: readonly Statement[], below: readonly Statement[]): PlacedVerdict[] {
  const [first, second] = [printedOf(above), printedOf(below)];
  const onlyAbove = first.filter((one) => !second.some((other) => same(one, other)));
  const onlyBelow = second.filter((one) => !first.some((other) => same(one, other)));
  if (onlyAbove.length === 0 || onlyBelow.length === 0) return first.length > 0 ? [{ trial, verdict: 'holds' }] : [];
  const label = labelOf(above[0] as Statement);
  const middle = middleOf(below, onlyAbove);
  const shown = `${label}: ${digits(onlyAbove)} in the abstract, ${digits(onlyBelow)} in the body`;
  return [
    {
      trial,
      verdict: finding(
        id,
        'warning',
        `${shown}${middle}`,
        [...onlyAbove, ...onlyBelow],
        'both of all patients of the arm',
      ),
    },
  ];
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

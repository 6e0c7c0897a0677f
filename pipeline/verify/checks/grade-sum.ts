import { finding, type TrialCheck, type Verdict } from '../check.js';
import { sum } from '../interval.js';
import { type Printed, reading } from '../printed.js';
import { rowsOf, type Statement } from '../statements.js';

const id = 'grade-sum';

export const gradeSum: TrialCheck = {
  id,
  about: 'The patients with an event of some grades are no more than those with the event of any grade.',
  hints: true,
  run: (trial) => {
    const statements = rowsOf(trial)
      .filter(({ of }) => of === 'event')
      .flatMap((row) => row.statements);
    const wholes = statements.filter(({ grade }) => grade === undefined);
    return wholes.flatMap((whole) => judge(whole, statements));
  },
};

/** A number of patients or a percentage: whichever is compared must be of the same kind on both sides. */
function amount(statement: Statement, kind: 'patients' | '%'): Printed | undefined {
  const { value, events } = statement.numbers;
  if (kind === 'patients') return events ?? (statement.unit === 'patients' ? value : undefined);
  return statement.unit === '%' ? value : undefined;
}

function judge(whole: Statement, statements: readonly Statement[]): Verdict[] {
  const parts = statements.filter((part) => part.grade !== undefined && isSameEvent(part, whole));
  const kind = (['patients', '%'] as const).find(
    (kind) => amount(whole, kind) && parts.some((part) => amount(part, kind)),
  );
  if (kind === undefined) return [];
  const graded = parts.flatMap((part) => {
    const printed = amount(part, kind);
    const grades = gradesOf(part.grade ?? '');
    return printed && grades ? [{ printed, grades, grade: part.grade ?? '' }] : [];
  });
  const all = amount(whole, kind);
  if (graded.length === 0 || !all) return [];
  // Grades that overlap are told twice (3-4 and 3): then each is compared by itself.
  const seen = graded.flatMap(({ grades }) => grades);
  const sets = new Set(seen).size === seen.length ? [graded] : graded.map((one) => [one]);
  return sets.map((set): Verdict => {
    const total = sum(set.map(({ printed }) => reading(printed)));
    if (total.low <= reading(all).high) return 'holds';
    const shown = set.map(({ grade, printed }) => `grade ${grade}: ${printed.digits}`).join(', ');
    const unit = kind === '%' ? ' %' : ' patients';
    const message = `${whole.name}${whole.arm === undefined ? '' : `, ${whole.arm}`}: ${shown}, together more than the ${all.digits}${unit} of any grade`;
    return finding(
      id,
      'warning',
      message,
      [...set.map(({ printed }) => printed), all],
      'each patient counts with the worst grade',
    );
  });
}

function isSameEvent(a: Statement, b: Statement): boolean {
  return a.name === b.name && a.arm === b.arm && a.subgroup === b.subgroup && a.time === b.time;
}

/** The grades that a printed grade stands for. */
function gradesOf(grade: string): number[] | undefined {
  const [, bound, low, high] = /^(>=|≥)?([1-5])(?:-([1-5]))?$/u.exec(grade) ?? [];
  if (low === undefined) return undefined;
  const last = bound === undefined ? Number(high ?? low) : 5;
  return Array.from({ length: last - Number(low) + 1 }, (_, i) => Number(low) + i);
}

import type { Arm, TrialRecord } from '../../model/index.js';
import { type ArticleCheck, finding, type PlacedVerdict } from '../check.js';

const id = 'pooled-arms';
const roles = ['experimental', 'control'] as const;

export const pooledArms: ArticleCheck = {
  id,
  about:
    'The arms of a meta-analysis against the arms of the studies that the article lists: where one role adds up exactly, the list is whole, and the other role has to add up, too.',
  hints: true,
  run: ({ record }) =>
    record.trials
      .filter(({ design = [] }) => design.includes('meta-analysis'))
      .flatMap((trial) => judge(trial, record.trials)),
};

function judge(pooled: TrialRecord, trials: readonly TrialRecord[]): PlacedVerdict[] {
  const rows = roles.map((role) => {
    const whole = armOf(pooled, role);
    const parts = trials.filter((trial) => trial !== pooled).flatMap((trial) => armOf(trial, role) ?? []);
    const total = parts.reduce((sum, { n }) => sum + n, 0);
    return { role, whole, parts, total };
  });
  const isWhole = rows.some(({ whole, parts, total }) => parts.length > 1 && whole?.n === total);
  if (!isWhole) return [];
  return rows.flatMap(({ role, whole, parts, total }): PlacedVerdict[] => {
    if (!whole || parts.length < 2) return [];
    if (whole.n === total) return [{ trial: pooled.id, verdict: 'holds' }];
    const other = rows.find((row) => row.whole?.n === row.total);
    const message = `${role} arms: ${parts.map(({ n }) => n).join(' + ')} = ${total}, printed ${whole.n}; the ${other?.role} arms do add up to ${other?.total}`;
    const read = [...parts, whole].map(({ n, source }) => ({ value: n, source }));
    return [
      {
        trial: pooled.id,
        verdict: finding(id, 'warning', message, read, 'the studies of the table are those that were pooled'),
      },
    ];
  });
}

function armOf(
  { arms = [] }: TrialRecord,
  role: (typeof roles)[number],
): { n: number; source: NonNullable<Arm['size']>['source'] } | undefined {
  const size = arms.find((arm) => arm.role === role)?.size;
  return size?.value === undefined ? undefined : { n: size.value, source: size.source };
}

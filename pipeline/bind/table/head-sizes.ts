import type { Mention, Table } from '../../model/index.js';
import type { Aspect } from './aspect.js';
import type { GridCell } from './grid.js';
import { mentionsIn, type TableScene } from './table-scene.js';

/** A size that a head or the caption prints, with whose it is; of all patients where neither is told. */
export interface HeadSize {
  readonly mention: Mention;
  readonly arm?: string | undefined;
  readonly group?: string | undefined;
}

/** The sizes that heads print behind the name of an arm or group, each once. */
export function headSizes(aspects: readonly Aspect[], scene: TableScene): HeadSize[] {
  const found = new Map<GridCell, HeadSize>();
  for (const { heads, arm, group, whole } of aspects)
    for (const head of heads) {
      const mention = mentionsIn(scene, head.span).find(countsPatients);
      if (!mention || found.has(head) || (!arm && group === undefined && !whole)) continue;
      found.set(head, { mention, arm: arm?.id, group: arm ? undefined : group });
    }
  return [...found.values()];
}

/** The number of patients that a caption says the table is of, unless it names an arm. */
export function captionSizes({ caption }: Table, scene: TableScene): HeadSize[] {
  if (!caption) return [];
  const mentions = mentionsIn(scene, caption);
  if (mentions.some(({ kind }) => ['arm', 'drug', 'regimen', 'qualifier', 'subgroup'].includes(kind))) return [];
  return mentions.filter(countsPatients).map((mention) => ({ mention }));
}

function countsPatients({ quantity }: Mention): boolean {
  return quantity?.unit === 'patients' && (quantity.kind === 'count' || quantity.kind === 'size');
}

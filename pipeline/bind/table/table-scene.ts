import { type Mention, mentionsWithin, type StudyArm } from '../../model/index.js';
import type { Rulebook } from '../../rulebook/index.js';
import type { Span } from '../../text/index.js';
import type { ArmList } from '../arm-list.js';

/** What a table is read with: the text, the mentions in it, the study that it belongs to and its arms. */
export interface TableScene {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly rulebook: Rulebook;
  readonly study: string;
  readonly list: ArmList;
  readonly arms: readonly StudyArm[];
}

export function mentionsIn(scene: Pick<TableScene, 'mentions'>, { start, end }: Span<'text'>): Mention[] {
  return mentionsWithin(scene.mentions, start, end);
}

import type { Mention, StudyArm } from '../model/index.js';
import { closing } from '../text/index.js';
import { armOf } from './names.js';
import type { BoundValue } from './outcome.js';
import type { Reading } from './place.js';
import type { Who } from './who.js';

/** The arm that is named right before the bracket around a place, and its mention. */
function armAtBracket({ scene, cast }: Reading, at: number): { mention: Mention; arm: StudyArm } | undefined {
  const open = scene.openBracket(at);
  const mention = open < 0 ? undefined : scene.mentions.find(({ span }) => span.end === open);
  const arm = mention && armOf(mention, cast.list, cast.arms);
  return mention && arm ? { mention, arm } : undefined;
}

/** `甲药优于乙药(HR=…)和丙药(HR=…)`: an estimate behind the next of several arms compares it with what the one before was compared with. */
export function listedPair(reading: Reading, at: number, last: BoundValue | undefined): Who | undefined {
  const { scene, cast } = reading;
  if (last?.value.family !== 'effect' || last.binding.arms?.length !== 2) return undefined;
  const [before, next] = [armAtBracket(reading, last.value.span.start), armAtBracket(reading, at)];
  if (!before || !next || before.arm === next.arm) return undefined;
  const close = closing(scene.text, before.mention.span.end);
  const joint = scene.between(close + 1, next.mention.span.start);
  if (close < 0 || !scene.phrase('joins.enumerates-only').test(joint)) return undefined;
  const ids = last.binding.arms.map((id) => (id === before.arm.id ? next.arm.id : id));
  const arms = ids.flatMap((id) => cast.arms.find((arm) => arm.id === id) ?? []);
  const isOther = last.binding.arms.includes(before.arm.id) && new Set(ids).size === 2;
  return isOther && arms.length === 2 ? { arms, ruleId: 'bind.contrast' } : undefined;
}

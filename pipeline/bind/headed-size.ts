import type { Mention, StudyArm } from '../model/index.js';
import { armOf, type Names } from './names.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import type { Cast } from './who.js';

/**
 * `A组:…,共58例;B组:…,共61例`: the only count between semicolons, with a clause of its own behind the name of a group and a
 * colon, whatever the group is told to have got before.
 */
export function headedSize(scene: Scene, names: Names, cast: Cast, mention: Mention): StudyArm | undefined {
  if (cast.arms.length < 2) return undefined;
  const { start, end } = scene.partAround(mention.span.start);
  const list = names.arms.find((one) => one.start >= start && one.end < mention.span.start);
  const [head] = list?.members ?? [];
  if (!head || list?.members.length !== 1 || !isKind(head, 'arm')) return undefined;
  if (!scene.phrase('sizes.at-head').test(scene.between(start, head.span.start))) return undefined;
  const [told, behind] = [scene.between(head.span.end, mention.span.start), scene.between(mention.span.end, end)];
  if (!scene.phrase('sizes.headed').test(`${told}|${behind.slice(0, 1)}`)) return undefined;
  const others = scene.mentions.filter(
    (other) =>
      other !== mention && isQuantity(other, 'count', 'size') && other.span.start >= start && other.span.end <= end,
  );
  return others.length === 0 ? armOf(head, cast.list, cast.arms) : undefined;
}

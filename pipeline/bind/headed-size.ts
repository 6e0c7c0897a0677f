import type { Mention, StudyArm } from '../model/index.js';
import type { Span } from '../text/index.js';
import { armOf, type Names } from './names.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import type { Cast } from './who.js';

/**
 * `A组:…,共58例;B组:…,共61例`: the only count between semicolons, with a clause of its own behind the name of a group and a
 * colon, whatever the group is told to have got before; `对照组为2012年前收治的38例`, in a clause.
 */
export function headedSize(scene: Scene, names: Names, cast: Cast, mention: Mention): StudyArm | undefined {
  if (cast.arms.length < 2) return undefined;
  const { start, end } = mention.span;
  const clause = { start: scene.clauseStart(start), end: scene.clauseEnd(end) };
  const head =
    headOf(scene, names, mention, scene.partAround(start), 'sizes.headed') ??
    headOf(scene, names, mention, clause, 'sizes.made-of');
  return head && armOf(head, cast.list, cast.arms);
}

/** The group at the head of a stretch, if the words up to the only count in it say that it consists of so many. */
function headOf(
  scene: Scene,
  names: Names,
  mention: Mention,
  { start, end }: Span<'text'>,
  rule: string,
): Mention | undefined {
  const list = names.arms.find((one) => one.start >= start && one.end < mention.span.start);
  const [head] = list?.members ?? [];
  if (!head || list?.members.length !== 1 || !isKind(head, 'arm')) return undefined;
  if (!scene.phrase('sizes.at-head').test(scene.between(start, head.span.start))) return undefined;
  const [told, behind] = [scene.between(head.span.end, mention.span.start), scene.between(mention.span.end, end + 1)];
  if (!scene.phrase(rule).test(`${told}|${behind.slice(0, 1)}`)) return undefined;
  const others = scene.mentions.filter(
    (other) =>
      other !== mention && isQuantity(other, 'count', 'size') && other.span.start >= start && other.span.end <= end,
  );
  return others.length === 0 ? head : undefined;
}

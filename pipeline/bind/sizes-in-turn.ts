import type { Claim, Mention } from '../model/index.js';
import { armOf } from './names.js';
import type { Reading } from './place.js';
import { isQuantity } from './scene.js';

/** `237例和119例分别进入甲组和乙组`: counts in a list are the sizes of as many arms that are listed behind them. */
export function sizesInTurn({ scene, names, cast, outcome }: Reading, claimed: ReadonlySet<Mention>): Claim[] {
  return names.arms.flatMap((list) => {
    const arms = list.members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []);
    if (arms.length < 2 || new Set(arms).size < list.members.length) return [];
    const counts = scene.before(list.start).filter(isCount).slice(0, arms.length).reverse();
    const last = counts.at(-1);
    if (counts.length < arms.length || !last || counts.some((count) => claimed.has(count))) return [];
    if (!scene.phrase('sizes.in-turn').test(scene.between(last.span.end, list.start))) return [];
    const isList = counts.every((count, i) => {
      const next = counts[i + 1];
      return !next || scene.phrase('joins.values').test(scene.between(count.span.end, next.span.start));
    });
    if (!isList) return [];
    return counts.map(
      (mention, i): Claim => ({
        kind: 'n',
        study: outcome.study,
        quantity: mention.quantity as NonNullable<Mention['quantity']>,
        span: mention.span,
        arm: arms[i]?.id,
        trail: [mention.ruleId, 'bind.size-of-arm', 'bind.list'],
      }),
    );
  });
}

function isCount(mention: Mention): boolean {
  return isQuantity(mention, 'count');
}

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
    return counts.map((mention, i) => sizeOf(outcome.study, mention, arms[i]?.id));
  });
}

/** `分为甲、乙、丙三组,各60、62、61例`: as many numbers as arms, of which only the last need have the unit. */
export function sizesOfAll({ scene, cast, outcome }: Reading, claimed: ReadonlySet<Mention>): Claim[] {
  const { arms } = cast;
  const sized = new Set(outcome.bindings.flatMap(({ kind, arm }) => (kind === 'n' ? (arm ?? []) : [])));
  if (arms.length < 2 || sized.size === arms.length) return [];
  for (const first of scene.mentions) {
    const lead = scene.between(scene.start, first.span.start);
    if (!isWhole(first) || !scene.phrase('sizes.all-in-turn').test(lead)) continue;
    const numbers = [first, ...scene.after(first.span.end).filter(isWhole)].slice(0, arms.length);
    const last = numbers.at(-1);
    const isList = numbers.every((number, i) => {
      const next = numbers[i + 1];
      return !next || scene.phrase('joins.values').test(scene.between(number.span.end, next.span.start));
    });
    if (!last || numbers.length < arms.length || !isList || !isCount(last) || numbers.some((one) => claimed.has(one)))
      continue;
    const isLonger = scene.after(last.span.end).some((other) => {
      return isWhole(other) && scene.phrase('joins.values').test(scene.between(last.span.end, other.span.start));
    });
    if (!isLonger) return numbers.map((mention, i) => sizeOf(outcome.study, mention, arms[i]?.id));
  }
  return [];
}

/** `局部硬结两组分别为5例和3例`: the counts in a list of those who had what no rule knows. */
export function countsOfOther({ scene }: Reading): ReadonlySet<Mention> {
  const [noun, joint] = [scene.phrase('sizes.own-noun'), scene.phrase('joins.values')];
  const counts = scene.mentions.filter(isWhole);
  const isNext = (i: number) => {
    const [before, next] = [counts[i - 1], counts[i]];
    return before !== undefined && next !== undefined && joint.test(scene.between(before.span.end, next.span.start));
  };
  const others = new Set<Mention>();
  counts.forEach((mention, i) => {
    const { start } = mention.span;
    const opens = isNext(i + 1) && noun.test(scene.between(scene.clauseStart(start), start));
    if (opens || (isNext(i) && others.has(counts[i - 1] as Mention))) others.add(mention);
  });
  return others;
}

/** The size of an arm by its place in a list. */
function sizeOf(study: string, mention: Mention, arm: string | undefined): Claim {
  const quantity = mention.quantity as NonNullable<Mention['quantity']>;
  const counted = isCount(mention) ? quantity : { ...quantity, kind: 'count' as const, unit: 'patients' };
  const trail = [mention.ruleId, 'bind.size-of-arm', 'bind.list'];
  return { kind: 'n', study, quantity: counted, span: mention.span, arm, trail };
}

/** A count, or a whole number without a unit. */
function isWhole(mention: Mention): boolean {
  return isCount(mention) || (isQuantity(mention, 'number') && /^\d+$/u.test(mention.text));
}

function isCount(mention: Mention): boolean {
  return isQuantity(mention, 'count');
}

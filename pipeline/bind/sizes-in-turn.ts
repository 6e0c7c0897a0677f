import type { Claim, Mention, Quantity } from '../model/index.js';
import { armOf } from './names.js';
import type { Outcome } from './outcome.js';
import type { Reading } from './place.js';
import { isQuantity, type Scene } from './scene.js';

/** `237例和119例分别进入甲组和乙组`: counts in a list are the sizes of as many arms that are listed behind them. */
export function sizesInTurn({ scene, names, cast, outcome }: Reading, claimed: ReadonlySet<Mention>): Claim[] {
  return names.arms.flatMap((list) => {
    const arms = list.members.flatMap((mention) => armOf(mention, cast.list, cast.arms) ?? []);
    if (arms.length < 2 || new Set(arms).size < list.members.length) return [];
    const counts = scene.before(list.start).filter(isWhole).slice(0, arms.length).reverse();
    const [first, last] = [counts[0], counts.at(-1)];
    if (counts.length < arms.length || !first || !last || !isCount(last) || counts.some((one) => claimed.has(one)))
      return [];
    const lead = scene.between(Math.max(scene.start, first.span.start - 4), first.span.start);
    const around = `${lead}|${scene.between(last.span.end, list.start)}`;
    if (!scene.phrase('sizes.in-turn').test(around)) return [];
    if (!areListed(scene, counts)) return [];
    return counts.map((mention, i) => sizeOf(outcome.study, mention, arms[i]?.id));
  });
}

/** `分为甲、乙、丙三组,各60、62、61例`: as many numbers as arms, of which only the last need have the unit. */
export function sizesOfAll({ scene, cast, outcome }: Reading, claimed: ReadonlySet<Mention>): Claim[] {
  const { arms } = cast;
  if (arms.length < 2) return [];
  for (const first of scene.mentions) {
    if (!isWhole(first) || !scene.phrase('sizes.all-in-turn').test(scene.between(scene.start, first.span.start)))
      continue;
    const numbers = [first, ...scene.after(first.span.end).filter(isWhole)].slice(0, arms.length);
    const last = numbers.at(-1);
    if (!last || numbers.length < arms.length || !areListed(scene, numbers) || !isCount(last)) continue;
    const next = scene.nearestAfter(last.span.end, isWhole);
    const isLonger = next !== undefined && areListed(scene, [last, next]);
    if (!isLonger && !numbers.some((one) => claimed.has(one)) && !areSized(outcome, arms.length))
      return numbers.map((mention, i) => sizeOf(outcome.study, mention, arms[i]?.id));
  }
  return [];
}

/** `分为高危组、中危组和低危组,分别为42、24和13例`: as many numbers right behind a list of groups that are no arms. */
export function sizesOfGroups({ scene, names, outcome }: Reading, claimed: ReadonlySet<Mention>): Claim[] {
  return names.groups.flatMap(({ members, end }) => {
    const numbers = scene.after(end).filter(isWhole).slice(0, members.length);
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (members.length < 2 || numbers.length < members.length || !first || !last || !isCount(last)) return [];
    if (!scene.phrase('sizes.groups-in-turn').test(scene.between(end, first.span.start))) return [];
    if (!areListed(scene, numbers) || numbers.some((one) => claimed.has(one))) return [];
    return numbers.map((mention, i) => ({ ...sizeOf(outcome.study, mention, undefined), subgroup: members[i]?.text }));
  });
}

/** Whether as many arms have a size already. */
function areSized({ bindings }: Outcome, arms: number): boolean {
  const sizes = bindings.filter(({ kind, arm }) => kind === 'n' && arm !== undefined);
  return new Set(sizes.map(({ arm }) => arm)).size === arms;
}

/** `局部硬结两组分别为5例和3例`: the counts in a list of those who had what no rule knows. */
export function countsOfOther({ scene }: Reading): ReadonlySet<Mention> {
  const counts = scene.mentions.filter(isWhole);
  const others = new Set<Mention>();
  counts.forEach((mention, i) => {
    const [before, next] = [counts[i - 1], counts[i + 1]];
    const { start } = mention.span;
    const lead = () => scene.between(scene.clauseStart(start), start);
    const opens = next && areListed(scene, [mention, next]) && scene.phrase('sizes.own-noun').test(lead());
    if (opens || (before && others.has(before) && areListed(scene, [before, mention]))) others.add(mention);
  });
  return others;
}

/** Whether nothing but words of listing stands between numbers. */
function areListed(scene: Scene, numbers: readonly Mention[]): boolean {
  return numbers.every((number, i) => {
    const next = numbers[i + 1];
    return !next || scene.phrase('joins.values').test(scene.between(number.span.end, next.span.start));
  });
}

/** The size of an arm by its place in a list. */
function sizeOf(study: string, mention: Mention, arm: string | undefined): Claim {
  const trail = [mention.ruleId, 'bind.size-of-arm', 'bind.list'];
  return { kind: 'n', study, ...sizePrinted(mention), span: mention.span, arm, trail };
}

/** A size as a count of patients; one that is printed with its share has that as a percentage. */
export function sizePrinted({ quantity, facts }: Mention): { quantity: Quantity; percent: number | undefined } {
  const printed = quantity as Quantity;
  const ofPatients = { kind: 'count', unit: 'patients' } as const;
  if (printed.kind === 'percentage') {
    const { events: value, value: percent } = printed;
    return { quantity: { ...printed, ...ofPatients, value, printed: String(value), events: undefined }, percent };
  }
  const percent = facts.percent === undefined ? undefined : Number(facts.percent);
  // `分别为103、101例`: the unit stands behind the last number of the list.
  return { quantity: printed.kind === 'number' ? { ...printed, ...ofPatients } : printed, percent };
}

/** A count, or a whole number without a unit. */
function isWhole(mention: Mention): boolean {
  return isCount(mention) || (isQuantity(mention, 'number') && /^\d+$/u.test(mention.text));
}

/** A count of patients, alone or with its share: `45例(90.0%)`. */
export function isCount(mention: Mention): boolean {
  const { events, total } = mention.quantity ?? {};
  return (
    isQuantity(mention, 'count') || (isQuantity(mention, 'percentage') && events !== undefined && total === undefined)
  );
}

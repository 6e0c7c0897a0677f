import type { Claim, Mention, StudyArm } from '../model/index.js';
import { armOfCounted, armOfSize, isOfEachGroup } from './arm-of-size.js';
import { bareSizes } from './bare-sizes.js';
import { diseasesOfEach, groupOfSize, namedPart } from './counted-group.js';
import { opensCohort } from './counted-patients.js';
import { countedPart } from './counted-trait.js';
import { bindCountsBySum } from './counts-by-sum.js';
import { countsPatients } from './counts-patients.js';
import { headedSize } from './headed-size.js';
import { armOf, type Names } from './names.js';
import type { BoundValue, Outcome } from './outcome.js';
import type { Reading } from './place.js';
import { isKind, isQuantity, type Scene } from './scene.js';
import { countsOfOther, isCount, sizePrinted, sizesInTurn, sizesOfAll, sizesOfGroups } from './sizes-in-turn.js';
import { treatedSo } from './unnamed-measure.js';
import type { Cast } from './who.js';

const unclaimed = 'a count that neither a measure nor a group of patients claims';

/** Binds the counts of patients that no measure has claimed: sizes of the study, of arms and of subgroups. */
export function bindSizes(reading: Reading): void {
  const { scene, names, cast, outcome } = reading;
  const shared = bindCountsBySum(reading);
  outcome.bindings.push(...bareSizes(reading));
  const bound = outcome.bound.filter((one) => !isAlsoSize(scene, one)).map(({ value }) => value.mention);
  const others = countsOfOther(reading);
  const claimed = new Set([...bound, ...others, ...outcome.counts]);
  for (const { span } of others) if (!bound.some((mention) => mention.span === span)) outcome.leave(span, unclaimed);
  const inTurn = [sizesInTurn, sizesOfAll, sizesOfGroups].flatMap((sizes) => sizes(reading, claimed));
  outcome.bindings.push(...inTurn);
  for (const mention of scene.mentions) {
    const counted = isCount(mention) || isQuantity(mention, 'size');
    if (!(counted || outcome.sized.has(mention)) || mention.quantity?.unit === 'episodes') continue;
    if (claimed.has(mention) || shared.has(mention)) continue;
    if (inTurn.some(({ span }) => span === mention.span)) continue;
    const ofEvery = isOfEveryArm(scene, cast, mention);
    if (ofEvery && isOfUnknown(scene, cast, outcome, mention)) {
      outcome.leave(mention.span, unclaimed);
      continue;
    }
    if (ofEvery || isOfNamed(scene, names, cast, mention)) {
      outcome.bindings.push(...cast.arms.map((arm) => sizeOf(outcome, mention, arm)));
      continue;
    }
    const diseases = cast.arms.length < 2 ? diseasesOfEach(scene, mention) : [];
    if (diseases.length > 0) {
      const size = sizeOf(outcome, mention, undefined);
      outcome.bindings.push(...diseases.map((subgroup) => ({ ...size, subgroup })));
      continue;
    }
    const row = sizeRow(reading, mention);
    // `A组(n=21)`: what a bracket says of an arm is its size, of whatever part of the patients.
    const inBracket = scene.text[mention.span.start - 1] === '(' || isQuantity(mention, 'size');
    if (row && !inBracket && isTooFew(outcome, row)) {
      outcome.leave(mention.span, unclaimed);
      continue;
    }
    const lead = scene.between(scene.partAround(mention.span.start).start, mention.span.start);
    // `伴胸水的,A组n例,B组m例`: of each arm those who have it.
    if (row?.arm !== undefined && scene.phrase('sizes.having').test(lead))
      outcome.leave(mention.span, 'a count of patients with a trait that no rule knows');
    else if (row) outcome.bindings.push(...eachArm(scene, names, cast, mention).map((arm) => ({ ...row, arm })), row);
    else outcome.leave(mention.span, unclaimed);
  }
}

/** `分为两组,每组各20例`: one count that is the size of every arm. */
function isOfEveryArm(scene: Scene, cast: Cast, mention: Mention): boolean {
  return cast.arms.length > 1 && isQuantity(mention, 'count') && isOfEachGroup(scene, mention.span);
}

/** `十二指肠溃疡两组各2例`: where the arms have other sizes, a count in each of them is of what no rule knows. */
function isOfUnknown(scene: Scene, cast: Cast, outcome: Outcome, mention: Mention): boolean {
  const sizes = outcome.bindings.filter(({ kind, arm, subgroup }) => kind === 'n' && arm && !subgroup);
  const known = cast.arms.every(({ id }) => sizes.some(({ arm }) => arm === id));
  const lead = scene.between(scene.clauseStart(mention.span.start), mention.span.start);
  return (
    known &&
    sizes.every(({ quantity }) => (quantity.value ?? 0) > (mention.quantity?.value ?? 0)) &&
    scene.phrase('sizes.own-noun').test(lead)
  );
}

/** `需加用吗啡者:A组1例,B组3例`, of arms of 21 and 20: less than half of an arm whose size is known is some of its patients. */
function isTooFew({ bindings }: Outcome, { arm, subgroup, quantity }: Claim): boolean {
  if (arm === undefined || subgroup !== undefined) return false;
  const known = bindings.find((one) => one.kind === 'n' && one.arm === arm && one.subgroup === undefined);
  return known !== undefined && (quantity.value ?? 0) * 2 < (known.quantity.value ?? 0);
}

/** `比较甲药与乙药(各77例)`, `分为甲组(XY)、乙组和丙组各77例`: one count that is the size of both arms, or of all. */
function isOfNamed(scene: Scene, names: Names, cast: Cast, { span, quantity }: Mention): boolean {
  if (cast.arms.length < 2 || quantity?.kind !== 'count') return false;
  const lead = scene.between(span.start - 4, span.start);
  if (cast.arms.length === 2 && scene.phrase('sizes.each-of-both').test(lead)) return true;
  const start = scene.clauseStart(span.start);
  const near = names.arms.filter(({ start: from, end }) => from >= start && end <= span.start);
  const named = idsOf(
    near.flatMap(({ members }) => members),
    cast,
  );
  return named.length === cast.arms.length && scene.phrase('sizes.of-each-named').test(lead);
}

/** `n例患者既往均用过A`, `n例患者伴EMD`: the count is the size of the group, too. */
function isAlsoSize(scene: Scene, { value, what, binding }: BoundValue): boolean {
  if (binding.kind !== 'baseline' || what.span.start < value.span.end) return false;
  return scene.phrase('sizes.also-size').test(scene.between(value.span.end, what.span.end));
}

/** `各有1例接受了A方案,B方案,C方案`: the other arms that the count is the size of, too. */
function eachArm(scene: Scene, names: Names, cast: Cast, mention: Mention): string[] {
  if (
    !scene.phrase('sizes.each').test(scene.between(Math.max(scene.start, mention.span.start - 3), mention.span.start))
  )
    return [];
  const before = names.arms.filter(({ end }) => end <= mention.span.start && mention.span.start - end <= 3).at(-1);
  if (before) return idsOf(before.members, cast).slice(0, -1);
  const behind = names.arms.flatMap(({ members }) => members).filter(({ span }) => span.start > mention.span.end);
  return idsOf(behind, cast).slice(1);
}

/** The arms that mentions mean, each once. */
function idsOf(mentions: readonly Mention[], cast: Cast): string[] {
  return [...new Set(mentions.flatMap((mention) => armOf(mention, cast.list, cast.arms)?.id ?? []))];
}

/** The row of a size, of an arm or of all patients. */
function sizeOf(outcome: Outcome, mention: Mention, arm: StudyArm | undefined): Claim {
  return {
    kind: 'n',
    study: outcome.study,
    ...sizePrinted(mention),
    span: mention.span,
    arm: arm?.id,
    trail: [mention.ruleId, arm ? 'bind.size-of-arm' : 'bind.size'],
  };
}

function sizeRow(reading: Reading, mention: Mention): Claim | undefined {
  const { scene, names, cast, outcome } = reading;
  // `对照组0例`: an arm of nobody is none; the count is of something that happened to nobody.
  if (mention.quantity?.value === 0) return undefined;
  const arm =
    outcome.sized.get(mention) ??
    headedSize(scene, names, cast, mention) ??
    armOfCounted(scene, names, cast, mention) ??
    armOfSize(scene, names, cast, mention);
  const isSize = isQuantity(mention, 'size');
  const group = groupOfSize(scene, mention);
  const isNoSize =
    isOfNamedArm(reading, mention) || (!countsPatients(scene, mention) && !opensCohort(reading, mention.span));
  const treated = isQuantity(mention, 'percentage') ? treatedSo(scene, mention) : undefined;
  const part = arm || group ? undefined : (treated ?? countedPart(reading, mention));
  if (!arm && !isSize && !group && !part && isNoSize) return undefined;
  const subgroup = group?.text ?? (arm ? undefined : (part ?? namedPart(reading, mention)));
  // `血压下降者28例(47%)`: a share of the patients that is told apart is not all of them.
  const apart = scene.phrase('sizes.apart').test(scene.between(mention.span.start - 4, mention.span.start));
  if (!arm && subgroup === undefined && apart && isQuantity(mention, 'percentage')) return undefined;
  // `其余21例为淋巴瘤`, `各3例`: some of the patients are not all of them.
  const { start, end } = mention.span;
  const lead = scene.between(Math.max(scene.start, start - 4), start);
  const around = `${lead}|${scene.between(end, Math.min(scene.end, end + 4))}`;
  const isSome = scene.phrase('sizes.each').test(lead) || scene.phrase('sizes.rest').test(around);
  if (!arm && subgroup === undefined && isSome) return undefined;
  return { ...sizeOf(outcome, mention, arm), subgroup };
}

/** `试验组仅有2例脑转移患者`: what is counted of one arm at the head of its clause is no size of the study. */
function isOfNamedArm({ scene, names, cast }: Reading, { span }: Mention): boolean {
  const start = scene.clauseStart(span.start);
  const [first, another] = names.arms.filter((list) => list.start >= start && list.end <= span.start);
  if (cast.arms.length < 2 || another || first?.members.length !== 1 || first.start !== start) return false;
  return isKind(first.members[0], 'arm') && scene.phrase('sizes.only').test(scene.between(first.end, span.start));
}

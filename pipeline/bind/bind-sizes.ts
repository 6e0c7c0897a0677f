import type { Claim, Mention, Quantity, StudyArm } from '../model/index.js';
import { armOfCounted, armOfSize } from './arm-of-size.js';
import { bareSizes } from './bare-sizes.js';
import { opensCohort } from './counted-patients.js';
import { bindCountsBySum } from './counts-by-sum.js';
import { armOf, type Names } from './names.js';
import type { BoundValue, Outcome } from './outcome.js';
import { isGroupSize } from './patients.js';
import type { Reading } from './place.js';
import { clauseStart, isCue, isKind, isQuantity, type Scene } from './scene.js';
import { countsOfOther, sizesInTurn, sizesOfAll } from './sizes-in-turn.js';
import type { Cast } from './who.js';

const unclaimed = 'a count that neither a measure nor a group of patients claims';

/** Binds the counts of patients that no measure has claimed: sizes of the study, of arms and of subgroups. */
export function bindSizes(reading: Reading): void {
  const { scene, names, cast, outcome } = reading;
  const shared = bindCountsBySum(reading);
  outcome.bindings.push(...bareSizes(reading));
  const bound = outcome.bound.filter((one) => !isAlsoSize(scene, one)).map(({ value }) => value.mention);
  const others = countsOfOther(reading);
  const claimed = new Set([...bound, ...others]);
  for (const { span } of others) if (!bound.some((mention) => mention.span === span)) outcome.leave(span, unclaimed);
  const inTurn = [...sizesInTurn(reading, claimed), ...sizesOfAll(reading, claimed)];
  outcome.bindings.push(...inTurn);
  for (const mention of scene.mentions) {
    const counted = isQuantity(mention, 'count', 'size') || (isQuantity(mention, 'percentage') && isCounted(mention));
    if (!counted || mention.quantity?.unit === 'episodes') continue;
    if (claimed.has(mention) || shared.has(mention)) continue;
    if (inTurn.some(({ span }) => span === mention.span)) continue;
    const ofEvery = isOfEveryArm(scene, cast, mention);
    if (ofEvery && isOfUnknown(scene, cast, outcome, mention)) {
      outcome.leave(mention.span, unclaimed);
      continue;
    }
    if (ofEvery || isOfBoth(scene, cast, mention)) {
      outcome.bindings.push(...cast.arms.map((arm) => sizeOf(outcome, mention, arm)));
      continue;
    }
    const row = sizeRow(reading, mention);
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
  if (cast.arms.length < 2 || !isQuantity(mention, 'count')) return false;
  return scene
    .phrase('sizes.each-arm')
    .test(scene.between(Math.max(scene.start, mention.span.start - 6), mention.span.start));
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

/** `比较甲药与乙药(各77例)`: one count that is the size of both. */
function isOfBoth(scene: Scene, cast: Cast, mention: Mention): boolean {
  if (cast.arms.length !== 2 || !isQuantity(mention, 'count')) return false;
  return scene.phrase('sizes.each-of-both').test(scene.between(mention.span.start - 4, mention.span.start));
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

/** A share that prints its count first: `45例(90.0%)`. */
function isCounted(mention: Mention): boolean {
  return mention.quantity?.events !== undefined && mention.quantity.total === undefined;
}

/** The row of a size, of an arm or of all patients. */
function sizeOf(outcome: Outcome, mention: Mention, arm: StudyArm | undefined): Claim {
  return {
    kind: 'n',
    study: outcome.study,
    ...countOf(mention),
    span: mention.span,
    arm: arm?.id,
    trail: [mention.ruleId, arm ? 'bind.size-of-arm' : 'bind.size'],
  };
}

/** A count with its share is a size with a percentage. */
function countOf(mention: Mention): { quantity: Quantity; percent: number | undefined } {
  const quantity = mention.quantity as Quantity;
  if (quantity.kind !== 'percentage')
    return { quantity, percent: mention.facts.percent === undefined ? undefined : Number(mention.facts.percent) };
  return {
    quantity: {
      ...quantity,
      kind: 'count',
      value: quantity.events,
      printed: String(quantity.events),
      unit: 'patients',
      events: undefined,
    },
    percent: quantity.value,
  };
}

function sizeRow(reading: Reading, mention: Mention): Claim | undefined {
  const { scene, names, cast, outcome } = reading;
  // `对照组0例`: an arm of nobody is none; the count is of something that happened to nobody.
  if (mention.quantity?.value === 0) return undefined;
  const arm =
    outcome.sized.get(mention) ?? armOfCounted(scene, names, cast, mention) ?? armOfSize(scene, names, cast, mention);
  const isSize = isQuantity(mention, 'size');
  const group = scene.nearestBefore(
    mention.span.start,
    (other) => other.facts.cohort !== undefined && scene.clauseStart(mention.span.start) - 60 < other.span.start,
  );
  const told = scene.nearestBefore(mention.span.start);
  const ofGroup =
    told &&
    (isNextTo(told, mention) ||
      isGroupSize(scene, told, { family: 'count', span: mention.span }) ||
      isDivided(scene, told, mention));
  const sized = ofGroup ? told : groupInBracket(scene, mention);
  const isNoSize =
    isOfNamedArm(reading, mention) || (!countsPatients(scene, mention) && !opensCohort(reading, mention.span));
  if (!arm && !isSize && !group && !sized && isNoSize) return undefined;
  return {
    ...sizeOf(outcome, mention, arm),
    subgroup: (sized ?? group)?.text ?? (arm ? undefined : (treatedSo(scene, mention) ?? namedPart(reading, mention))),
  };
}

/** `试验组仅有2例脑转移患者`: what is counted of one arm at the head of its clause is no size of the study. */
function isOfNamedArm({ scene, names, cast }: Reading, { span }: Mention): boolean {
  const start = scene.clauseStart(span.start);
  const [first, another] = names.arms.filter((list) => list.start >= start && list.end <= span.start);
  if (cast.arms.length < 2 || another || first?.members.length !== 1 || first.start !== start) return false;
  return isKind(first.members[0], 'arm') && scene.phrase('sizes.only').test(scene.between(first.end, span.start));
}

/** `共n例,其中早期患者m例`, `滑膜肉瘤m例`: the name, or the disease, of a part of the patients who were counted before. */
function namedPart({ scene, outcome, cast }: Reading, { span, quantity }: Mention): string | undefined {
  const ofAll = ({ kind, arm, subgroup }: Claim) => kind === 'n' && !subgroup && (!arm || cast.arms.length === 1);
  const whole = outcome.bindings.find(ofAll);
  const counted = quantity?.kind === 'percentage' ? quantity.events : quantity?.value;
  if (!whole || (whole.quantity.value ?? 0) <= (counted ?? 0)) return undefined;
  const lead = scene.between(clauseStart(scene.text, span.start, scene.start, ',;:\u3001'), span.start);
  return scene.phrase('sizes.named-group').exec(lead)?.groups?.name ?? diseaseNamed(scene, span.start, lead);
}

/** `其中去分化脂肪肉瘤m例`: the disease right before a count, with the words before it that say which one it is. */
function diseaseNamed(scene: Scene, at: number, lead: string): string | undefined {
  const [disease] = scene.before(at);
  if (disease?.kind !== 'population' || disease.span.end !== at) return undefined;
  const whole = scene.phrase('sizes.named-disease').exec(lead)?.groups?.name;
  return whole?.endsWith(disease.text) ? whole : disease.text;
}

/** `35例(71%)患者接受了化疗`: what so many of the patients got, in the words of the article. */
function treatedSo(scene: Scene, mention: Mention): string | undefined {
  if (!isQuantity(mention, 'percentage')) return undefined;
  const behind = scene.between(mention.span.end, scene.clauseEnd(mention.span.end));
  return scene.phrase('attaching.treated-so').exec(behind)?.groups?.treated;
}

/** `(中危组83例、高危组69例)`: a group of patients right before its size. */
function isNextTo({ kind, span }: Mention, size: Mention): boolean {
  return kind === 'subgroup' && span.end === size.span.start;
}

/** `分为高危组19例,低危组28例`: the groups that patients are divided into, each with its size. */
function isDivided(scene: Scene, { kind, span }: Mention, mention: Mention): boolean {
  if (kind !== 'subgroup' || !/^[(]?$/u.test(scene.between(span.end, mention.span.start))) return false;
  return scene.phrase('sizes.allots').test(scene.between(scene.partAround(span.start).start, span.start));
}

/** `上段癌组(部位为…,n=19)`: the introduced group that the bracket with its size stands behind. */
function groupInBracket(scene: Scene, mention: Mention): Mention | undefined {
  const isSize = isQuantity(mention, 'size') || scene.text[mention.span.end] === ')';
  const open = isSize ? scene.openBracket(mention.span.start) : -1;
  const group = scene.nearestBefore(open);
  return open >= 0 && group?.span.end === open && group.kind === 'subgroup' ? group : undefined;
}

/** Whether the count is followed by patients, or preceded by their enrolling. */
function countsPatients(scene: Scene, mention: Mention): boolean {
  // `25例(35.7%)患者移植后发生真菌血症`: what befell a share of the patients is no size, be it known or not.
  const behindIt = scene.between(mention.span.end, scene.clauseEnd(mention.span.end));
  if (isQuantity(mention, 'percentage') && scene.phrase('sizes.befell').test(behindIt)) return false;
  if (scene.phrase('sizes.gave-up').test(behindIt)) return false;
  const next = scene.nearestAfter(mention.span.end);
  const gap = next ? scene.between(mention.span.end, next.span.start) : '';
  if (
    next &&
    gap.length <= 6 &&
    !/[,;\u3002]/u.test(gap) &&
    (isCue(next, 'patients') || isKind(next, 'population', 'qualifier', 'aside'))
  )
    return true;
  const before = scene.nearestBefore(mention.span.start);
  const lead = before ? scene.between(before.span.end, mention.span.start) : '';
  if (isCue(before, 'enrol') && lead.length <= 3) return true;
  const named = isCue(before, 'patients') || isKind(before, 'population');
  if (named && ((lead.length <= 2 && !/[,;]/u.test(lead)) || scene.phrase('sizes.of-population').test(lead)))
    return true;
  const behind = (id: string, length: number) =>
    scene.phrase(id).test(scene.between(Math.max(scene.start, mention.span.start - length), mention.span.start));
  if (behind('sizes.those-before', 10) || behind('sizes.study-before', 24) || behind('sizes.treated', 6)) return true;
  if (opensStudy(scene, mention) || countsAll(scene, mention)) return true;
  return scene.phrase('sizes.patients-behind').test(behindIt);
}

/** `某研究[3]:Ⅱ期,n例,…`: a count that is a clause by itself and the first number told of a study. */
function opensStudy(scene: Scene, { span }: Mention): boolean {
  const isAlone = clauseStart(scene.text, span.start, scene.start, ',;:') === span.start;
  if (!isAlone || !/[,;\u3002]/u.test(scene.text[span.end] ?? '\u3002')) return false;
  return !scene.before(span.start).some((other) => isQuantity(other) && !isQuantity(other, 'number'));
}

/** `甲药对比乙药,共n例,…`: all that a study counts, where nothing has been counted before it. */
function countsAll(scene: Scene, { span }: Mention): boolean {
  const start = clauseStart(scene.text, span.start, scene.start, ',;:');
  const isTold = scene.phrase('sizes.in-all').test(scene.between(start, span.start));
  if (!isTold || !/[,;)(\u3002]/u.test(scene.text[span.end] ?? '\u3002')) return false;
  return !scene.before(span.start).some((other) => isQuantity(other, 'count', 'size', 'percentage'));
}

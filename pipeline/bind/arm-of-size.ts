import { type Mention, type StudyArm, treatmentKinds } from '../model/index.js';
import type { Span } from '../text/index.js';
import type { Coordination } from './coordination.js';
import { armOf, type Names } from './names.js';
import { clauseStart, isKind, isQuantity, type Scene } from './scene.js';
import type { Cast } from './who.js';
import { withoutPatients } from './without-patients.js';

/** `21例接受了A方案`: the arm that the counted patients got. */
export function armOfCounted(scene: Scene, names: Names, cast: Cast, mention: Mention): StudyArm | undefined {
  const end = scene.clauseEnd(mention.span.end);
  const behind = armCalledBehind(scene, names, mention, end);
  if (behind) return armOf(behind, cast.list, cast.arms);
  const lists = names.arms.filter((list) => list.start >= mention.span.end && list.start < end);
  const got = lists[0];
  const between =
    got && withoutPatients(scene.between(mention.span.end, got.start), scene.after(mention.span.end, got.start));
  const isSized = (list: Coordination) => scene.phrase('sizes.own-size').test(scene.between(list.end, list.end + 24));
  // `49例行根治术(手术组)`: what the counted patients got has a name of its own in the bracket behind it.
  const isDivided = got && scene.phrase('sizes.shares-out').test(scene.between(mention.span.end, got.start));
  const called = lists.find(
    (list) =>
      !isDivided &&
      scene.text[list.start - 1] === '(' &&
      /[),;]/u.test(scene.text[list.end] ?? '') &&
      !isSized(list) &&
      !scene.after(mention.span.end, list.start).some((other) => isQuantity(other, 'count', 'size')),
  );
  // `n例甲药联合乙药`, `n例单纯手术`: no word says that it was given.
  const [treatment] = got?.members ?? [];
  const isPlain = scene.phrase('sizes.plainly').test(treatment?.text ?? '');
  // `n例患者术后未行放疗`: what is not given needs no word for giving.
  const isWithout = treatment?.facts.without !== undefined && scene.phrase('sizes.those-without').test(between ?? '');
  // `比较41例全切术与43例保乳术的疗效`
  const lead = scene.between(scene.clauseStart(mention.span.start), mention.span.start);
  const isSaid =
    isPlain || treatment?.facts.combination !== undefined || scene.phrase('sizes.compares-next').test(lead);
  const isTold = isWithout || (between === '' && isSaid);
  // `40例行甲方案(甲组)`: the name in the bracket says which of two arms that got alike treatments it is.
  const named = got && called?.start === got.end + 1;
  const list =
    got && !named && !isSized(got) && (isTold || scene.phrase('sizes.got').test(between ?? '')) ? got : called;
  // `n例未行移植的患者作为对照组`: what those who are counted did not get is not theirs.
  const taken = lists.find(({ start }) =>
    scene.phrase('sizes.taken-without').test(scene.between(mention.span.end, start)),
  );
  // `n例放疗患者列入A组`: whatever they got, they are of the group that they are put into.
  const put = lists.find(({ start }) => scene.phrase('sizes.put-into').test(scene.between(mention.span.end, start)));
  const [member] = (put ?? taken ?? list)?.members ?? [];
  // `n例患者接受甲药(10mg)或乙药`: all who got one or the other.
  const isOther = ({ span }: Mention) =>
    scene.phrase('joins.alternates').test(scene.between(span.start - 1, span.start));
  if (lists.some(({ members }) => members.some((other) => other !== member && isOther(other)))) return undefined;
  // `n例行手术加化疗综合治疗和单纯手术治疗`: all who got one or the other.
  const next = got && lists.find(({ start }) => start >= got.end);
  if (list === got && next && scene.phrase('sizes.and-others').test(scene.between(got.end, next.start)))
    return undefined;
  return member && (put ?? taken ?? list)?.members.length === 1 ? armOf(member, cast.list, cast.arms) : undefined;
}

/** `40例行甲手术后放疗,为放疗组`: the arm that those who are counted are said to be, in the clause behind what they got. */
function armCalledBehind(scene: Scene, names: Names, { span }: Mention, end: number): Mention | undefined {
  const list = names.arms.find(({ start }) => start >= end);
  const [member, another] = list?.members ?? [];
  if (!list || !isKind(member, 'arm') || another) return undefined;
  const isCalled = scene.phrase('sizes.called-behind').test(scene.between(end, list.start));
  const counts = scene.after(span.end, list.start).some((other) => isQuantity(other, 'count', 'size'));
  return isCalled && !counts ? member : undefined;
}

/** `A组(40例)`, `VTD(…,n=84)`, `试验组55名`: the arm named right before, its explanation in brackets aside. */
export function armOfSize(scene: Scene, names: Names, cast: Cast, mention: Mention): StudyArm | undefined {
  const named = names.arms
    .flatMap(({ members }) => members)
    .filter(({ span }) => span.end <= mention.span.start)
    .at(-1);
  if (!named) return undefined;
  const between = withoutPatients(
    scene.between(named.span.end, mention.span.start),
    scene.after(named.span.end, mention.span.start),
  );
  // `未加用甲药的20例`
  if (named.facts.without !== undefined && scene.phrase('sizes.of-without').test(between))
    return armOf(named, cast.list, cast.arms);
  // `甲药和乙药治疗的86例`: all who got one or the other.
  const listed = names.arms.find(({ members }) => members.includes(named))?.members ?? [];
  if (listed.length > 1 && listed.every(({ kind }) => kind !== 'arm') && between.length > 0 && !between.includes('('))
    return undefined;
  // `…方案治疗(A组,38例)`: a name in a bracket, or with nothing else in its clause, has its size behind a comma.
  // Any comma may part a count from one of several arms; the only arm is not left by one that stands further on.
  const isComma = (cast.arms.length > 1 ? between : between.slice(0, 1)).replace(/\([^()]*\)?/gu, '').includes(',');
  const apart = isComma && scene.text[named.span.start - 1] !== '(';
  if (apart && !isAllOfClause(scene, names, named, mention)) return undefined;
  // `以行甲手术的82例为研究对象,以行乙手术的95例为对照`: those who were given one of several arms.
  const given = `${scene.between(Math.max(scene.start, named.span.start - 2), named.span.start)}|${between}`;
  const isGiven = cast.arms.length > 1 && scene.phrase('sizes.those-given').test(given);
  const { end } = mention.span;
  const isHeaded = scene.phrase('sizes.headed-given').test(`${between}|${scene.text.slice(end, end + 4)}`);
  if (!isGiven && !isHeaded && !scene.phrase('sizes.behind-arm').test(`${between}|`)) return undefined;
  if (cast.arms.length > 1 && isOfAllSelected(scene, named, mention)) return undefined;
  // `化疗和接受移植的患者共n例`: all who got one or the other.
  const before = scene.nearestBefore(named.span.start, (other) => treatmentKinds.has(other.kind));
  const lead = before ? scene.between(before.span.end, named.span.start) : '';
  if (scene.phrase('sizes.with-others').test(`${lead}|${between}`)) return undefined;
  return armOf(named, cast.list, cast.arms);
}

/** How far behind those who were selected the words may stand that say that others were selected, too, in characters. */
const nextSelection = 200;

/**
 * `选取行甲手术的60例患者,…28例为A组,32例为B组`: those who were selected, whom the sentence then shares out, if it counts others;
 * `选取行甲手术的60例患者。另选取同期行乙手术的48例`: of those that are not all.
 */
function isOfAllSelected(scene: Scene, { span }: Mention, mention: Mention): boolean {
  const lead = scene.between(scene.clauseStart(span.start), span.start);
  // `选取经病理确诊,并行甲手术的60例患者`: they are selected in a clause before, that counts nobody else.
  const { start } = scene.partAround(span.start);
  const counts = scene.after(start, span.start).some((other) => isQuantity(other, 'count', 'size'));
  // `接受甲疗法的60例患者,依据剂量分为两组`: those who are divided next are all.
  const { end } = mention.span;
  const isDivided = !counts && scene.phrase('sizes.then-divided').test(scene.text.slice(end, end + nextSelection));
  if (
    !isDivided &&
    !scene.phrase('sizes.selects').test(counts ? lead : scene.between(start, span.start).replaceAll(',', ''))
  )
    return false;
  const adds = scene.phrase('sizes.adds-cohort');
  if (adds.test(lead) || adds.test(scene.text.slice(end, end + nextSelection))) return false;
  const later = scene.after(mention.span.end).filter((other) => isQuantity(other, 'count', 'size'));
  const sum = later.reduce((total, { quantity }) => total + (quantity?.value ?? 0), 0);
  return later.length === 0 || sum === mention.quantity?.value;
}

/** `A组:甲药联合放疗组,共46例;`, `甲组:放疗,20例`: nothing but an arm, or what it got, before a comma, and nothing but a count behind it. */
function isAllOfClause(scene: Scene, names: Names, arm: Mention, { span }: Mention): boolean {
  if (!/^[,;.\u3002]|^$/u.test(scene.between(span.end, Math.min(scene.end, span.end + 1)))) return false;
  if (scene.phrase('sizes.spelled-out').test(scene.between(arm.span.start - 8, arm.span.start))) return true;
  if (!isKind(arm, 'arm')) return false;
  const letter = names.arms.find(({ end }) => end <= arm.span.start && arm.span.start - end <= 3);
  const start = letter?.start ?? arm.span.start;
  const lead = scene.between(clauseStart(scene.text, start, scene.start, ',;:'), start);
  return scene.phrase('sizes.opens-clause').test(lead);
}

/** `每组各20例`: whether the words before a count say that it is of each group. */
export function isOfEachGroup(scene: Scene, { start }: Span<'text'>): boolean {
  return scene.phrase('sizes.each-arm').test(scene.between(Math.max(scene.start, start - 60), start));
}

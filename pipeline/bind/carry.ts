import type { Mention } from '../model/index.js';
import { countedEvent } from './counted-event.js';
import { isFeature } from './counted-patients.js';
import { armEndingAt, type Names } from './names.js';
import { isResponse, namesGroup, qualifies } from './patients.js';
import { rest } from './residue.js';
import { isCue, isKind, type Scene } from './scene.js';
import { saysWhose } from './told-of-patients.js';
import { madeUpOf, nounInList } from './unnamed-measure.js';
import type { Value } from './values.js';

/** `PD-L1阳性患者ORR为a%,阴性者仅为b%`: behind what patients by one trait reached, nothing but other patients stands before a number. */
function isOfOtherPatients(scene: Scene, { span }: Value, carried: Mention): boolean {
  const clause = scene.clauseStart(span.start);
  if (carried.span.end > clause || !isKind(carried, 'measure')) return false;
  if (/[;\u3002]/u.test(scene.between(carried.span.end, span.start))) return false;
  if (!scene.phrase('attaching.other-patients').test(scene.between(clause, span.start))) return false;
  if (scene.after(clause, span.start).some((inner) => isKind(inner, 'measure', 'event', 'grade'))) return false;
  const before = scene.between(scene.clauseStart(carried.span.start), carried.span.start);
  return scene.phrase('attaching.some-patients').test(before);
}

/**
 * Whether a measure of an earlier clause can hold for a number: nothing that has a name of its own stands right
 * before the number. A bare count of patients carries a measure on only behind a grade (`2级4例`).
 */
export function isCarried(scene: Scene, names: Names, value: Value, carried: Mention): boolean {
  const { start } = value.span;
  const graded = names.grades.some(
    (list) => list.end <= start && scene.phrase('attaching.graded').test(scene.between(list.end, start)),
  );
  if (value.family === 'count')
    return (
      graded ||
      isCountedInArm(scene, names, value) ||
      isOfLatter(scene, value) ||
      isOfOtherArm(scene, names, value, carried) ||
      isOfNextArm(scene, names, value, carried) ||
      isOfArmBehind(scene, names, value, carried)
    );
  // `PFS为a个月,缓解者12个月时仍有b%`: a time at which something holds is no length of what was told before.
  if (value.family === 'time' && scene.phrase('landmarks.then').test(scene.between(value.span.end, value.span.end + 2)))
    return false;
  // `手术时间(120±20)min,夹闭时间(9±2)min`: what is timed next has a name of its own.
  const named = scene.between(Math.max(carried.span.end, scene.clauseStart(start)), start);
  if (value.family !== 'share' && scene.phrase('attaching.own-length').test(named)) return false;
  if (value.family !== 'share' && value.family !== 'level') return true;
  if (isOfOtherPatients(scene, value, carried)) return true;
  if (madeUpOf(scene, value) !== undefined || nounInList(scene, value) !== undefined) return false;
  if (countedEvent(scene, value)) return false;
  // `不良反应以皮疹(12%)、腹泻(9%)为主,3级占2%`: behind a list that is closed, a grade is of all that it lists.
  if (scene.phrase('attaching.list-closed').test(scene.between(carried.span.end, start))) return false;
  // `高危患儿66例(44%);B系患儿122例(81%)`: the patients that are counted next have a name of their own.
  if (isFeature(carried) && countsOthers(scene, value, carried)) return false;
  // `感染3例(7%),截肢6例(13%)`: a procedure right before a count is what is counted next.
  if (value.quantity.events !== undefined && countsProcedure(scene, names, value, carried)) return false;
  // `7例(25%)肺转移,4例(14%)眼眶转移`: where the disease went is told behind the number.
  const behind = scene.between(value.span.end, scene.clauseEnd(value.span.end));
  if (scene.phrase('attaching.spread').test(behind)) return false;
  // `2例(4%)死亡,9例(17%)剂量减低`: what so many of them had stands behind a count that begins its clause.
  const heads = scene.clauseStart(start) === start && value.quantity.events !== undefined;
  if (heads && scene.phrase('attaching.own-behind').test(behind)) return false;
  // `,复发与未复发者分别为a%和b%`: other patients, of whom the same is told.
  const opposed = scene.phrase('attaching.opposed-patients').exec(scene.between(scene.clauseStart(start), start));
  if (opposed && scene.phrase('attaching.carry').test(opposed.groups?.tail ?? '')) return true;
  const valued =
    scene.nearestBefore(start, ({ quantity }) => quantity?.unit !== undefined && quantity.kind !== 'size')?.span.end ??
    0;
  const from = Math.max(scene.clauseStart(start), itemStart(scene, start), carried.span.end, valued);
  let lead = rest(scene, from, start);
  for (const inner of scene.after(from, start)) {
    const apart = isKind(inner, 'item', 'qualifier', 'event')
      ? qualifies(scene, inner, value) || saysWhose(scene, names, inner, value) || isPatients(scene, inner)
      : isResponse(inner) && namesGroup(scene, names, inner);
    if (apart) lead = lead.replace(inner.text.replace(/\([^()%]*\)|\s/gu, ''), '');
  }
  // A noun before the bracket that no name accounts for is what its number is of.
  if (scene.phrase('attaching.own-noun').test(lead)) return false;
  lead = lead.replace(/^.*\(|^\)+/u, '');
  return graded || lead === '' || scene.phrase('attaching.carry').test(lead);
}

/** `高于鳞癌患者的b%`: a feature whose name ends with the word for patients says whose a number is. */
function isPatients(scene: Scene, { text }: Mention): boolean {
  return scene.phrase('attaching.ends-in-patients').test(text);
}

/** `B系患儿122例(81%)`: whether patients by their disease are what is counted, behind the trait of others. */
function countsOthers(scene: Scene, { span }: Value, trait: Mention): boolean {
  const next = scene.nearestBefore(span.start);
  if (isKind(next, 'population')) return (next?.span.start ?? 0) >= trait.span.end;
  return isCue(next, 'patients') && isKind(scene.nearestBefore(next?.span.start ?? 0), 'population');
}

/** Whether a count follows on the name of a procedure that is told behind the carried measure and is no arm of the study. */
function countsProcedure(scene: Scene, names: Names, { span }: Value, carried: Mention): boolean {
  const before = scene.nearestBefore(span.start);
  if (!isKind(before, 'procedure') || !before || before.span.start < carried.span.end) return false;
  return before.span.end === span.start && !names.arms.some(({ members }) => members.includes(before));
}

/** `前者死亡n例,后者仅m例`: the second count is of what the first one was of. */
function isOfLatter(scene: Scene, { span }: Value): boolean {
  const cue = scene.nearestBefore(span.start);
  if (!isCue(cue, 'latter') || !cue || cue.span.start < scene.clauseStart(span.start)) return false;
  return scene.phrase('attaching.carry').test(scene.between(cue.span.end, span.start));
}

/** `咳嗽者A组3例,B组5例`: what was counted in one arm is counted in the next one, which only its name tells. */
export function isOfOtherArm(scene: Scene, names: Names, { span }: Value, carried: Mention): boolean {
  if (!isKind(carried, 'measure', 'event')) return false;
  const counts = ({ quantity }: Mention) => quantity?.kind === 'count' || quantity?.kind === 'percentage';
  const arm = armEndingAt(names, span.start);
  const other = arm && scene.nearestBefore(span.start, counts);
  const earlier = other && armEndingAt(names, other.span.start);
  if (!arm || !earlier || earlier.start < carried.span.end) return false;
  return (
    scene.phrase('attaching.counted-arm').test(scene.between(carried.span.end, earlier.start)) &&
    scene.phrase('attaching.next-arm').test(scene.between(other.span.end, arm.start))
  );
}

/** `治疗组腹泻8例,对照组15例`: what one arm had so often is counted in the next one, of which nothing else is told. */
function isOfNextArm(scene: Scene, names: Names, { span }: Value, carried: Mention): boolean {
  const [arm, first] = names.arms.filter(({ end }) => end <= span.start).reverse();
  if (!isKind(carried, 'measure', 'event') || !arm || !first || arm.start <= carried.span.end) return false;
  if (arm.members.length + first.members.length > 2 || first.start < scene.clauseStart(carried.span.start))
    return false;
  const told = scene.after(carried.span.end, arm.start).filter(({ quantity }) => quantity !== undefined);
  const last = told.at(-1);
  // `,对照组60例中无1例`: a number that the clause goes on behind is of something else.
  if (!last || !scene.phrase('attaching.ends-count').test(scene.text.slice(span.end))) return false;
  const bare = (from: number, to: number) =>
    scene
      .after(from, to)
      .filter((inner) => inner.quantity !== undefined || isCue(inner, 'respectively', 'list') || isKind(inner, 'arm'))
      .reduce((text, { text: printed }) => text.replace(printed, ''), scene.between(from, to))
      .replace(/\u3001/gu, '');
  return (
    scene.phrase('attaching.left').test(bare(carried.span.end, last.span.end)) &&
    scene.phrase('attaching.next-arm').test(scene.between(last.span.end, arm.start)) &&
    scene.phrase('joins.opposed-value').test(bare(arm.end, span.start))
  );
}

/** `A组40例中5例停药,B组38例中仅1例`: what so many of one arm had, told behind their count, is counted in the next one. */
function isOfArmBehind(scene: Scene, names: Names, { span }: Value, carried: Mention): boolean {
  const [arm, first] = names.arms.filter(({ end }) => end <= span.start).reverse();
  if (!isKind(carried, 'measure', 'event') || !arm || !first || arm.members.length + first.members.length > 2)
    return false;
  const counted = scene.nearestBefore(carried.span.start, ({ quantity }) => quantity !== undefined);
  if (counted?.quantity?.kind !== 'count' || counted.span.start < first.end) return false;
  if (/[,;\u3002]/u.test(scene.between(first.end, carried.span.start))) return false;
  const until = scene.nearestBefore(
    span.start,
    ({ quantity }) => quantity?.kind === 'count' || quantity?.kind === 'size',
  );
  const from = until && until.span.start >= arm.end ? until : undefined;
  const lead = scene.between(arm.end, span.start).replace(from?.text ?? '', '');
  return (
    scene.phrase('attaching.next-arm').test(scene.between(carried.span.end, arm.start)) &&
    scene.phrase('joins.opposed-value').test(lead) &&
    scene.phrase('attaching.ends-count').test(scene.text.slice(span.end))
  );
}

/** `研究组共发生12例,对照组共发生15例`: the event is named before the arms. */
function isCountedInArm(scene: Scene, names: Names, value: Value): boolean {
  const clause = scene.clauseStart(value.span.start);
  const arm = names.arms.some((list) => list.start >= clause && list.end <= value.span.start);
  if (!arm || !scene.phrase('attaching.counts').test(rest(scene, clause, value.span.start))) return false;
  return scene.mentions.some(
    (mention) =>
      isCue(mention, 'attain') &&
      scene.phrase('attaching.occurred').test(mention.text) &&
      mention.span.end <= value.span.start,
  );
}

/** `48.8%的患者完成了治疗`: the share is of what its patients do, and not of a measure named before. */
export function ofPatients(scene: Scene, value: Value): boolean {
  return scene
    .phrase('attaching.share-of-patients')
    .test(scene.between(value.span.end, Math.min(scene.end, value.span.end + 6)));
}

/** The start of the list item around a place: behind the last 、 that is not part of a name. */
function itemStart(scene: Scene, at: number): number {
  for (let i = at - 1; i >= scene.start; i -= 1) {
    if (scene.text[i] !== '\u3001') continue;
    if (!scene.mentions.some(({ span }) => span.start < i && i < span.end)) return i + 1;
  }
  return scene.start;
}

/** Whether a count stands in the bracket that explains a cohort: `(队列A:中度,33例)`. */
export function inCohort(scene: Scene, names: Names, value: Value): boolean {
  const open = scene.openBracket(value.span.start);
  return open >= 0 && names.groups.some((list) => list.start > open && list.end <= value.span.start);
}

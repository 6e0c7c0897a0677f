import { armNameKinds, type Mention, type QuantityKind } from '../model/index.js';
import { isCue, isKind, isQuantity, type Scene } from './scene.js';

/** Names of one kind that stand in one list: `VRd组和VCd组`, `1年、2年和3年`. Often a list of one. */
export interface Coordination {
  readonly members: readonly Mention[];
  readonly start: number;
  readonly end: number;
}

/** The lists that the chosen mentions of a scene form, in order. */
export function coordinate(scene: Scene, chosen: readonly Mention[]): Coordination[] {
  const lists: Mention[][] = [];
  for (const mention of chosen) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (list && last && areJoined(scene, last, mention)) list.push(mention);
    else lists.push([mention]);
  }
  return lists.map((members) => ({
    members,
    start: (members[0] as Mention).span.start,
    end: (members.at(-1) as Mention).span.end,
  }));
}

/** What a name that has it behind it has told already. */
const valued: readonly QuantityKind[] = ['duration', 'measurement', 'proportion', 'p-value', 'estimate'];

/** Whether only a word of joining stands between two names; what qualifies the second name does not count. */
function areJoined(scene: Scene, a: Mention, b: Mention): boolean {
  const until = landmarksStart(scene, a, b);
  let between = scene.between(a.span.end, until);
  if (between === '' && isElided(b)) return true;
  // A bracket with values between two names parts them: each has its own.
  if (between.length > 40 || between.includes('%')) return false;
  if (scene.after(a.span.end, until).some((inner) => isQuantity(inner, ...valued))) return false;
  const counted = scene.after(a.span.end, until).some((inner) => isQuantity(inner, 'count'));
  if (counted && isKind(a, 'event', 'measure')) return false;
  for (const inner of scene.after(a.span.end, until)) {
    if (isKind(inner, 'time', 'grade', 'qualifier') || isCue(inner, 'median', 'patients'))
      between = between.replace(inner.text, '');
  }
  // `甲组:乙组为60%:50%`
  const isRatio = /^[:\u2236]$/u.test(between) && armNameKinds.has(a.kind) && armNameKinds.has(b.kind);
  if (isRatio && /^[^,;()\d]{0,6}\d[\d.]*%?[:\u2236]\d/u.test(scene.between(b.span.end, scene.end))) return true;
  const joint = between.replace(/\([^()]*\)/gu, '');
  return scene.phrase('joins.names').test(joint) || (joint === ';' && isSharedOut(scene, a, b));
}

/** `治疗前后`: what is said of the time after at once with the time before. */
function isElided(mention: Mention): boolean {
  return isKind(mention, 'time') && mention.ruleId === 'times.elided';
}

/** `PFS;OS分别为`: measures that a semicolon parts before the numbers of them all. */
function isSharedOut(scene: Scene, a: Mention, b: Mention): boolean {
  const next = scene.nearestAfter(b.span.end, (mention) => !isKind(mention, 'measure'));
  return isKind(a, 'measure') && isKind(b, 'measure') && isCue(next, 'respectively');
}

/** `ORR和1、2年OS率`, `ORR、1年及2年OS率`: where the landmarks begin that stand right before the second of two measures; else that measure. */
function landmarksStart(scene: Scene, a: Mention, b: Mention): number {
  let start = b.span.start;
  if (!isKind(b, 'measure')) return start;
  for (const inner of scene.after(a.span.end, b.span.start).reverse()) {
    if (isCue(inner, 'list')) continue;
    const joined = scene.phrase('joins.landmarks').test(scene.between(inner.span.end, start));
    if (!isQuantity(inner, 'duration', 'number') || !joined) break;
    start = inner.span.start;
  }
  return start;
}

/** The list that a mention stands in. */
export function listOf(lists: readonly Coordination[], mention: Mention): Coordination | undefined {
  return lists.find(({ members }) => members.includes(mention));
}

/** The last list of at least `size` names that ends before a place. */
export function lastBefore(lists: readonly Coordination[], at: number, size = 1): Coordination | undefined {
  return lists.findLast((list) => list.end <= at && list.members.length >= size);
}

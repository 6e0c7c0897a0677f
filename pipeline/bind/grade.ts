import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import type { Names } from './names.js';
import { isKind, isQuantity, type Scene } from './scene.js';

function isGeneral(mention: Mention): boolean {
  return mention.facts.general !== undefined;
}

/** The grade that a number of an adverse event holds for; undefined where none is printed. */
export function gradeOf(scene: Scene, names: Names, event: Mention, at: number): string | undefined {
  // `Ⅰ度10例,Ⅱ度8例,总发生率为43%`: of any grade.
  if (event.facts.total !== undefined) return undefined;
  const others = scene
    .after(event.span.end, at)
    .filter((other) => isKind(other, 'event') && !isGeneral(other) && other.name !== event.name);
  // `3级甲、2级乙的发生率分别为`: a grade right before another event is that event's.
  const inner = names.grades
    .filter((list) => list.start >= event.span.end && list.start < at)
    .filter((list) => !others.some((other) => other.span.start >= list.end && isHead(scene, list.end, other)))
    .filter((list) => !isOfArmBefore(scene, list, at))
    .at(-1);
  if (inner) return inner.members.filter((member) => member.span.end <= at).at(-1)?.name;
  const own = names.grades.filter((list) => list.end <= event.span.start).at(-1);
  if (own && isHead(scene, own.end, event)) return combined(own.members);
  return (
    gradeOfBrackets(scene, names, event, at) ??
    gradeOfList(scene, names, event) ??
    gradeOfGeneral(scene, names, event) ??
    gradeBehind(scene, names, at)
  );
}

/** `A组a例,其中3级b例;B组c例`: a grade of some of one arm's patients says nothing of the next arm. */
function isOfArmBefore(scene: Scene, { start, end }: Coordination, at: number): boolean {
  if (!scene.phrase('attaching.some-of-them').test(scene.between(scene.clauseStart(start), start))) return false;
  const told = scene.after(end, at);
  const value = told.findIndex(({ quantity }) => quantity !== undefined);
  const arm = told.findIndex((other) => isKind(other, 'arm'));
  return value >= 0 && arm > value;
}

/** `3级贫血(12%)、腹泻(9%)和皮疹`: the grade of the first event of a list is that of the events listed behind it. */
function gradeOfList(scene: Scene, names: Names, event: Mention): string | undefined {
  if (scene.phrase('attaching.own-scale').test(event.text)) return undefined;
  let next = event;
  for (const earlier of scene.before(event.span.start)) {
    if (!isKind(earlier, 'event', 'grade')) continue;
    if (isKind(earlier, 'grade')) {
      // `皮疹(≥3级8%)、腹泻(5%)`: the grade opens the bracket of the first one.
      if (scene.text[earlier.span.start - 1] === '(') continue;
      return undefined;
    }
    if (isGeneral(earlier) || !areListed(scene, earlier, next)) return undefined;
    const opening = names.grades.find((list) => list.start === earlier.span.end + 1);
    if (opening && scene.text[earlier.span.end] === '(') return combined(opening.members);
    const own = names.grades.filter((list) => list.end <= earlier.span.start).at(-1);
    if (own && isHead(scene, own.end, earlier)) return combined(own.members);
    next = earlier;
  }
  return undefined;
}

/** `贫血60%(3级20%)、腹泻40%(8%)`: the grade that the bracket behind one share has is that of all such brackets of the list. */
function gradeOfBrackets(scene: Scene, names: Names, event: Mention, at: number): string | undefined {
  const isBehindShare = (open: number) =>
    scene.text[open] === '(' && isQuantity(scene.nearestBefore(open), 'percentage') && scene.text[open - 1] === '%';
  if (!isBehindShare(at - 1)) return undefined;
  const list = names.grades.filter(({ end }) => end <= event.span.start).at(-1);
  return list && isBehindShare(list.start - 1) ? combined(list.members) : undefined;
}

/** Whether nothing but the values of the first event and a word of listing stand between two events. */
function areListed(scene: Scene, a: Mention, b: Mention): boolean {
  let between = scene.between(a.span.end, b.span.start);
  for (const inner of scene.after(a.span.end, b.span.start)) {
    // An event with its own test is told by itself.
    if (isQuantity(inner, 'p-value')) return false;
    if (inner.quantity) between = between.replace(inner.text, '');
  }
  return scene.phrase('joins.listed').test(between.replace(/\([^()]*\)/gu, ''));
}

/** Whether a grade stands right before an event, whatever kind of event it says. */
function isHead(scene: Scene, end: number, event: Mention): boolean {
  const between = scene.between(end, event.span.start);
  if (scene.after(end, event.span.start).some((other) => isKind(other, 'event') && !isGeneral(other))) return false;
  return between.length <= 7 && !/[,;\u3002()\u3001]/u.test(between);
}

/** `2级和3级周围神经病变` with one number is grade 2-3. */
function combined(grades: readonly Mention[]): string | undefined {
  const first = grades[0]?.name;
  const last = grades.at(-1)?.name;
  return grades.length > 1 && first && last ? `${first}-${last}` : first;
}

/** `3级AE是感染和贫血`: the grade of the general event holds for the events that it consists of. */
function gradeOfGeneral(scene: Scene, names: Names, event: Mention): string | undefined {
  // `3级AE为30%,致死性AE为2%`: no general word is among what another one consists of.
  if (isGeneral(event)) return undefined;
  for (const general of scene.before(event.span.start)) {
    if (!isKind(general, 'event') || !isGeneral(general)) continue;
    const grade = gradeBeside(scene, names, general);
    if (!grade) return undefined;
    const later = names.grades.some(
      (list) => list !== grade && list.start > general.span.start && list.end <= event.span.start,
    );
    const between = scene.between(general.span.end, event.span.start);
    const consists = scene.phrase('attaching.general').test(between) || scene.phrase('attaching.among').test(between);
    return consists && !later ? combined(grade.members) : undefined;
  }
  return undefined;
}

/** The grade right before a general event, or in the bracket right behind it: `严重不良反应(3/4级)`. */
function gradeBeside(scene: Scene, names: Names, general: Mention): Coordination | undefined {
  const before = names.grades.filter((list) => list.end <= general.span.start).at(-1);
  if (before && isHead(scene, before.end, general)) return before;
  return scene.text[general.span.end] === '('
    ? names.grades.find((list) => list.start === general.span.end + 1 && scene.text[list.end] === ')')
    : undefined;
}

/** `…(9/30,30%),均为1~2级`, `…(9%)为A组最常见的3级不良反应`: one grade printed for all behind them. */
function gradeBehind(scene: Scene, names: Names, at: number): string | undefined {
  const list = names.grades.find(({ start }) => start >= at);
  if (!list) return undefined;
  const before = scene.between(Math.max(at, list.start - 10), list.start);
  const said =
    scene.phrase('attaching.back-grade').test(before) ||
    scene.phrase('attaching.commonest-grade').test(scene.between(at, list.start));
  return said ? list.members[0]?.name : undefined;
}

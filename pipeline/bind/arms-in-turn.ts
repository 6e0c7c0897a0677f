import type { Mention } from '../model/index.js';
import type { Coordination } from './coordination.js';
import { armOf } from './names.js';
import type { Reading } from './place.js';
import { stretchAround } from './stretch.js';
import { isJoinedTo } from './tests-in-turn.js';
import { isComparator } from './who.js';

/**
 * `甲组ORR高于乙组和丙组(P=0.02、0.03)`, `甲组ORR分别与乙组、丙组比较(P=a、b)`: the arm and that one of those it is compared with whose
 * place in the list is that of the p value among the tests.
 */
export function comparedInTurn(reading: Reading, tests: readonly Mention[], i: number): string[] | undefined {
  const { scene, names, outcome } = reading;
  const { first, last } = stretchAround(i, (place) => {
    const [a, b] = [tests[place - 1], tests[place]];
    return b !== undefined && isJoinedTo(scene, a, b);
  });
  const at = tests[first]?.span.start ?? 0;
  const told = outcome.bound.findLast(({ value }) => value.span.end <= at)?.value.span.end ?? 0;
  const since = Math.max(told, scene.partAround(at).start, tests[first - 1]?.span.end ?? 0);
  const lists = names.arms.filter(({ start, end }) => start >= since && end <= at);
  const [subject, other, another] = idsOf(reading, lists);
  const [one, two] = lists;
  const size = last - first + 1;
  if (size === 1 || another !== undefined) return undefined;
  if (!subject || !one) return valuedInTurn(reading, at, size, i - first);
  // `甲组与乙组、丙组比较`: one list, of which the first is compared with the others.
  const opposed = two ? (one.members.length === 1 ? two.members : []) : one.members.slice(1);
  const ids = two ? (other ?? []) : subject.slice(1);
  const [compared] = opposed;
  const isSet = compared !== undefined && isComparator(scene, compared);
  return isSet && ids.length === size && subject[0] ? [subject[0], ids[i - first] as string] : undefined;
}

/** `甲组ORR为a%,与乙组(b%)、丙组(c%)比较有差异(P=0.02、0.03)`: the first of the arms whose values were told, against each of the others. */
function valuedInTurn({ scene, names, cast, outcome }: Reading, at: number, size: number, place: number) {
  const { start } = scene.partAround(at);
  const told = outcome.bound.filter(({ value }) => value.span.start >= start && value.span.end <= at);
  const [subject, compared, ...others] = [...new Set(told.flatMap(({ binding }) => binding.arm ?? []))];
  const isNamed = (mention: Mention) => armOf(mention, cast.list, cast.arms)?.id === compared;
  const mention = names.arms.flatMap(({ members }) => members).find((one) => one.span.start >= start && isNamed(one));
  const isSet = mention !== undefined && told.length === size + 1 && isComparator(scene, mention);
  const against = [compared, ...others][place];
  return isSet && others.length === size - 1 && subject && against ? [subject, against] : undefined;
}

/** `高于乙组(P=0.02)和丙组(P=0.03)`: the same arm against the one that alone is named since the test before. */
export function comparedNext({ scene, names, cast, outcome }: Reading, at: number): string[] | undefined {
  const earlier = outcome.bindings.at(-1);
  const [subject, before] = earlier?.arms ?? [];
  if (earlier?.kind !== 'p' || !subject || earlier.arms?.length !== 2) return undefined;
  const [list, another] = names.arms.filter(({ start, end }) => start >= earlier.span.end && end <= at);
  const [arm, other] = list?.members ?? [];
  const goesOn = list && scene.phrase('joins.goes-on').test(scene.between(earlier.span.end, list.start));
  if (!goesOn || !arm || another || other) return undefined;
  const id = armOf(arm, cast.list, cast.arms)?.id;
  const isOther = id !== undefined && id !== subject && id !== before;
  return isOther && scene.phrase('joins.at-bracket').test(scene.between(list.end, at)) ? [subject, id] : undefined;
}

/**
 * `A组高于B组(P<0.05),B组与C组差异无统计学意义(P>0.05)`, `两组较治疗前下降(P<0.05),且A组低于B组(P<0.05)`: whether nothing but arms that are
 * compared stands between two tests, so that the second is of what the first is of.
 */
export function comparesAgain({ scene, names, outcome }: Reading, last: Mention, test: Mention): boolean {
  const [from, until] = [last.span.end, test.span.start];
  const isWithin = ({ start, end }: { start: number; end: number }) => start >= from && end <= until;
  if (names.whats.some(isWithin) || outcome.bound.some(({ value }) => isWithin(value.span))) return false;
  const lists = names.arms.filter(isWithin);
  const asides = scene.after(from, until).filter(({ kind }) => kind === 'aside');
  const parts = [
    ...lists.map((list) => ({ ...list, put: GROUP })),
    ...asides.map(({ span }) => ({ ...span, put: '' })),
  ];
  let [text, at] = ['', from];
  for (const { start, end, put } of parts.sort((a, b) => a.start - b.start)) {
    text += scene.between(at, start) + put;
    at = end;
  }
  return lists.length > 0 && scene.phrase('attaching.compares-again').test(text + scene.between(at, until));
}

/** Stands for a list of arms in what is asked of the words around it. */
const GROUP = '#';

function idsOf({ cast }: Reading, lists: readonly Coordination[]): string[][] {
  return lists.map(({ members }) => members.flatMap((arm) => armOf(arm, cast.list, cast.arms)?.id ?? []));
}

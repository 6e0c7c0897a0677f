import type { Mention } from '../model/index.js';
import { tellsFactors } from './factors.js';
import { distinctTold, slotsOf, type Told } from './measure-slots.js';
import type { Names } from './names.js';
import type { Reading } from './place.js';
import type { Scene } from './scene.js';
import { stretchAround } from './stretch.js';
import { distinct } from './values-tested.js';

/** `(P值分别为0.09和0.03)`, `均无统计学意义(χ2=2.9,P=0.09;χ2=4.7,P=0.03)`: as many p values as measures, one each in their order. */
export function inTurn(
  { scene, names, outcome }: Reading,
  tests: readonly Mention[],
  i: number,
  whats: readonly Mention[],
): readonly Told[] {
  const all = whats.map((what) => ({ what }));
  const test = tests[i] as Mention;
  if (isEither(scene, tests[i - 1], test) || isEither(scene, test, tests[i + 1])) return all;
  const isJoined = (id: string) => (place: number) => {
    const [a, b] = [tests[place - 1], tests[place]];
    const alike = a !== undefined && b !== undefined && a.quantity?.kind === b.quantity?.kind;
    return alike && scene.phrase(id).test(betweenTests(scene, a, b));
  };
  const stretch = (id: string) => {
    const { first, last } = stretchAround(i, isJoined(id));
    const at = tests[first]?.span.start ?? 0;
    const told = outcome.bound.filter(({ value }) => value.span.end <= at);
    const until = told.at(-1)?.value.span.end ?? at;
    const size = last - first + 1;
    const stated = distinct(told.map(({ what }) => what)).slice(-size);
    const since = tests[first - 1]?.span.end ?? 0;
    const own = distinct(told.flatMap(({ what, value }) => (value.span.start >= since ? [what] : [])));
    const named = names.whats.some(({ start }) => start >= until && start < at);
    const ofAll = scene.phrase('joins.all-of-them').test(scene.between(until, at));
    const valued = distinctTold(told.filter(({ value }) => value.span.start >= since));
    const slots = valued.length === size && !named ? valued : slotsBefore(names, since, at);
    return { size, place: i - first, stated, slots, sharesOut: ofAll || (!named && own.length === size) };
  };
  const listed = stretch('joins.values');
  const { size, place, stated, slots, sharesOut } = listed.size > 1 ? listed : stretch('joins.tests');
  if (size === 1) return all;
  // `ORR、1年及2年OS率…(P=a,b,c)`, `1、2年OS率分别为…(P=a、b)`: one for each landmark of a measure.
  const isEach = slots.length === size && whats.length !== size && !tellsFactors(scene);
  const slot = isEach ? slots[place] : undefined;
  if (slot) return [slot];
  if (listed.size === 1 && !sharesOut && whats.length !== size) return all;
  const what = (whats.length === size ? whats : stated.length === size ? stated : [])[place];
  // `甲、乙和丙无差异(P=a、b、c)`, of which two are known: which of the tests is whose, nothing says.
  return what ? [{ what }] : whats.length > 1 ? [] : all;
}

/** The measures of the list named last before a test, each at its landmarks. */
function slotsBefore(names: Names, since: number, at: number): readonly Told[] {
  const list = names.whats.findLast(({ start, end }) => start >= since && end <= at);
  return list ? slotsOf(names, list) : [];
}

/** Whether only the statistic of a p value stands between it and the one before. */
export function isJoinedTo(scene: Scene, before: Mention | undefined, test: Mention): boolean {
  const alike = before?.quantity !== undefined && before.quantity.kind === test.quantity?.kind;
  const between = alike ? betweenTests(scene, before, test) : '/';
  // A slash parts the values of two things.
  return !between.includes('/') && scene.phrase('joins.tests').test(between);
}

/** `均升高(P<0.05或P<0.01)`: whether nothing but a word for either stands between two p values. */
export function isEither(scene: Scene, a: Mention | undefined, b: Mention | undefined): boolean {
  return (
    a !== undefined && b !== undefined && scene.phrase('joins.or-test').test(scene.between(a.span.end, b.span.start))
  );
}

/** What stands between two p values but the statistic of the second. */
function betweenTests(scene: Scene, a: Mention, b: Mention): string {
  const statistics = scene.after(a.span.end, b.span.start).filter(({ kind }) => kind === 'aside');
  return statistics.reduce((text, aside) => text.replace(aside.text, ''), scene.between(a.span.end, b.span.start));
}

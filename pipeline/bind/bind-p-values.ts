import type { Claim, Mention } from '../model/index.js';
import { listOf } from './coordination.js';
import { outcomeOfFactors, tellsFactors } from './factors.js';
import { gradeOf } from './grade.js';
import type { Names } from './names.js';
import { type BoundValue, type Outcome, termOf, wholeCast } from './outcome.js';
import type { Reading } from './place.js';
import { isCue, isKind, isQuantity, type Scene } from './scene.js';
import { nearestWhat } from './what.js';
import { type Cast, pairBefore } from './who.js';

/** What arms are not compared in. */
const untested: ReadonlySet<string> = new Set(['follow-up', 'minimum-follow-up', 'lost-to-follow-up']);

/** Binds the p values and heterogeneity of a passage to what they test. */
export function bindPValues({ scene, names, cast, outcome }: Reading): void {
  let floor = scene.start;
  const tests = scene.mentions.filter((mention) => isQuantity(mention, 'p-value', 'heterogeneity'));
  tests.forEach((test, i) => {
    const other = [tests[i - 1], tests[i + 1]].find((near) => near && isBeside(scene, near, test));
    const heterogeneity =
      isQuantity(test, 'heterogeneity') ||
      (other !== undefined && isQuantity(other, 'heterogeneity') && !followsEffect(scene, test));
    const fromSlash = scene.between(test.span.start - 1, test.span.start) === '/';
    const tested = testedBy(
      scene,
      names,
      outcome,
      test,
      heterogeneity && other && other.span.start < test.span.start ? scene.start : floor,
      fromSlash,
      heterogeneity,
    );
    const whats = tellsFactors(scene) ? withoutFactors(tested, names, outcome) : tested;
    if (whats.length === 0) outcome.leave(test.span, 'nothing that it could test');
    for (const what of inTurn(scene, tests, i, slashed(scene, test, whats), outcome))
      outcome.bindings.push(rowOf(scene, names, cast, outcome, test, what, heterogeneity, floor));
    if (
      !(heterogeneity && other && other.span.start > test.span.start) &&
      scene.between(test.span.end, test.span.end + 1) !== '/'
    )
      floor = test.span.end;
  });
}

/** A p value of a factor tests what the factor is of: an event or a feature beside it is the factor itself. */
function withoutFactors(tested: readonly Mention[], names: Names, outcome: Outcome): readonly Mention[] {
  const isOutcome = (mention: Mention) =>
    isKind(mention, 'measure') ||
    outcome.bound.some(({ what, value }) => value.family === 'effect' && what.name === mention.name);
  if (tested.some(isOutcome)) return tested;
  const what = outcomeOfFactors({ names, outcome });
  return what ? [what.mention] : [];
}

/** `(RR=1.3,95%CI 1.1~1.5,P<0.001,I2=35%)`: the p value is the effect's, whatever stands behind it. */
function followsEffect(scene: Scene, test: Mention): boolean {
  const before = scene.before(test.span.start)[0];
  return isQuantity(before, 'estimate', 'interval') && before !== undefined && isBeside(scene, before, test);
}

function isBeside(scene: Scene, a: Mention, b: Mention): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  return /^[,;\u3001 ]{1,2}$/u.test(scene.between(first.span.end, second.span.start));
}

/** `(P值分别为0.09和0.03)`: as many p values as measures, one each in their order. */
function inTurn(
  scene: Scene,
  tests: readonly Mention[],
  i: number,
  whats: readonly Mention[],
  outcome: Outcome,
): readonly Mention[] {
  const joined = (a: Mention | undefined, b: Mention | undefined) =>
    a !== undefined && b !== undefined && scene.phrase('joins.values').test(scene.between(a.span.end, b.span.start));
  let first = i;
  while (joined(tests[first - 1], tests[first])) first -= 1;
  let last = i;
  while (joined(tests[last], tests[last + 1])) last += 1;
  const size = last - first + 1;
  if (size === 1) return whats;
  const at = tests[first]?.span.start ?? 0;
  const stated = distinct(outcome.bound.filter(({ value }) => value.span.end <= at)).slice(-size);
  const what = (whats.length === size ? whats : stated.length === size ? stated : [])[i - first];
  return what ? [what] : whats;
}

/** `(P=0.1/P=0.2)`: two p values for two measures, in their order. */
function slashed(scene: Scene, test: Mention, whats: readonly Mention[]): readonly Mention[] {
  if (whats.length !== 2) return whats;
  if (scene.between(test.span.end, test.span.end + 1) === '/') return whats.slice(0, 1);
  return scene.between(test.span.start - 1, test.span.start) === '/' ? whats.slice(1) : whats;
}

/** The measures or events that a p value is about: those of the values before it, or those named since. */
function testedBy(
  scene: Scene,
  names: Names,
  outcome: Outcome,
  test: Mention,
  floor: number,
  slash: boolean,
  heterogeneity: boolean,
): readonly Mention[] {
  const indexed = byOrdinal(scene, names, test);
  if (indexed) return [indexed];
  const from = slash ? scene.start : floor;
  const values = outcome.bound.filter(({ value }) => value.span.start >= from && value.span.end <= test.span.start);
  const last = values.at(-1);
  const nearest = nearestWhat(scene, names, test.span.start, from);
  if (last && (!nearest || nearest.mention.span.start < last.value.span.start)) {
    return scene.phrase('joins.all-of-them').test(scene.between(last.value.span.end, test.span.end))
      ? allOf(scene, values, test)
      : isOwnOf(scene, last, test)
        ? [last.what]
        : listedWith(scene, names, values, last);
  }
  const every = allOf(scene, values, test);
  const among = nearest && every.some(({ name }) => name === nearest.mention.name);
  if (last && among && scene.phrase('joins.all-of-them').test(scene.between(last.value.span.start, test.span.end)))
    return every;
  if (last && nearest && isBehindWhat(nearest.mention, last, scene, test)) return [last.what];
  if (nearest) return nearest.list.members.filter((mention) => !isKind(mention, 'item'));
  const said = scene.phrase('joins.all-of-them').test(scene.between(scene.start, test.span.end));
  if (names.whats.length === 0 && outcome.lastWhats.length <= (heterogeneity ? 3 : said ? 6 : 1))
    return outcome.lastWhats.filter(({ name }) => !untested.has(name ?? ''));
  const carried = outcome.bound.at(-1);
  return carried && carried.value.span.end <= test.span.start ? [carried.what] : [];
}

/** A measure that the value's patients reached stands behind the value; the p value then is the value's own. */
function isBehindWhat(nearest: Mention, last: BoundValue, scene: Scene, test: Mention): boolean {
  return (
    nearest === last.what ||
    (nearest.span.start > last.value.span.end &&
      scene.depth(nearest.span.start) > scene.depth(last.value.span.end) &&
      scene.depth(test.span.start) > 0)
  );
}

/** Whether only the bracket, and what a test's statistic is, stands between a value and the p value. */
function isOwnOf(scene: Scene, last: BoundValue, test: Mention): boolean {
  let between = scene.between(last.value.span.end, test.span.start);
  for (const inner of scene.after(last.value.span.end, test.span.start))
    if (isKind(inner, 'aside', 'quantity')) between = between.replace(inner.text, '');
  return /^[()[\],;: ]*$/u.test(between);
}

/** What the list holds that ends with the last value: `A(3%比5%)、B(7%比9%)…差异有统计学意义(P<0.05)` is of both. */
function listedWith(scene: Scene, names: Names, values: readonly BoundValue[], last: BoundValue): Mention[] {
  const listed = [last.what];
  for (const { what, value } of [...values].reverse()) {
    const next = listed.at(-1) as Mention;
    if (what.name === next.name && what.kind === next.kind) continue;
    const coordinated = listOf(names.whats, what)?.members.includes(next) ?? false;
    const between = scene.between(value.span.end, next.span.start).replace(/^\)/u, '');
    if (!coordinated && !scene.phrase('joins.enumerates-only').test(between)) break;
    listed.push(what);
  }
  return distinctWhats(listed.reverse());
}

/** What 均 covers: the measures told behind the last semicolon where they are several, else those before it, too. */
function allOf(scene: Scene, values: readonly BoundValue[], test: Mention): Mention[] {
  const compared = values.filter(({ what }) => !untested.has(what.name ?? ''));
  const stop = scene.text.lastIndexOf(';', test.span.start);
  const near = distinct(compared.filter(({ value }) => value.span.start > stop));
  return near.length > 1 ? near : distinct(compared);
}

function distinct(values: readonly BoundValue[]): Mention[] {
  return distinctWhats(values.map(({ what }) => what));
}

function distinctWhats(whats: readonly Mention[]): Mention[] {
  return [...new Map(whats.map((what) => [`${what.kind} ${what.name}`, what])).values()];
}

/** `前者P=0.7,后者P=0.9`: the first and the second measure of the list named before. */
function byOrdinal(scene: Scene, names: Names, test: Mention): Mention | undefined {
  const cue = scene.before(test.span.start)[0];
  if (!isCue(cue, 'former', 'latter') || (cue && scene.between(cue.span.end, test.span.start).length > 2))
    return undefined;
  const list = names.whats.filter(({ end, members }) => end <= test.span.start && members.length === 2).at(-1);
  return list?.members[cue?.name === 'former' ? 0 : 1];
}

function rowOf(
  scene: Scene,
  names: Names,
  cast: Cast,
  outcome: Outcome,
  test: Mention,
  what: Mention,
  heterogeneity: boolean,
  floor: number,
): Claim {
  const isI2 = isQuantity(test, 'heterogeneity');
  const event = isKind(what, 'event');
  const same = outcome.bound.filter(
    ({ what: other, value }) =>
      value.span.start >= floor && value.span.end <= test.span.start && other.name === what.name,
  );
  const values = same.flatMap(({ binding }) => binding.arm ?? []);
  const arms = [...new Set(values)];
  const named =
    arms.length >= 2
      ? undefined
      : (pairBefore(scene, names, cast, test.span.start) ?? outcome.lastPair(cast) ?? wholeCast(cast));
  const pair = arms.length >= 2 ? arms : named?.arms.map(({ id }) => id);
  const grade = event ? (same.at(-1)?.binding.grade ?? gradeOf(scene, names, what, test.span.start)) : undefined;
  return {
    kind: isI2 ? 'heterogeneity' : 'p',
    study: outcome.study,
    quantity: test.quantity as NonNullable<Mention['quantity']>,
    span: test.span,
    arms: heterogeneity ? undefined : pair,
    measure: isKind(what, 'measure') ? what.name : undefined,
    term: event ? termOf(what, scene.phrase('joins.event-tail')) : undefined,
    preferred: event ? what.name : undefined,
    item: isKind(what, 'item') ? what.name : undefined,
    grade,
    heterogeneity: heterogeneity || undefined,
    evidence: [{ ruleId: what.ruleId, span: what.span }],
    trail: [
      test.ruleId,
      what.ruleId,
      ...(named && !heterogeneity ? [named.ruleId] : []),
      heterogeneity ? 'bind.heterogeneity' : 'bind.tested',
    ],
  };
}

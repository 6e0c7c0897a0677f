import { canState } from './can-state.js';
import { type Coordination, lastBefore } from './coordination.js';
import { toldOfOther } from './implied-lists.js';
import { placeOf, slotsOf, type Told } from './measure-slots.js';
import { armOf } from './names.js';
import { namesInPlace } from './names-in-place.js';
import type { Placed, Reading } from './place.js';
import type { Run } from './runs.js';
import { isCue, isKind, type Scene } from './scene.js';
import type { Value } from './values.js';
import { armBefore, type Who } from './who.js';

/**
 * `A组和B组ORR、中位PFS分别为40%、8个月和30%、6个月`: numbers of different kinds in one list, each of the measure in
 * its place, once or once for every arm. Undefined where the numbers do not fit the names.
 */
export function bindMixed(
  reading: Reading,
  runs: readonly Run[],
  first: number,
): { placed: Placed[]; runs: number } | undefined {
  const told = mixedFrom(reading, runs, first);
  const values = told.flatMap((run) => run.values);
  const [start] = values;
  if (!start || told.length < 2) return undefined;
  const whats =
    measuresBefore(reading, start.span.start, values.length) ??
    (told.some(isLevel) ? namesInPlace(reading, start.span.start, values.length) : undefined) ??
    measuresOfOther(reading, start.span.start, values.length);
  // Levels and times of which one name is not known: the nearest name is that of one of them only.
  if (!whats && told.some(isLevel)) return { placed: values.map(leftOpen), runs: told.length };
  const slots = whats ? slotsOf(reading.names, whats) : [];
  if (!whats || values.length % slots.length !== 0) return undefined;
  const whos = whosFor(reading, start.span.start, values.length / slots.length);
  if (!whos) return undefined;
  const slotOf = (i: number) => slots[i % slots.length] as Told;
  const inPairs = listPerMeasure(told, slots, whos, whats);
  if (inPairs) return { placed: inPairs, runs: told.length };
  if (!values.every((value, i) => states(value, slotOf(i)))) return undefined;
  const placed = values.map((value, i): Placed => {
    const who = whos[Math.floor(i / slots.length)];
    return [placeOf({ who, ruleId: 'bind.list' }, slotOf(i), whats), value];
  });
  return { placed, runs: told.length };
}

/** `X、Y分别为a min和b min、c ml和d ml`: as many lists as measures, in each one number of every arm. */
function listPerMeasure(
  told: readonly Run[],
  slots: readonly Told[],
  whos: readonly (Who | undefined)[],
  whats: Coordination,
): Placed[] | undefined {
  const parts = told.flatMap(pairsOf);
  if (whos.length < 2 || parts.length !== slots.length) return undefined;
  const lists = parts.map((values, i) => ({ values, slot: slots[i] as Told }));
  const fits = lists.every(
    ({ values, slot }) => values.length === whos.length && values.every((value) => states(value, slot)),
  );
  if (!fits) return undefined;
  return lists.flatMap(({ values, slot }) =>
    values.map((value, i): Placed => [placeOf({ who: whos[i], ruleId: 'bind.list' }, slot, whats), value]),
  );
}

/** `a%对b%、c%对d%`: a list of numbers of one kind, one that is a list of pairs by its pairs. */
function pairsOf({ values, paired }: Run): readonly (readonly Value[])[] {
  if (!paired) return [values];
  return values.flatMap((_, i) => (i % 2 === 0 ? [values.slice(i, i + 2)] : []));
}

function states({ family, quantity }: Value, { what }: Told): boolean {
  return canState(family, what, quantity.unit);
}

function isLevel({ values: [value] }: Run): boolean {
  return value?.family === 'level';
}

function leftOpen(value: Value): Placed {
  return [{ ruleId: 'bind.list-unmatched' }, value];
}

/** The runs of numbers from one on that stand in one list behind 分别, or one for each name, if not all are of one kind. */
function mixedFrom(reading: Reading, runs: readonly Run[], first: number): Run[] {
  const { scene } = reading;
  const start = runs[first]?.values[0]?.span.start ?? 0;
  const cue = scene.nearestBefore(start);
  const shares = isCue(cue, 'respectively') && cue !== undefined && start - cue.span.end <= 1;
  let end = first;
  while (end + 1 < runs.length && isListed(scene, runs[end] as Run, runs[end + 1] as Run)) end += 1;
  const told = runs.slice(first, end + 1);
  // `低于对照组的a±b min、c±d mL和e±f d`: levels and times in one list are of different things in any case.
  const size = told.flatMap(({ values }) => values).length;
  if (told.length < 2) return [];
  const each = isOneEach(reading, start, size) || measuresOfOther(reading, start, size) !== undefined;
  return shares || each || told.some(isLevel) ? told : [];
}

/** `甲组ORR为40%,中位PFS为8个月,乙组仅为30%和6个月`: the measures that have been told of the other arm, one each. */
function measuresOfOther(reading: Reading, at: number, size: number): Coordination | undefined {
  const members = toldOfOther(reading, at, size).map(({ what }) => what);
  const isNamed = reading.names.whats.some(({ start, end }) => start >= reading.scene.clauseStart(at) && end <= at);
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || members.length !== size || isNamed) return undefined;
  return { members, start: first.span.start, end: last.span.end };
}

/** Whether nothing but a word of listing stands between two runs of different kinds. */
function isListed(scene: Scene, run: Run, next: Run): boolean {
  const [last, first] = [run.values.at(-1) as Value, next.values[0] as Value];
  // `a%对b%、c%对d%、e个月对f个月`: what is set against each other is listed in pairs.
  const areAlike = (arePairs(run) && arePairs(next)) || (!run.contrast && !next.contrast);
  const isPlain = areAlike && last.family !== 'effect' && first.family !== 'effect';
  const joint = scene.between(last.span.end, first.span.start);
  return isPlain && (joint === ',' || scene.phrase('joins.enumerates-only').test(joint));
}

function arePairs({ values, contrast, paired }: Run): boolean {
  return paired === true || (contrast && values.length === 2);
}

/** The list of measures nearest before a place that shares out so many numbers. */
function measuresBefore({ names }: Reading, at: number, size: number): Coordination | undefined {
  const list = lastBefore(names.whats, at);
  const fits = list && list.members.length > 1 && size % slotsOf(names, list).length === 0;
  return fits && list.members.every((member) => isKind(member, 'measure', 'item')) ? list : undefined;
}

/** Whether there is one number for each measure of the list before a place, or for each of its landmarks. */
function isOneEach(reading: Reading, at: number, size: number): boolean {
  const list = measuresBefore(reading, at, size);
  return list !== undefined && slotsOf(reading.names, list).length === size;
}

/** Whose the lists of numbers are, one after the other. */
function whosFor({ scene, names, cast, outcome }: Reading, at: number, times: number): (Who | undefined)[] | undefined {
  if (times === 1) return [armBefore(scene, names, cast, at)];
  const listed = lastBefore(names.arms, at, 2)?.members.flatMap(
    (mention) => armOf(mention, cast.list, cast.arms) ?? [],
  );
  const arms = [listed, outcome.lastPair(cast)?.arms, cast.arms].find((some) => some?.length === times);
  return arms?.map((arm) => ({ arms: [arm], ruleId: 'bind.list' }));
}

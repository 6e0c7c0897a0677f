import type { Mention } from '../model/index.js';
import { type Coordination, lastBefore } from './coordination.js';
import { landmarksOf } from './dimensions.js';
import { armOf } from './names.js';
import type { Place, Placed, Reading } from './place.js';
import { isCue, type Scene } from './scene.js';
import type { Run, Value } from './values.js';
import { canState } from './what.js';
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
  const whats = measuresBefore(reading, start.span.start);
  if (!whats || values.length % whats.members.length !== 0) return undefined;
  const whos = whosFor(reading, start.span.start, values.length / whats.members.length);
  if (!whos) return undefined;
  const fits = values.every((value, i) =>
    canState(value.family, whats.members[i % whats.members.length] as Mention, value.quantity.unit),
  );
  if (!fits) return undefined;
  const landmarks = landmarksOf(reading.names, whats);
  const placed = values.map((value, i): Placed => {
    const mention = whats.members[i % whats.members.length] as Mention;
    const who = whos[Math.floor(i / whats.members.length)];
    const place: Place = {
      what: { mention, list: whats, ruleId: 'bind.list' },
      who,
      ...(landmarks.get(mention) ? { time: landmarks.get(mention) } : {}),
      ruleId: 'bind.list',
    };
    return [place, value];
  });
  return { placed, runs: told.length };
}

/** The runs of numbers from one on that stand in one list behind 分别, if they are not all of one kind. */
function mixedFrom({ scene }: Reading, runs: readonly Run[], first: number): Run[] {
  const start = runs[first]?.values[0]?.span.start ?? 0;
  const cue = scene.before(start)[0];
  if (!isCue(cue, 'respectively') || !cue || start - cue.span.end > 1) return [];
  let end = first;
  while (end + 1 < runs.length && isListed(scene, runs[end] as Run, runs[end + 1] as Run)) end += 1;
  return runs.slice(first, end + 1);
}

/** Whether nothing but a word of listing stands between two runs of different kinds. */
function isListed(scene: Scene, run: Run, next: Run): boolean {
  const [last, first] = [run.values.at(-1) as Value, next.values[0] as Value];
  const isPlain = !run.contrast && !next.contrast && last.family !== 'effect' && first.family !== 'effect';
  const joint = scene.between(last.span.end, first.span.start);
  return isPlain && (joint === ',' || scene.phrase('joins.enumerates-only').test(joint));
}

/** The list of measures nearest before a place. */
function measuresBefore({ names }: Reading, at: number): Coordination | undefined {
  const list = lastBefore(names.whats, at);
  return list && list.members.length > 1 && list.members.every(({ kind }) => kind === 'measure') ? list : undefined;
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

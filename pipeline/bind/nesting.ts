import { type Mention, responseParts, type StudyArm, survivalParts } from '../model/index.js';
import type { Place } from './place.js';
import type { Run } from './runs.js';
import type { Value } from './values.js';

/** How far out the names of a dimension stand where two lists share out one: measures, then arms, then times. */
export type Rank = 2 | 1 | 0;

/** A list of names that the numbers of a list are shared out over. */
export interface Dimension {
  readonly rank: Rank;
  readonly list: readonly unknown[];
  /** The arms that a printed list names, in its order. */
  readonly arms?: readonly StudyArm[];
  /** Where the list of names ends; negative where the sentence does not print it. */
  readonly end: number;
  /** Whether a word joins the last two names of a printed list (`A组和B组`), and not a mark (`ORR、DCR`). */
  readonly byWord?: boolean;
  readonly place: (base: Place, i: number) => Place;
}

/** Two lists of names over which one list of numbers runs, the outer one slower. */
export interface Nesting {
  readonly outer: Dimension;
  readonly inner: Dimension;
}

/**
 * `A组和B组的PFS和OS分别为a、b和c、d`: the two lists that the numbers run over. The groups of the numbers tell the outer
 * one, then what the measures allow (no more patients are free of progression than alive, and no more are alive later),
 * then what the names are.
 */
export function nest(dimensions: readonly Dimension[], run: Run, falls: boolean): Nesting | undefined {
  const size = run.values.length;
  for (const a of dimensions) {
    for (const b of dimensions) {
      if (a === b || a.list.length * b.list.length !== size) continue;
      const first = a.rank > b.rank || (a.rank === b.rank && a.end < b.end) ? a : b;
      const usual = { outer: first, inner: first === a ? b : a };
      const turned = { outer: usual.inner, inner: usual.outer };
      if (run.groups.length > 0 && run.groups.length !== usual.outer.list.length) return turned;
      // `A组和B组ORR、DCR分别为a、b和c、d`: as the names are joined, so are the groups of numbers.
      const parallel = [usual, turned].find(({ outer, inner }) => outer.byWord === true && inner.byWord === false);
      if (run.marked && parallel?.outer.list.length === run.groups.length) return parallel;
      // `两组1、3年OS率分别为a和b、c和d`: the pairs are of the arms, where that is possible.
      const isOfArms = run.paired === true && usual.outer.rank === 1 && usual.outer.list.length === 2;
      const [likely, other] = isOfArms ? [turned, usual] : [usual, turned];
      const isTold = run.groups.length > 0 && usual.outer.list.length !== usual.inner.list.length;
      const fits = (nesting: Nesting) =>
        isPossible(nesting, run.values) && !(falls && risesInTime(nesting, run.values));
      return !isTold && !fits(likely) && fits(other) ? other : likely;
    }
  }
  return undefined;
}

/** Whether no measure has a greater number than one that contains it, for the same arm or group. */
function isPossible({ outer, inner }: Nesting, values: readonly Value[]): boolean {
  const [measures, others] = outer.rank === 2 ? [outer, inner] : [inner, outer];
  const names = measures.list.map((mention) => (mention as Mention).name);
  const numberOf = (measure: number, other: number): number | undefined => {
    const i = measures === outer ? measure * inner.list.length + other : other * inner.list.length + measure;
    return values[i]?.quantity.value;
  };
  return [...responseParts, ...survivalParts].every(([part, whole]) => {
    const [a, b] = [names.indexOf(part), names.indexOf(whole)];
    if (measures.rank !== 2 || a < 0 || b < 0) return true;
    return others.list.every(
      (_, other) => (numberOf(a, other) ?? 0) <= (numberOf(b, other) ?? Number.POSITIVE_INFINITY),
    );
  });
}

/** Whether the number of an arm or group is greater at a later landmark than at the one before it. */
function risesInTime({ outer, inner }: Nesting, values: readonly Value[]): boolean {
  const [times, others] = outer.rank === 0 ? [outer, inner] : [inner, outer];
  const at = (time: number, other: number): number | undefined => {
    const i = times === outer ? time * inner.list.length + other : other * inner.list.length + time;
    return values[i]?.quantity.value;
  };
  return (
    areLandmarks(times) &&
    others.list.some((_, other) =>
      times.list.some(
        (_, time) => time > 0 && (at(time, other) ?? 0) > (at(time - 1, other) ?? Number.POSITIVE_INFINITY),
      ),
    )
  );
}

/** `1、3、5年`: times that follow each other. */
function areLandmarks({ rank, list }: Dimension): boolean {
  const times = list.map((mention) => (mention as Mention).quantity);
  return (
    rank === 0 &&
    times.every(({ value, unit } = { kind: 'number', printed: '' }, i) => {
      const before = times[i - 1];
      return value !== undefined && (before === undefined || unit !== before.unit || value > (before.value ?? value));
    })
  );
}

import type { Mention } from '../model/index.js';
import type { Run } from './runs.js';
import type { Scene } from './scene.js';

/**
 * `CR、PR分别为9、12例(30.0%、40.0%)`: a list of counts with the list of their shares in the bracket behind it is one list, of
 * shares with their events. The counts that are told with their shares are added to `told`.
 */
export function withEvents(scene: Scene, runs: readonly Run[], told: Set<Mention>): Run[] {
  return runs.flatMap((run, i): Run[] => {
    const next = runs[i + 1];
    if (next && areCountsOf(scene, run, next)) {
      for (const { mention } of run.values) told.add(mention);
      return [];
    }
    const counts = runs[i - 1];
    if (!counts || !areCountsOf(scene, counts, run)) return [run];
    const values = run.values.map((value, place) => ({
      ...value,
      quantity: { ...value.quantity, events: counts.values[place]?.quantity.value },
    }));
    return [{ ...run, values }];
  });
}

/** Whether a list of counts is followed by a bracket that holds as many shares and nothing else. */
function areCountsOf(scene: Scene, counts: Run, shares: Run): boolean {
  const [last, first, end] = [counts.values.at(-1), shares.values[0], shares.values.at(-1)];
  if (!last || !first || !end || counts.values.length < 2 || counts.values.length !== shares.values.length)
    return false;
  const isPlain = !counts.contrast && !shares.contrast;
  const areCounts = counts.values.every(({ family, quantity }) => family === 'count' && quantity.events === undefined);
  const areShares = shares.values.every(({ family, quantity }) => family === 'share' && quantity.events === undefined);
  const isBracket = scene.between(last.span.end, first.span.start) === '(' && scene.text[end.span.end] === ')';
  return isPlain && areCounts && areShares && isBracket;
}

import type { TrialRecord } from '../model/index.js';

/** What has been read of the studies of the record that is being verified, as against those that hints make up and drop. */
const atHand = new WeakMap<TrialRecord, unknown[]>();
let readers = 0;

/** Says that a study stays as it is while it is verified, so that what is read from it is kept. */
export function keep(trial: TrialRecord): void {
  atHand.set(trial, []);
}

/** Every check asks for the same view of a study: it is made once for the studies at hand, and for the last other one. */
export function once<T>(read: (trial: TrialRecord) => readonly T[]): (trial: TrialRecord) => readonly T[] {
  const place = readers;
  readers += 1;
  let last: TrialRecord | undefined;
  let made: readonly T[] = [];
  return (trial) => {
    if (last === trial) return made;
    const kept = atHand.get(trial);
    made = (kept?.[place] as readonly T[] | undefined) ?? read(trial);
    last = trial;
    if (kept) kept[place] = made;
    return made;
  };
}

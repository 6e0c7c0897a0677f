import type { Claim, StudyArm } from '../model/index.js';
import type { Names } from './names.js';

/** Which arms of a study the passages so far have told what of. */
export class ToldInTurn {
  private readonly arms = new Set<string>();
  /** The arms of which a measure or event has been told, by its name. */
  private readonly byName = new Map<string, Set<string>>();

  remember({ arm, measure, preferred }: Claim): void {
    const name = measure ?? preferred;
    if (arm === undefined || name === undefined) return;
    this.arms.add(arm);
    this.byName.set(name, (this.byName.get(name) ?? new Set()).add(arm));
  }

  /**
   * `A组ORR为a%。B组ORR为b%。中位OS为c个月`: behind what two arms had in turn, whether a passage that names none tells of all patients and
   * not of the arm told last: unless the same has been told of another arm (`A组ORR为a%。CR率为b%。B组ORR为c%。CR率为d%`).
   */
  tellsOfAll({ id }: StudyArm, { whats }: Names): boolean {
    const hasOther = (arms: ReadonlySet<string> | undefined) =>
      arms !== undefined && arms.size > (arms.has(id) ? 1 : 0);
    if (!hasOther(this.arms)) return false;
    return !whats.some(({ members }) => members.some(({ name }) => hasOther(this.byName.get(name ?? ''))));
  }
}

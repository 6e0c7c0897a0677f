import { labelWord } from './score-words.js';

/** What an arm is known by: its label and its drugs, procedures and placebo aside. */
export interface ArmWords {
  readonly label: string;
  readonly drugs: ReadonlySet<string>;
}
export type Arms = ReadonlyMap<string, ArmWords>;

const procedures = new Set(['ASCT', 'placebo', 'auto-HSCT', 'HSCT']);
const noDrugs: ReadonlySet<string> = new Set();

/** The arms of one trial by their id. */
export function armsOf(
  arms: readonly {
    readonly id: string;
    readonly label?: string | null | undefined;
    readonly drugs: readonly string[];
  }[],
): Arms {
  return new Map(
    arms.map(({ id, label, drugs }) => [
      id,
      { label: labelWord(label || id), drugs: new Set(drugs.filter((drug) => drug !== '' && !procedures.has(drug))) },
    ]),
  );
}

/** Whether an arm of ours is an arm of the annotation: by label or by drugs. No arm means the only one, if there is only one. */
export function sameArm(
  our: string | null | undefined,
  ours: Arms,
  gold: string | null | undefined,
  golds: Arms,
): boolean {
  const a = armWords(our, ours);
  const b = armWords(gold, golds);
  if (a === undefined || b === undefined) return a === b;
  return (a.label !== '' && a.label === b.label) || (a.drugs.size > 0 && sameDrugs(a.drugs, b.drugs));
}

function armWords(id: string | null | undefined, arms: Arms): ArmWords | undefined {
  if (id === null || id === undefined) return arms.size === 1 ? arms.values().next().value : undefined;
  return arms.get(id) ?? { label: labelWord(id), drugs: noDrugs };
}

function sameDrugs(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((drug) => b.has(drug));
}

import type { Arm, Binding, Cycle, Drug, Group, ReportedValue, StudyArm } from '../model/index.js';
import type { Document } from '../text/index.js';
import { present, reported } from './reported.js';

/** The arms of a study with their drugs, doses, cycles and sizes. */
export function armRows(
  document: Document,
  arms: readonly StudyArm[],
  bindings: readonly Binding[],
  sizes: ReadonlyMap<string, Binding>,
): Arm[] {
  return arms.map((arm) => {
    const own = bindings.filter((binding) => binding.arm === arm.id);
    const cycles = own.filter(({ kind }) => kind === 'cycle').map((binding) => cycleOf(document, binding));
    const size = sizes.get(arm.id);
    const drugs = drugRows(document, arm, own);
    return present<Arm>({
      id: arm.id,
      label: arm.label,
      role: arm.role,
      drugs: drugs.length > 0 ? drugs : undefined,
      cycles: cycles.length > 0 ? cycles : undefined,
      size: size && reported(document, size, false),
    });
  });
}

function drugRows(document: Document, arm: StudyArm, bindings: readonly Binding[]): Drug[] {
  const doses = bindings.filter(({ kind }) => kind === 'dose');
  const names = new Set(arm.drugs.map(({ name }) => name));
  const others = [...new Set(doses.flatMap(({ drug }) => (drug !== undefined && !names.has(drug) ? [drug] : [])))];
  return [...arm.drugs, ...others.map((name) => ({ name, printed: undefined, atc: undefined }))].map(
    ({ name, printed, atc }) => {
      const own = doses
        .filter(({ drug }) => drug === name)
        .map((binding): ReportedValue => reported(document, binding, true));
      return present<Drug>({
        name,
        printed: printed === name ? undefined : printed,
        atc,
        doses: own.length > 0 ? own : undefined,
      });
    },
  );
}

function cycleOf(document: Document, binding: Binding): Cycle {
  return { item: binding.item as Cycle['item'], ...reported(document, binding, true) };
}

/** The first size printed for the study and for each arm; the others are groups: subgroups, and sizes printed again. */
export function sizesOf(bindings: readonly Binding[]): {
  study: Binding | undefined;
  arms: Map<string, Binding>;
  rest: Binding[];
} {
  const arms = new Map<string, Binding>();
  const rest: Binding[] = [];
  let study: Binding | undefined;
  for (const binding of bindings) {
    if (binding.kind !== 'n') continue;
    if (binding.subgroup !== undefined) rest.push(binding);
    else if (binding.arm !== undefined && !arms.has(binding.arm)) arms.set(binding.arm, binding);
    else if (binding.arm === undefined && !study) study = binding;
    else rest.push(binding);
  }
  return { study, arms, rest };
}

export function groupRows(document: Document, rest: readonly Binding[]): Group[] {
  return rest.map((binding) =>
    present<Group>({ name: binding.subgroup ?? 'all', arm: binding.arm, size: reported(document, binding, false) }),
  );
}

import type { Arm, Binding, Component, Cycle, Drug, Group, ReportedValue, StudyArm } from '../model/index.js';
import type { Document } from '../text/index.js';
import { asPrinted } from './as-printed.js';
import { present, reported } from './reported.js';

/** The arms of a study with their drugs, doses, cycles and sizes. */
export function armRows(
  document: Document,
  arms: readonly StudyArm[],
  bindings: readonly Binding[],
  sizes: ReadonlyMap<string, Binding>,
): Arm[] {
  const nameOf = recordedNames(arms);
  return arms.map((arm) => {
    const own = bindings.filter((binding) => binding.arm === arm.id);
    const cycles = own.filter(({ kind }) => kind === 'cycle').map((binding) => cycleOf(document, binding));
    const size = sizes.get(arm.id);
    const drugs = drugRows(document, arm, own, nameOf);
    return present<Arm>({
      id: arm.id,
      label: asPrinted(document, arm.label),
      role: arm.role,
      drugs: drugs.length > 0 ? drugs : undefined,
      cycles: cycles.length > 0 ? cycles : undefined,
      size: size && reported(document, size, false),
    });
  });
}

/**
 * The name under which each component is recorded: its modality, by which studies are compared, where the arms of the
 * study are told apart without the technique; else its own.
 */
function recordedNames(arms: readonly StudyArm[]): (component: Component) => string {
  const keys = (nameOf: (component: Component) => string): number =>
    new Set(arms.map(({ drugs }) => [...new Set(drugs.map(nameOf))].sort().join('+'))).size;
  const own = ({ name }: Component): string => name;
  const general = ({ name, modality }: Component): string => modality ?? name;
  return keys(general) < keys(own) ? own : general;
}

function drugRows(
  document: Document,
  arm: StudyArm,
  bindings: readonly Binding[],
  nameOf: (component: Component) => string,
): Drug[] {
  const doses = bindings.filter(({ kind }) => kind === 'dose');
  const known = new Set(arm.drugs.map(({ name }) => name));
  const others = [...new Set(doses.flatMap(({ drug }) => (drug !== undefined && !known.has(drug) ? [drug] : [])))];
  const components: Component[] = [...arm.drugs, ...others.map((name) => ({ name, printed: name }))];
  return [...new Set(components.map(nameOf))].map((name) => {
    const parts = components.filter((component) => nameOf(component) === name);
    const own = doses
      .filter(({ drug }) => parts.some((part) => part.name === drug))
      .map((binding): ReportedValue => reported(document, binding, true));
    const { printed, atc } = parts[0] as Component;
    return present<Drug>({
      name,
      printed: printed === name ? undefined : printed,
      atc,
      doses: own.length > 0 ? own : undefined,
    });
  });
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

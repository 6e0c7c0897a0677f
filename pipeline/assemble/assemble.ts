import type { Baseline, Binding, Study, TrialRecord } from '../model/index.js';
import type { Document } from '../text/index.js';
import { armRows, groupRows, sizesOf } from './arms.js';
import { gather } from './outcomes.js';
import { armValue, present, reported } from './reported.js';
import { trialIds } from './trial-ids.js';

/** Writes down every study with what was bound to it. */
export function assemble(document: Document, studies: readonly Study[], bindings: readonly Binding[]): TrialRecord[] {
  const ids = trialIds(studies);
  const byStudy = new Map<string, Binding[]>(studies.map(({ key }) => [key, []]));
  for (const binding of bindings) byStudy.get(binding.study)?.push(binding);
  return studies.map((study, i) => trialOf(document, study, byStudy.get(study.key) ?? [], ids[i] as string));
}

function trialOf(document: Document, study: Study, bindings: readonly Binding[], id: string): TrialRecord {
  const sizes = sizesOf(bindings);
  const { outcomes, events } = gather(document, bindings);
  const baseline = bindings.filter(({ kind }) => kind === 'baseline').map((binding) => baselineOf(document, binding));
  const arms = armRows(document, study.arms, bindings, sizes.arms);
  return present<TrialRecord>({
    id,
    name: study.name,
    registry: list(study.registry),
    citations: list(study.citations),
    lead_author: study.lead,
    section:
      study.section &&
      present<NonNullable<TrialRecord['section']>>({ number: study.section.number, title: study.section.title }),
    design: list(study.design),
    population: populationOf(document, study, sizes),
    arms: list(arms),
    baseline: list(baseline),
    outcomes: list(outcomes),
    adverse_events: list(events),
  });
}

function list<T>(rows: readonly T[]): T[] | undefined {
  return rows.length > 0 ? [...rows] : undefined;
}

function populationOf(document: Document, study: Study, sizes: ReturnType<typeof sizesOf>): TrialRecord['population'] {
  const population = present<NonNullable<TrialRecord['population']>>({
    conditions: list(study.conditions),
    qualifiers: list(study.qualifiers),
    size: sizes.study && reported(document, sizes.study, false),
    groups: list(groupRows(document, sizes.rest)),
  });
  return Object.keys(population).length > 0 ? population : undefined;
}

function baselineOf(document: Document, binding: Binding): Baseline {
  const { kind } = binding.quantity;
  const statistic =
    kind === 'duration' || kind === 'measurement'
      ? binding.quantity.sd === undefined && !binding.mean
        ? 'median'
        : 'mean'
      : kind === 'percentage'
        ? 'rate'
        : 'count';
  return present<Baseline>({
    item: binding.item ?? 'unknown',
    statistic,
    subgroup: binding.subgroup,
    ...armValue(document, binding),
    unit: binding.quantity.unit,
  });
}

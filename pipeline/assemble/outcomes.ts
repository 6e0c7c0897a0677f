import type { AdverseEvent, Binding, Outcome } from '../model/index.js';
import type { Document } from '../text/index.js';
import { asPrinted } from './as-printed.js';
import { armValue, comparisonOf, present, pValueOf, reported } from './reported.js';

type Row = Outcome | AdverseEvent;
const statistics = new Set(['rate', 'count', 'median', 'mean']);

/** Gathers the bound numbers of a study into outcomes and adverse events, in order of appearance. */
export function gather(
  document: Document,
  bindings: readonly Binding[],
): { outcomes: Outcome[]; events: AdverseEvent[] } {
  const outcomes = new Map<string, Outcome>();
  const events = new Map<string, AdverseEvent>();
  for (const bound of bindings) {
    const binding = bound.term === undefined ? bound : { ...bound, term: asPrinted(document, bound.term) };
    if (binding.measure === undefined && binding.term === undefined && binding.item === undefined) continue;
    if (!isOutcome(binding)) continue;
    const row = binding.term === undefined ? outcomeFor(outcomes, binding) : eventFor(events, binding);
    put(document, isTaken(row, binding) ? again(row, outcomes, events) : row, binding);
  }
  return { outcomes: [...outcomes.values()], events: [...events.values()] };
}

/** Whether a row has the test of heterogeneity already that a binding brings: then it is one of another subgroup. */
function isTaken({ heterogeneity }: Row, binding: Binding): boolean {
  if (binding.kind === 'heterogeneity') return heterogeneity?.i2 !== undefined;
  return binding.heterogeneity === true && heterogeneity?.p !== undefined;
}

/** A second row of the same name, behind the first; from now on it receives what comes. */
function again(row: Row, outcomes: Map<string, Outcome>, events: Map<string, AdverseEvent>): Row {
  const { values: _, comparisons: __, heterogeneity: ___, ...head } = row;
  const rows: Map<string, Row> = 'measure' in row ? (outcomes as Map<string, Row>) : (events as Map<string, Row>);
  const id = [...rows].find(([, known]) => known === row)?.[0] ?? '';
  rows.set(`${id}|${rows.size}`, row);
  const next = { ...head } as Row;
  rows.set(id, next);
  return next;
}

function isOutcome({ kind }: Binding): boolean {
  return kind === 'ae' || kind === 'p' || kind === 'effect' || kind === 'heterogeneity' || statistics.has(kind);
}

/** The statistic of a comparison is that of the values it compares, where the study has any. */
function outcomeFor(outcomes: Map<string, Outcome>, binding: Binding): Outcome {
  const measure = binding.measure ?? binding.item ?? '';
  const own = statistics.has(binding.kind) ? binding.kind : undefined;
  const comparing = comparedRow([...outcomes.values()], measure, binding);
  const statistic = (own ?? comparing?.statistic ?? 'effect') as Outcome['statistic'];
  const model = own ? undefined : comparing;
  const time = own ? binding.time : (model?.time ?? binding.time);
  const { subgroup } = binding;
  const unit = statistic === 'effect' ? undefined : (model?.unit ?? unitOf(binding));
  const id = [measure, statistic, unit, time, subgroup].join('|');
  const known = outcomes.get(id);
  if (known) return known;
  const row = present<Outcome>({ measure, statistic, unit, time, subgroup });
  outcomes.set(id, row);
  return row;
}

/**
 * The row of the values that a comparison compares: the last one of its measure at its landmark. A comparison without a
 * landmark is of no single one where the measure has several, nor where it compares no arms: what a factor does to
 * survival is not what it does to the rate at three years.
 */
function comparedRow(
  outcomes: readonly Outcome[],
  measure: string,
  { time, subgroup, arms, subgroups }: Binding,
): Outcome | undefined {
  const rows = outcomes.filter(
    (row) => row.measure === measure && row.statistic !== 'effect' && row.subgroup === subgroup,
  );
  const landmarks = new Set(rows.flatMap((row) => row.time ?? []));
  const ofFactor = !arms?.length && !subgroups?.length;
  const ofAll = time === undefined && (landmarks.size > 1 || ofFactor);
  return rows.findLast((row) => (ofAll ? row.time === undefined : [undefined, row.time].includes(time)));
}

function unitOf({ quantity }: Binding): string | undefined {
  if (quantity.unit !== undefined) return quantity.unit;
  return quantity.kind === 'proportion' ? 'patients' : undefined;
}

function eventFor(events: Map<string, AdverseEvent>, binding: Binding): AdverseEvent {
  const unit = binding.kind === 'ae' ? unitOf(binding) : undefined;
  const id = [binding.term, binding.grade, binding.subgroup].join('|');
  const known = events.get(id);
  if (known && (unit === undefined || known.unit === undefined || known.unit === unit)) {
    if (known.unit === undefined && unit !== undefined) known.unit = unit;
    return known;
  }
  const unitId = known ? `${id}|${unit}` : id;
  const other = events.get(unitId);
  if (other) return other;
  const row = present<AdverseEvent>({
    term: binding.term ?? '',
    preferred: binding.preferred,
    grade: binding.grade,
    unit,
    subgroup: binding.subgroup,
  });
  events.set(unitId, row);
  return row;
}

function put(document: Document, row: Row, binding: Binding): void {
  if (binding.kind === 'heterogeneity')
    row.heterogeneity = { ...row.heterogeneity, i2: reported(document, binding, true) };
  else if (binding.kind === 'p' && binding.heterogeneity)
    row.heterogeneity = { ...row.heterogeneity, p: pValueOf(document, binding) };
  else if (binding.kind === 'p' || binding.kind === 'effect') {
    row.comparisons ??= [];
    row.comparisons.push(comparisonOf(document, binding));
  } else {
    row.values ??= [];
    row.values.push(armValue(document, binding));
  }
}

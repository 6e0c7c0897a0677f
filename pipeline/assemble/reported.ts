import type { ArmValue, Binding, Comparison, Effect, PValue, Quantity, ReportedValue } from '../model/index.js';
import type { Document } from '../text/index.js';
import { sourceRef } from './source-ref.js';

/** The digits as printed, where they carry more than the number: 36.10 has two decimals. */
function printedOf({ printed, value }: Quantity): string | undefined {
  return value !== undefined && printed !== '' && String(value) !== printed ? printed : undefined;
}

/** Leaves out the keys whose value is undefined. */
export function present<T extends object>(row: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key in row) if (row[key] !== undefined) kept[key] = row[key];
  return kept as T;
}

function rangeOf({ low, high, rangeKind }: Quantity): ReportedValue['range'] {
  if (low === undefined || high === undefined) return undefined;
  return present<NonNullable<ReportedValue['range']>>({ low, high, kind: rangeKind });
}

/** A bound number as the record prints it, without what its place in the record says already. */
export function reported(document: Document, binding: Binding, withUnit: boolean): ReportedValue {
  const { quantity } = binding;
  const isRange = quantity.kind === 'percentage' && quantity.high !== undefined && quantity.low === undefined;
  return present<ReportedValue>({
    op: quantity.comparator,
    value: quantity.value ?? (quantity.kind === 'proportion' ? quantity.events : undefined),
    printed: printedOf(quantity),
    unit: withUnit ? quantity.unit : undefined,
    percent: binding.percent,
    events: quantity.events,
    total: quantity.total,
    range: isRange
      ? { low: quantity.value as number, high: quantity.high as number, kind: 'range' }
      : rangeOf(quantity),
    sd: quantity.sd,
    not_reached: quantity.kind === 'not-reached' ? true : undefined,
    schedule: quantity.schedule,
    confidence: round(binding.confidence),
    source: sourceRef(document, binding.span),
  });
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** A value of an outcome or adverse event. */
export function armValue(document: Document, binding: Binding): ArmValue {
  return present<ArmValue>({ arm: binding.arm, ...reported(document, binding, false) });
}

export function pValueOf(document: Document, { quantity, span, confidence }: Binding): PValue {
  return present<PValue>({
    op: quantity.comparator ?? '=',
    value: quantity.value ?? 0,
    printed: printedOf(quantity),
    confidence: round(confidence),
    source: sourceRef(document, span),
  });
}

export function effectOf(document: Document, { quantity, span, confidence }: Binding): Effect {
  const { low, high } = quantity;
  return present<Effect>({
    type: quantity.estimate ?? 'HR',
    value: quantity.value ?? 0,
    printed: printedOf(quantity),
    unit: quantity.estimate === 'MD' ? quantity.unit : undefined,
    ci: low !== undefined && high !== undefined ? { level: quantity.level ?? 95, low, high } : undefined,
    confidence: round(confidence),
    source: sourceRef(document, span),
  });
}

/** The comparison that a p value or an effect stands in. */
export function comparisonOf(document: Document, binding: Binding): Comparison {
  return present<Comparison>({
    arms: binding.arms && [...binding.arms],
    subgroups: binding.subgroups && [...binding.subgroups],
    p: binding.kind === 'p' ? pValueOf(document, binding) : undefined,
    effect: binding.kind === 'effect' ? effectOf(document, binding) : undefined,
  });
}

import type { Binding, SourceRef, TrialRecord } from '../model/index.js';
import { type Document, type Span, toSource } from '../text/index.js';

/** For every code unit of the source 1 where a value of the record was read from it, schedules of doses included. */
export function recordedPlaces(
  document: Document,
  trials: readonly TrialRecord[],
  bindings: readonly Binding[],
): Uint8Array {
  const recorded = new Uint8Array(document.source.text.length);
  const mark = ({ start, end }: Span<'source'>): void => {
    recorded.fill(1, start, end);
  };
  for (const trial of trials) markSources(trial, mark);
  for (const binding of bindings) {
    const span = scheduleSpan(document.text, binding);
    if (span) mark(toSource(document, span));
  }
  return recorded;
}

/** Marks the source of every value; findings only quote values that stand elsewhere. */
function markSources(value: unknown, mark: (source: SourceRef) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) markSources(item, mark);
    return;
  }
  const row = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(row)) {
    if (key === 'source') mark(row[key] as SourceRef);
    else if (key !== 'findings') markSources(row[key], mark);
  }
}

/** A schedule stands right behind its dose, though outside of the dose's own span. */
function scheduleSpan(text: string, { quantity, span }: Binding): Span<'text'> | undefined {
  const { schedule } = quantity;
  if (schedule === undefined) return undefined;
  const start = [0, 1, 2].map((gap) => span.end + gap).find((at) => text.startsWith(schedule, at));
  return start === undefined ? undefined : { start, end: start + schedule.length };
}

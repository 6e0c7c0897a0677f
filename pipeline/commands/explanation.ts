import { messageLines } from '../emit/index.js';
import type { NumberEntry, TrailStep } from '../model/index.js';
import type { Extraction } from '../run.js';
import { compose, type Document, type Edit, identity, overlaps, replay, type Span } from '../text/index.js';
import { placesOf } from './places-of.js';
import { sentenceAround } from './sentence-around.js';

/** The derivations of the values at a place as lines of a tree; `found` is false where there is none. */
export function explanation(
  extraction: Pick<Extraction, 'document' | 'record' | 'trails' | 'entries' | 'messages'>,
  place: string,
): { readonly lines: string[]; readonly found: boolean } {
  const { document, record, trails } = extraction;
  const { file, text } = document.source;
  const places = placesOf(text, place);
  if (places.length === 0)
    return { lines: [`${file}: there is no ${/^\d+$/.test(place) ? 'line ' : ''}${place}`], found: false };
  const lines: string[] = [];
  const touches = (at: Span<'source'>): boolean => places.some((wanted) => overlaps(wanted, at));
  const told = trails.filter((trail) => touches(trail.place));
  for (const { place: at, label, steps } of told) {
    lines.push(...heading(document, at, label), ...treeLines(steps, '  '), ...repairLines(document, at), '');
  }
  const open = record.numbers.unresolved.filter(({ source }) => touches(source));
  for (const { source, reason, candidates = [] } of open) {
    lines.push(
      ...heading(document, source, `unresolved: ${reason}`),
      ...candidates.map((candidate) => `  perhaps ${candidate}`),
      '',
    );
  }
  const aside = extraction.entries.filter(({ place: at, ruleId }) => ruleId !== undefined && touches(at));
  lines.push(...aside.map((entry) => asideLine(document, entry)));
  if (lines.length === 0) lines.push(`${file}: no value at ${place}`);
  lines.push(...messageLines(extraction.messages.filter((message) => saidOf(message, document, places))));
  while (lines.at(-1) === '') lines.pop();
  return { lines, found: told.length + open.length + aside.length > 0 };
}

function heading(document: Document, at: Span<'source'>, label: string): string[] {
  const { line, column } = document.lines.place(at.start);
  const { file, text } = document.source;
  return [`${file}:${line}:${column}: ${label}`, `  ${sentenceAround(text, at.start, at.end)}`];
}

/** A number that was set aside takes one line: its class, itself, and the rule. */
function asideLine(document: Document, { place, status, ruleId }: NumberEntry): string {
  const { line, column } = document.lines.place(place.start);
  const { file, text } = document.source;
  return `${file}:${line}:${column}: set aside as ${status}: ${oneLine(text.slice(place.start, place.end))}  [${ruleId}]`;
}

function treeLines(steps: readonly TrailStep[], indent: string): string[] {
  return steps.flatMap(({ ruleId, text, note, children = [] }) => [
    `${indent}${ruleId}: ${oneLine(text)}${note ? `  (${note})` : ''}`,
    ...treeLines(children, `${indent}  `),
  ]);
}

/** The repairs of a stretch of the source, the first layer first. */
function repairLines(document: Document, at: Span<'source'>): string[] {
  const lines: string[] = [];
  let text = document.source.text;
  let origins = identity(text.length);
  for (const layer of document.layers) {
    const origin = (edit: Edit): Span<'source'> => ({
      start: origins.starts[edit.start] ?? 0,
      end: origins.ends[edit.end - 1] ?? 0,
    });
    for (const edit of layer.edits) {
      if (!overlaps(origin(edit), at)) continue;
      lines.push(`    ${edit.ruleId}: ${printable(text.slice(edit.start, edit.end))} → ${printable(edit.insert)}`);
    }
    text = replay(text, layer);
    origins = compose(origins, layer);
  }
  return lines.length > 0 ? ['  repairs', ...lines] : [];
}

function saidOf(
  message: Extraction['messages'][number],
  document: Document,
  places: readonly Span<'source'>[],
): boolean {
  const { from, to = from } = message;
  if (!from || !to) return false;
  return places.some((place) => {
    const first = document.lines.place(place.start).line;
    const last = document.lines.place(place.end).line;
    return from.line <= last && to.line >= first;
  });
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '');
}

/** What a repair takes or puts, white space made visible. */
function printable(text: string): string {
  return text === '' ? '(nothing)' : JSON.stringify(text);
}

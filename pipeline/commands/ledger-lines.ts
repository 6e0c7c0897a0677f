import type { NumberEntry } from '../model/index.js';
import type { Extraction } from '../run.js';
import { LineIndex } from '../text/index.js';

/** One line for each number of an article: where it stands, its class, and by which value or rule it got there. */
export function ledgerLines({ document, entries, trails, record }: Extraction): string {
  const { source } = document;
  const lines = new LineIndex(source.text);
  const told = entries.map((entry) => {
    const { start, end } = entry.place;
    const { line, column } = lines.place(start);
    return `${source.file}:${line}:${column}: ${source.text.slice(start, end)}: ${because(entry)}`;
  });
  return told.map((line) => `${line}\n`).join('');

  function because({ place, status, ruleId }: NumberEntry): string {
    if (status === 'recorded') {
      // A number may be printed once for several values: all of them hold it.
      const values = trails.filter((trail) => trail.place.start < place.end && place.start < trail.place.end);
      return `recorded: ${values.map(({ label }) => label).join('; ') || 'schedule of a dose'}`;
    }
    if (status !== 'unresolved') return `set aside: ${status}  [${ruleId}]`;
    const open = record.numbers.unresolved.find(({ source: own }) => own.start < place.end && place.start < own.end);
    const candidates = open?.candidates ?? [];
    return `unresolved: ${open?.reason ?? 'not understood'}${candidates.length > 0 ? `  (perhaps ${candidates.join(', ')})` : ''}`;
  }
}
